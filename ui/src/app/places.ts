// Places in the window that are led to from elsewhere. What a page reads from its place stands in its own file.
import type { Thing } from '@/api/bindings'

/** Where the window goes once a register is open. */
export const HOME = '/overview'

export function registerPath(thing: Thing): string {
  return `/registers/${thing}`
}

/** A record in its register, with its pane open. */
export function recordPlace(record: { thing: Thing; id: string }) {
  return { path: registerPath(record.thing), query: { record: record.id } }
}
