// Places in the window that are led to from elsewhere. What a page reads from its place stands in its own file.
import type { ItemState, Thing, Unsettled, Value } from '@/api/bindings'

/** Where the window goes once a register is open. */
export const HOME = '/overview'

/** Where pasted rows are put right and logged. */
export const ROWS = '/rows'

/** A finished document held against the register; to be chosen where none is named. */
export function proofPlace(document?: string) {
  return { path: '/proof', query: document === undefined ? {} : { document } }
}

/** An archived report as it was filed; all of them without one. */
export function archivePlace(report?: string) {
  return { path: '/archive', query: report === undefined ? {} : { report } }
}

export function registerPath(thing: Thing): string {
  return `/registers/${thing}`
}

/** What of a record is in sight. */
export const TABS = ['fields', 'evidence', 'checks', 'origin', 'history', 'counted'] as const
export type Tab = (typeof TABS)[number]
/** The name of a record begins with that of its thing. */
export const thingOf = (id: string) => id.slice(0, id.lastIndexOf('-')) as Thing

/** A record in its register, with its pane open. */
export function recordPlace(record: { thing: Thing; id: string }) {
  return { path: registerPath(record.thing), query: { record: record.id } }
}

/** A record with one of its tabs in sight. */
export function tabPlace(record: { thing: Thing; id: string }, tab: Tab) {
  return { path: registerPath(record.thing), query: { record: record.id, tab } }
}

/** A line from which a form is begun. */
export interface TypedLine {
  text: string
  /** What it leaves open; for which register it is, where that has no field. */
  unsettled: Unsettled[]
}

interface Filled {
  thing: Thing
  values: Record<string, Value>
}

/** A register with a new form open in it, filled in. */
export function filledFormPlace({ thing, values }: Filled, line?: TypedLine) {
  const query = { fill: JSON.stringify(values), ...(line && { line: JSON.stringify(line) }) }
  return { path: registerPath(thing), query }
}

/** A form with what a line says, and all that it leaves open: of the rest the form's own checks tell. */
export function typedFormPlace(reading: Filled & { questions: readonly Unsettled[] }, text: string) {
  const open = reading.questions.filter(({ written, choices }) => written !== '' || choices.length > 0)
  const unsettled = open.map(({ fault, written, choices }) => ({ fault, written, choices }))
  return filledFormPlace(reading, { text, unsettled })
}

/** The 清单事项 of one state; all of them without one. */
export function listItemsPlace(state?: ItemState) {
  return { path: '/list-items', query: state ? { state } : {} }
}

/** One of the 清单事项, with its pane open. */
export function listItemPlace(item: number) {
  return { path: listItemsPlace().path, query: { item } }
}

/** Fields that two records never have in common. */
export const UNIQUE: readonly string[] = ['doc_number', 'index_number']

/** The departments, and there the persons who may act. */
export const DEPARTMENTS = '/departments'
export const PERSONS = { path: DEPARTMENTS, query: { persons: 1 } }

export function departmentPlace(department: number) {
  return { path: DEPARTMENTS, query: { department } }
}
