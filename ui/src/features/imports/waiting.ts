// Workbooks that wait for their turn: files dropped together are imported one after the other.
import { ref } from 'vue'
import { fileName } from '@/shared/fileName'

const WORKBOOK = /\.(xlsx|xls|ods|csv)$/i

/** Their paths, in the order in which they were dropped. */
const waiting = ref<string[]>([])
/** Names of files dropped last that are no workbooks. */
const unfit = ref<string[]>([])

export function useWaiting() {
  return { waiting, unfit, leaveOut }
}

export function enqueue(paths: readonly string[]): void {
  unfit.value = paths.filter((path) => !WORKBOOK.test(path)).map(fileName)
  waiting.value = [...new Set([...waiting.value, ...paths.filter((path) => WORKBOOK.test(path))])]
}

export function dequeue(): string | undefined {
  return waiting.value.shift()
}

function leaveOut(path: string): void {
  waiting.value = waiting.value.filter((each) => each !== path)
}

export function clearWaiting(): void {
  waiting.value = []
  unfit.value = []
}
