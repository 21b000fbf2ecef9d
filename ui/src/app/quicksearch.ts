// What the quick line finds: asked a moment after the last key, and only the answer to the words that stand there counts.
import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue'
import type { SearchAnswer } from '@/api/bindings'
import { asCallError, type CallError, call, onProgress } from '@/api/call'
import { type Filters, searchRequest } from './searching'

/** Between two keys of a person who types on. */
const PAUSE = 120
const LIMIT = 8

export function useQuickSearch(words: Ref<string>, filters: Ref<Filters>) {
  /** Null while the words that stand there have no answer yet. */
  const found = shallowRef<SearchAnswer | null>(null)
  const error = shallowRef<CallError | null>(null)
  const searching = ref(false)
  /** How much of all texts is read, in hundredths, while the first search in a register waits for them. */
  const read = ref<number | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function ask(text: string, mine: number) {
    const hearing = onProgress((step) => {
      if (step.stage === 'indexing' && step.total > 0) read.value = Math.floor((step.done / step.total) * 100)
    })
    try {
      const answer = await call('search', searchRequest(text, filters.value, LIMIT))
      if (mine !== asked) return
      found.value = answer
    } catch (thrown) {
      if (mine !== asked) return
      error.value = asCallError(thrown)
    } finally {
      read.value = null
      const unhear = await hearing
      unhear()
    }
    searching.value = false
  }

  watch([() => words.value.trim(), filters], ([text]) => {
    clearTimeout(timer)
    const mine = ++asked
    found.value = null
    error.value = null
    searching.value = text !== ''
    if (text !== '') timer = setTimeout(() => ask(text, mine), PAUSE)
  })

  onScopeDispose(() => clearTimeout(timer))

  return { found, error, searching, read }
}
