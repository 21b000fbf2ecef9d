// Half-filled forms: kept by the shell on this machine, outside the register, from the first change on.
import type { Thing } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import type { Typed } from './typed'

export interface Draft {
  values: Typed
  /** Words typed into fields of the vocabulary that are none of its terms yet. */
  words: Record<string, string>
  /** Fields taken over from the record before. */
  kept: string[]
}

/** While somebody types, at most one write in this time. */
const PAUSE = 150

/** The drafts of one register. Writes go one after another; the first of a form goes at once. */
export async function openDrafts(register: string, failed: (error: CallError) => void) {
  const known = new Map(Object.entries(await call('drafts', { register })))
  let waiting: { key: string; draft: Draft } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let writes: Promise<unknown> = Promise.resolve()

  function write(key: string, draft: string | null) {
    if (draft === null) known.delete(key)
    else known.set(key, draft)
    writes = writes
      .then(() => call('write_draft', { register, key, draft }))
      .catch((thrown) => failed(asCallError(thrown)))
  }

  /** Writes what waits. */
  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (waiting) write(waiting.key, JSON.stringify(waiting.draft))
    waiting = null
  }

  function keep(key: string, draft: Draft) {
    const first = timer === undefined
    waiting = { key, draft }
    if (!first) return
    flush()
    timer = setTimeout(flush, PAUSE)
  }

  function forget(key: string) {
    clearTimeout(timer)
    timer = undefined
    waiting = null
    if (known.has(key)) write(key, null)
  }

  function find(key: string): Draft | null {
    return read(known.get(key))
  }

  const keysOfNew = (thing: Thing) =>
    [...Array(known.size + 1).keys()].map((n) => `${thing}/new${n ? `/${n + 1}` : ''}`)

  /** Where a new record that begins with something is kept: a draft that waits is not written over. */
  const freeKey = (thing: Thing): string => keysOfNew(thing).find((key) => !known.has(key)) ?? `${thing}/new`

  /** Where an empty form goes on: with the first draft that waits. */
  const waitingKey = (thing: Thing): string =>
    [...known.keys()].sort().find((key) => isNew(key, thing)) ?? `${thing}/new`

  return { keep, forget, find, flush, freeKey, waitingKey }
}

export type Drafts = Awaited<ReturnType<typeof openDrafts>>

const isNew = (key: string, thing: Thing) => key === `${thing}/new` || key.startsWith(`${thing}/new/`)

function read(text: string | undefined): Draft | null {
  if (text === undefined) return null
  try {
    const found: Partial<Draft> = JSON.parse(text)
    return { values: found.values ?? {}, words: found.words ?? {}, kept: found.kept ?? [] }
  } catch {
    // Cut off where the disk was full: there is nothing to put back.
    return null
  }
}
