// Half-filled forms: under which keys they are kept, and how they are read again.
import type { Thing, Unsettled } from '@/api/bindings'
import type { CallError } from '@/api/call'
import { openDrafts } from '@/app/drafts'
import type { Typed } from './typed'

/** A file that waits for its record to be saved. */
export interface WaitingFile {
  path: string
  name: string
  size: number
}

export interface Draft {
  thing: Thing
  /** By what it is told from others. */
  title: string
  /** All of a new record; of one that is edited, what was changed. */
  values: Typed
  /** Words typed into fields of the vocabulary that are none of its terms yet. */
  words: Record<string, string>
  /** Fields taken over from the record before. */
  kept: string[]
  files: WaitingFile[]
  /** Fields that were read from a file, with its name. */
  fromFile: Record<string, string>
  /** The line that it was begun with, and what that leaves open. */
  line: string
  unsettled: Unsettled[]
  /** Of a correction that an archived report needs one for. */
  reason: string
}

/** The key of an edit is the record's number; of a step of its course, with the name of that. */
export const stepKey = (record: string, step: string) => `${record}/${step}`
export const leftoverKey = (leftover: number) => `leftover/${leftover}`

const isNew = (key: string, thing: Thing) => key === `${thing}/new` || key.startsWith(`${thing}/new/`)

/** What a key of this register stands for: a refused row, a record or a step of it, or nothing that is there yet. */
export function whatOf(
  key: string,
  thing: Thing,
): { leftover: number } | { record: string; step: string | null } | null {
  if (isNew(key, thing)) return null
  const leftover = /^leftover\/(\d+)$/.exec(key)
  if (leftover) return { leftover: Number(leftover[1]) }
  const [record = key, step = null] = key.split('/')
  return { record, step }
}

/** The drafts of forms of one register. */
export async function openFormDrafts(register: string, failed: (error: CallError) => void) {
  const { known, keep, forget, flush } = await openDrafts(register, failed)

  const keysOfNew = (thing: Thing) =>
    [...Array(known.size + 1).keys()].map((n) => `${thing}/new${n ? `/${n + 1}` : ''}`)

  return {
    keep: (key: string, draft: Draft) => keep(key, draft),
    forget,
    flush,
    find: (key: string): Draft | null => readDraft(known.get(key)),
    /** Where a new record that begins with something is kept: a draft that waits is not written over. */
    freeKey: (thing: Thing): string => keysOfNew(thing).find((key) => !known.has(key)) ?? `${thing}/new`,
    /** Where an empty form goes on: with the first draft that waits. */
    waitingKey: (thing: Thing): string => [...known.keys()].sort().find((key) => isNew(key, thing)) ?? `${thing}/new`,
  }
}

export type FormDrafts = Awaited<ReturnType<typeof openFormDrafts>>

export function readDraft(text: string | undefined): Draft | null {
  if (text === undefined) return null
  try {
    const found: Partial<Draft> = JSON.parse(text)
    if (found.thing === undefined || found.values === undefined) return null
    const {
      thing,
      title = '',
      values,
      words = {},
      kept = [],
      files = [],
      fromFile = {},
      line = '',
      unsettled = [],
      reason = '',
    } = found
    return { thing, title, values, words, kept, files, fromFile, line, unsettled, reason }
  } catch {
    // Cut off where the disk was full: there is nothing to put back.
    return null
  }
}
