// The report's wording under the pen, one block at a time. A block that is left is saved; what is typed outlives the window.
import { ref, shallowRef } from 'vue'
import type { Lines } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { openedRegister } from '@/app/register'
import {
  type BlockKind,
  carried,
  lastAfter,
  linesAt,
  takenBack,
  withBlockAfter,
  withoutBlock,
  withWords,
  wordsOf,
} from './template'

export interface Place {
  lines: Lines
  kind: BlockKind
  /** A new block after this place, instead of this one. */
  after: boolean
}

interface Draft extends Place {
  words: string
  /** What stood at the place when it was begun: elsewhere the words would overwrite others. */
  stood: string
}

/** Why words were not put where they were meant for. */
type Refusal = 'blank' | 'moved' | 'changed' | 'strayed'
type Done = 'removed' | 'discarded' | 'restored'

export interface Desk {
  /** The template of the paper that is shown. */
  text: () => string
  reload: () => Promise<void>
  say: (refusal: Refusal, words: string) => string
  /** Offers to take back what was done. */
  offer: (done: Done, undo: () => void) => void
}

const KEY = 'report/wording'

export function wordingEditor({ text, reload, say, offer }: Desk) {
  const editing = ref(false)
  const place = shallowRef<Place | null>(null)
  /** Which opening this is: another one is another editor, though it stand in the same place. */
  const turn = ref(0)
  const words = ref('')
  const error = shallowRef<Pick<CallError, 'code' | 'toldAbove' | 'sentence'> | null>(null)
  const busy = ref(false)
  /** The template in which the open block has its place, and what the block said. */
  let base = ''
  let origin = ''

  const register = () => openedRegister.value?.id ?? ''

  let writes: Promise<unknown> = Promise.resolve()

  /** One after another, so that the last word is the last one written. */
  function keep(draft: Draft | null) {
    const request = { register: register(), key: KEY, draft: draft && JSON.stringify(draft) }
    writes = writes.then(() => call('write_draft', request)).catch(fail)
  }

  let turns: Promise<unknown> = Promise.resolve()

  /** Each act finds the text as the one before left it. */
  function inTurn<T>(act: () => Promise<T> | T): Promise<T | false> {
    const done = turns.then(act).catch(fail)
    turns = done
    return done
  }

  function fail(thrown: unknown): false {
    error.value = asCallError(thrown)
    return false
  }

  function refuse(why: Refusal, typed = words.value): false {
    error.value = { code: `wording_${why}`, toldAbove: false, sentence: () => say(why, typed) }
    return false
  }

  /** The template in force. The paper may still show the one before. */
  const current = async () => (await call('wording', {})).text

  function begin(at: Place, whole: string) {
    editing.value = true
    turn.value += 1
    place.value = at
    base = whole
    origin = at.after ? '' : wordsOf(whole, at.lines, at.kind)
    words.value = origin
    error.value = null
  }

  function type(typed: string) {
    words.value = typed
    if (place.value) keep({ ...place.value, words: typed, stood: linesAt(base, place.value.lines) })
  }

  function close() {
    place.value = null
    error.value = null
    keep(null)
  }

  const changed = () => (place.value?.after ? words.value.trim() !== '' : words.value !== origin)

  /** The change that can be taken back: the template before it, and with it. */
  let last: { before: string; after: string } | null = null

  /** Puts a whole template in force, where the core takes it. What can be taken back then is so from there. */
  async function put(whole: string): Promise<boolean> {
    busy.value = true
    error.value = null
    try {
      await call('set_wording', { text: whole })
      const before = last && takenBack(last.before, last.after, whole)
      last = before === null ? null : { before, after: whole }
      await reload()
      return true
    } catch (thrown) {
      return fail(thrown)
    } finally {
      busy.value = false
    }
  }

  /** Saves what is under the pen; false where that is refused: told, and still under the pen. */
  async function settle(): Promise<boolean> {
    const at = place.value
    if (at && changed()) {
      if (!words.value.trim()) return refuse('blank')
      const now = await current()
      const lines = carried(at.lines, base, now)
      if (!lines) return refuse('moved')
      const said = at.after ? withBlockAfter : withWords
      if (!(await put(said(now, lines, at.kind, words.value)))) return false
    }
    if (at) close()
    return true
  }

  /** An undo that could not be done yet is offered again. */
  function offerBack(done: Done, undo: () => Promise<boolean>) {
    offer(done, () => {
      void inTurn(async () => {
        if (!(await settle()) || !(await undo())) offerBack(done, undo)
      })
    })
  }

  /** Takes the last removal or restoring back, and nothing that came after it. */
  async function takeBack(): Promise<boolean> {
    const whole = last && takenBack(last.before, last.after, await current())
    if (whole !== null) return put(whole)
    refuse('changed')
    return true
  }

  /** Puts words back under the pen, where their place is as it was in `whole`. */
  async function reopen(at: Place, given: string, whole: string): Promise<true> {
    const now = await current()
    const lines = carried(at.lines, whole, now)
    if (!lines) refuse('strayed', given)
    else {
      begin({ ...at, lines }, now)
      type(given)
    }
    return true
  }

  const edit = () =>
    inTurn(() => {
      editing.value = true
    })

  const leave = () => inTurn(settle)

  const finish = () =>
    inTurn(async () => {
      if (!(await settle())) return false
      editing.value = false
      return true
    })

  function open(target: Place) {
    const seen = text()
    return inTurn(async () => {
      if (!(await settle())) return
      const now = await current()
      const lines = carried(target.lines, seen, now)
      if (lines) begin({ ...target, lines }, now)
    })
  }

  const addAfter = () =>
    inTurn(async () => {
      const at = place.value
      const before = base
      if (!at || !(await settle())) return
      const now = await current()
      const last = lastAfter(at.lines, before, now)
      begin({ ...at, after: true, lines: { first: last, last } }, now)
    })

  const discard = () =>
    inTurn(() => {
      const at = place.value
      if (!at) return
      const [given, whole, lost] = [words.value, base, changed()]
      close()
      if (lost) offerBack('discarded', () => reopen(at, given, whole))
    })

  const remove = () =>
    inTurn(async () => {
      const at = place.value
      if (!at) return
      const [given, lost, before] = [words.value, changed(), await current()]
      const lines = carried(at.lines, base, before)
      if (!lines) {
        refuse('moved')
        return
      }
      const after = withoutBlock(before, lines)
      if (!(await put(after))) return
      close()
      last = { before, after }
      offerBack('removed', async () => {
        if (!(await takeBack())) return false
        return !lost || reopen({ ...at, lines }, given, before)
      })
    })

  /** The wording that a register begins with, in the place of all. */
  const restore = () =>
    inTurn(async () => {
      if (!(await settle())) return
      const before = await current()
      const { text: after } = await call('shipped_wording', {})
      if (!(await put(after))) return
      last = { before, after }
      offerBack('restored', takeBack)
    })

  /** Puts what was typed before the window closed back under the pen. */
  const resume = () =>
    inTurn(async () => {
      await writes
      const { [KEY]: kept } = await call('drafts', { register: register() })
      const draft = kept ? read(kept) : null
      if (!draft) return
      const { words: given, stood: then, ...at } = draft
      const now = await current()
      if (linesAt(now, at.lines) === then) {
        begin(at, now)
        words.value = given
      } else if (now.includes(given)) keep(null)
      else refuse('strayed', given)
    })

  return {
    editing,
    place,
    turn,
    words,
    error,
    busy,
    type,
    edit,
    open,
    addAfter,
    leave,
    finish,
    discard,
    remove,
    restore,
    resume,
  }
}

export type WordingEditor = ReturnType<typeof wordingEditor>

function read(kept: string): Draft | null {
  try {
    return JSON.parse(kept)
  } catch {
    // Cut off where the disk was full: there is nothing to put back.
    return null
  }
}
