// What is begun beside a record and not done: under which keys its drafts are kept, and where they are gone on with.
import type { Tab } from '@/app/places'

/** What waits in the tabs of a record: a review or a decision half made, files that are not kept yet. */
export type BesideTab = Extract<Tab, 'checks' | 'evidence'>

interface Beside {
  tab: BesideTab
  record: string
  /** The title of the record. */
  title: string
}

export const besideKey = (tab: BesideTab, record: string, what: string) => `beside/${tab}/${record}/${what}`

const KEY = /^beside\/(checks|evidence)\/([^/]+)\//

/** Null where the draft is of something else. */
export function besideOf(key: string, text: string): Beside | null {
  const [, tab, record] = KEY.exec(key) ?? []
  const title = readBeside<{ title: string }>(text)?.title
  return tab && record && title !== undefined ? { tab: tab as BesideTab, record, title } : null
}

export function readBeside<T extends { title: string }>(text: string | undefined): T | null {
  if (text === undefined) return null
  try {
    const found: Partial<T> = JSON.parse(text)
    return typeof found.title === 'string' ? (found as T) : null
  } catch {
    // Cut off where the disk was full: there is nothing to put back.
    return null
  }
}
