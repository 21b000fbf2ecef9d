// The records behind a number, page by page: which page stands there, and which record of it is open.
import { ref, type WatchSource, watch } from 'vue'

export const PAGE = 100

/** Another question begins at its first page, with its list. */
export function usePages(question: WatchSource) {
  const offset = ref(0)
  const opened = ref<string | null>(null)
  watch(question, () => {
    offset.value = 0
    opened.value = null
  })
  return { offset, opened }
}
