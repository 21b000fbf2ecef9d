// What is not saved yet: kept by the shell on this machine, outside the register, from the first change on.
import { asCallError, type CallError, call } from '@/api/call'

/** While somebody types, at most one write in this time. */
const PAUSE = 150

/** All writes of this window, one after another: whoever reads the drafts waits for them. */
let writes: Promise<unknown> = Promise.resolve()

/** The drafts of a register by their keys, with those that are just being written. */
export async function readDrafts(register: string): Promise<Map<string, string>> {
  await writes
  return new Map(Object.entries(await call('drafts', { register })))
}

/** Writes a draft, or forgets it, after all that was written before. */
export function writeDraft(register: string, key: string, draft: string | null): Promise<unknown> {
  const written = writes.then(() => call('write_draft', { register, key, draft }))
  writes = written.catch(() => {})
  return written
}

/** The drafts of one register, to be written. The first write after a pause goes at once. */
export async function openDrafts(register: string, failed: (error: CallError) => void) {
  const known = await readDrafts(register)
  let waiting: { key: string; draft: unknown } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function write(key: string, draft: string | null) {
    if (draft === null) known.delete(key)
    else known.set(key, draft)
    writeDraft(register, key, draft).catch((thrown) => failed(asCallError(thrown)))
  }

  /** Writes what waits. */
  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (waiting) write(waiting.key, JSON.stringify(waiting.draft))
    waiting = null
  }

  function keep(key: string, draft: unknown) {
    if (waiting && waiting.key !== key) flush()
    const first = timer === undefined
    waiting = { key, draft }
    if (!first) return
    flush()
    timer = setTimeout(flush, PAUSE)
  }

  function forget(key: string) {
    if (waiting?.key === key) waiting = null
    if (known.has(key)) write(key, null)
  }

  return { known: known as ReadonlyMap<string, string>, keep, forget, flush }
}
