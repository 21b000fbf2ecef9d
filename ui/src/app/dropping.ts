// Files over the window, heard of for as long as the component stands that wants them. What nobody wants begins a
// publication, whether its text can be read or not; workbooks alone begin an import.
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'
import { useRouter } from 'vue-router'
import { onFilesDropped } from '@/api/drop'
import { registerPath } from './places'
import { openedRegister } from './register'

/** What the import reads. */
const WORKBOOK = /\.(xlsx|xls|ods|csv)$/i

/** How many components want what is dropped. */
let wanting = 0
/** Files on their way to a form or to the import. */
let underway: string[] = []

/** Answers with whether files hang over the window now. */
export function useDropping(dropped: (paths: string[]) => void): Ref<boolean> {
  const over = ref(false)
  let unhear: Promise<() => void> | null = null

  onMounted(() => {
    wanting += 1
    unhear = onFilesDropped({
      over: (hanging) => {
        over.value = hanging
      },
      dropped,
    })
  })
  onBeforeUnmount(() => {
    wanting -= 1
    void unhear?.then((end) => end())
  })
  return over
}

/** Sends files that nobody wants to a new publication; workbooks alone to the import. */
export function routeDroppedFiles(): void {
  const router = useRouter()

  async function dropped(paths: string[]) {
    if (openedRegister.value === null || wanting > 0) return
    underway = paths
    const isImport = paths.every((path) => WORKBOOK.test(path))
    await router.push(isImport ? '/imports' : { path: registerPath('publication'), query: { new: 1 } })
  }

  // The frame lives as long as the window: nobody ends the listening.
  onMounted(() => void onFilesDropped({ over: () => {}, dropped: (paths) => void dropped(paths) }))
}

/** Hands the files over, once. */
export function takeDropped(): string[] {
  const files = underway
  underway = []
  return files
}
