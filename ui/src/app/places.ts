// Places in the window that are led to from elsewhere. What a page reads from its place stands in its own file.
import type { Thing, Value } from '@/api/bindings'

/** Where the window goes once a register is open. */
export const HOME = '/overview'

export function registerPath(thing: Thing): string {
  return `/registers/${thing}`
}

/** The name of a record begins with that of its thing. */
export const thingOf = (id: string) => id.slice(0, id.lastIndexOf('-')) as Thing

/** A record in its register, with its pane open. */
export function recordPlace(record: { thing: Thing; id: string }) {
  return { path: registerPath(record.thing), query: { record: record.id } }
}

/** A register with a new form open in it, filled in. */
export function filledFormPlace({ thing, values }: { thing: Thing; values: Record<string, Value> }) {
  return { path: registerPath(thing), query: { fill: JSON.stringify(values) } }
}
