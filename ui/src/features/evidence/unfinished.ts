// Files that a record does not keep yet: their paths wait on this machine until it does, so that they outlive the window.
import { shallowRef, watch } from 'vue'
import { asCallError, type CallError, call } from '@/api/call'
import { openDrafts, readDrafts } from '@/app/drafts'
import { thingOf } from '@/app/places'
import { openedRegister } from '@/app/register'
import { besideKey, readBeside } from '@/features/records/beside'
import { vocabulary } from '@/features/records/vocabulary'

interface Unfinished {
  /** The title of the record. */
  title: string
  paths: string[]
}

/** That they cannot be kept on this machine: then they last as long as the window. */
export const unfinishedError = shallowRef<CallError | null>(null)

watch(
  () => openedRegister.value?.id,
  () => {
    unfinishedError.value = null
  },
  { flush: 'sync' },
)

const failed = (error: CallError) => {
  unfinishedError.value = error
}

const keyOf = (record: string) => besideKey('evidence', record, 'files')

/** Puts other paths in the place of those that wait for a record. */
async function write(register: string, record: string, change: (paths: readonly string[]) => string[]) {
  try {
    const { known, keep, forget, flush } = await openDrafts(register, failed)
    const before = readBeside<Unfinished>(known.get(keyOf(record)))
    const paths = change(before?.paths ?? [])
    if (paths.length === 0) return forget(keyOf(record))
    const draft: Unfinished = { title: before?.title ?? (await titleOf(record)), paths }
    keep(keyOf(record), draft)
    flush()
  } catch (thrown) {
    failed(asCallError(thrown))
  }
}

/** What it is told by; without one it is told by its register. */
async function titleOf(record: string): Promise<string> {
  try {
    const [{ values }, { things }] = await Promise.all([call('record', { id: record }), vocabulary()])
    const field = things.get(thingOf(record))?.title_field
    return field ? String(values[field] ?? '') : ''
  } catch {
    return ''
  }
}

/** All changes one after another: each begins with what the one before left. */
let last: Promise<unknown> = Promise.resolve()

function after<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done
  return done
}

export const begun = (register: string, record: string, paths: readonly string[]) =>
  after(() => write(register, record, (before) => [...new Set([...before, ...paths])]))

/** Kept by the record, or let go. */
export const finished = (register: string, record: string, path: string) =>
  after(() => write(register, record, (before) => before.filter((other) => other !== path)))

/** The paths that wait for a record. */
export const unfinished = (register: string, record: string): Promise<readonly string[]> =>
  after(async () => {
    try {
      const known = await readDrafts(register)
      return readBeside<Unfinished>(known.get(keyOf(record)))?.paths ?? []
    } catch (thrown) {
      failed(asCallError(thrown))
      return []
    }
  })
