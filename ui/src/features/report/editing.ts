// One block of the report's wording under the pen: what is typed outlives the window, until it is saved or given up.
import { ref, shallowRef } from 'vue'
import type { Lines } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { openedRegister } from '@/app/register'
import { type BlockKind, withBlockAfter, withoutBlock, withWords, wordsOf } from './template'

export interface Place {
  lines: Lines
  kind: BlockKind
  /** A new block after this place, instead of this one. */
  after: boolean
}

interface Kept extends Place {
  words: string
  /** What stood there when it was begun: words for another text are not put back. */
  before: string
}

const KEY = 'report/wording'

/** `removed` hears the whole template as it was before a block was deleted. */
export function wordingEditor(text: () => string, saved: () => Promise<void>, removed: (before: string) => void) {
  const place = shallowRef<Place | null>(null)
  const words = ref('')
  const error = shallowRef<CallError | null>(null)
  const busy = ref(false)
  let writes: Promise<unknown> = Promise.resolve()

  const register = () => openedRegister.value?.id ?? ''

  /** One after another, so that the last word is the last one written. */
  function keep(draft: Kept | null) {
    const request = { register: register(), key: KEY, draft: draft && JSON.stringify(draft) }
    writes = writes
      .then(() => call('write_draft', request))
      .catch((thrown) => {
        error.value = asCallError(thrown)
      })
  }

  function begin(at: Place, begun?: string) {
    place.value = at
    words.value = begun ?? (at.after ? '' : wordsOf(text(), at.lines, at.kind))
    error.value = null
  }

  function type(typed: string) {
    words.value = typed
    const at = place.value
    if (at) keep({ ...at, words: typed, before: wordsOf(text(), at.lines, at.kind) })
  }

  function end() {
    place.value = null
    error.value = null
    keep(null)
  }

  /** Puts what was typed before the window closed back under the pen. */
  async function resume(): Promise<boolean> {
    const { [KEY]: kept } = await call('drafts', { register: register() })
    if (!kept) return false
    const draft = read(kept)
    if (!draft || wordsOf(text(), draft.lines, draft.kind) !== draft.before) return false
    begin(draft, draft.words)
    return true
  }

  /** Puts a whole template in force; false where the core refuses it, with the reason in `error`. */
  async function put(whole: string): Promise<boolean> {
    busy.value = true
    error.value = null
    try {
      await call('set_wording', { text: whole })
      await saved()
      return true
    } catch (thrown) {
      error.value = asCallError(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  async function save(typed: string): Promise<boolean> {
    const at = place.value
    if (!at || busy.value || !typed.trim()) return false
    const said = at.after ? withBlockAfter : withWords
    if (!(await put(said(text(), at.lines, at.kind, typed)))) return false
    end()
    return true
  }

  async function remove() {
    const at = place.value
    const before = text()
    if (!at || busy.value || !(await put(withoutBlock(before, at.lines)))) return
    end()
    removed(before)
  }

  return { place, words, error, busy, begin, type, end, resume, put, save, remove }
}

export type WordingEditor = ReturnType<typeof wordingEditor>

function read(kept: string): Kept | null {
  try {
    return JSON.parse(kept)
  } catch {
    // Cut off where the disk was full: there is nothing to put back.
    return null
  }
}
