// When mended rows are checked again: by themselves, a moment after the clerk left the row; in a large workbook on a word.
import { watch } from 'vue'
import { useImporting } from './importing'
import { useMending } from './mending'

/** Long enough to come back to the row, short enough to be seen as its answer. */
const PAUSE = 400

const { work, quick, recheck } = useImporting()
const { unchecked } = useMending()
/** The row that has the focus: what is being typed is not yet meant. */
let current: string | undefined
let timer: ReturnType<typeof setTimeout> | undefined

export function enterRow(key: string): void {
  current = key
}

export function leaveRow(): void {
  current = undefined
  recheckSoon()
}

/** Checks what was changed and left. */
export function recheckSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    const held = current !== undefined && unchecked.value.has(current) ? current : undefined
    if (quick.value && unchecked.value.size > (held === undefined ? 0 : 1)) void recheck(held)
  }, PAUSE)
}

// Rows that were left while other work went on. After a failure the clerk decides.
watch(work.running, (running) => {
  if (!running && work.error.value === null && unchecked.value.size > 0) recheckSoon()
})
