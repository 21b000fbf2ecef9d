// What was pasted as far as it is not logged: how it is kept on this machine, and how it is read again.
import type { FieldFault, RowRead, RowsRead, Similar, Thing, ThingInfo, Unsettled } from '@/api/bindings'
import { asTyped, type Typed } from '../records/form/typed'
import { asWritten } from '../records/form/unsettled'

export interface Row {
  /** Its number among the lines that were pasted, from 1. */
  n: number
  values: Typed
  /** Words typed or pasted into fields of the vocabulary that are none of its terms, by field. */
  words: Record<string, string>
  /** What hinders until its field is changed, or stays as it is on purpose. */
  unsettled: Unsettled[]
  faults: FieldFault[]
  doubts: FieldFault[]
  similar: Similar[]
  repeats: number | null
  withdrawn: string | null
  assumed: string[]
  chosen: boolean
}

export interface Paste {
  text: string
  thing: Thing
  headed: boolean
  /** Lines above the first row: the header, and what stands over it. */
  above: number
  unknownHeadings: string[]
  rows: Row[]
  /** Something was put right by hand: another reading would lose it. */
  touched: boolean
  /** Rows that are dealt with. */
  gone: number[]
}

const ROWS = /^rows(\/\d+)?$/

export const isRowsKey = (key: string) => ROWS.test(key)

/** Where a new paste is kept: one that waits is not written over. */
export function freeKey(known: ReadonlyMap<string, string>): string {
  const keys = [...Array(known.size + 1).keys()].map((n) => (n ? `rows/${n + 1}` : 'rows'))
  return keys.find((key) => !known.has(key)) ?? 'rows'
}

export function readPaste(text: string | undefined): Paste | null {
  if (text === undefined) return null
  try {
    const found: Partial<Paste> = JSON.parse(text)
    return found.thing !== undefined && Array.isArray(found.rows) ? (found as Paste) : null
  } catch {
    // Cut off where the disk was full: there is nothing to put back.
    return null
  }
}

export function pasteOf(text: string, read: RowsRead, info: ThingInfo, gone: number[]): Paste {
  const rows = read.rows.filter(({ row }) => !gone.includes(row)).map((row) => rowOf(row, info))
  const { thing, headed, unknown_headings: unknownHeadings } = read
  const above = (read.rows[0]?.row ?? 1) - 1
  return { text, thing, headed, above, unknownHeadings, rows, touched: false, gone }
}

function rowOf(read: RowRead, info: ThingInfo): Row {
  const { row: n, unsettled, faults, doubts, similar, repeats, withdrawn, assumed } = read
  const typed = asWritten(info, asTyped(info, read.values), {}, unsettled)
  const row = { n, ...typed, unsettled, faults, doubts, similar, repeats, withdrawn }
  return { ...row, assumed, chosen: !isAgain(row) }
}

/** The records in force that say the same in every field. */
export const twinsOf = ({ similar }: Pick<Row, 'similar'>): string[] =>
  similar.filter(({ why, withdrawn }) => why === 'same_in_every_field' && !withdrawn).map(({ id }) => id)

/** What is in the register already, or above: nobody wants it twice unless they say so. */
function isAgain(row: Pick<Row, 'similar' | 'repeats'>): boolean {
  return row.repeats !== null || twinsOf(row).length > 0
}

export type State = 'withdrawn' | 'faulty' | 'again' | 'ready'

export function stateOf(row: Row): State {
  if (row.withdrawn !== null) return 'withdrawn'
  if (faultsOf(row).length) return 'faulty'
  return isAgain(row) ? 'again' : 'ready'
}

export const faultsOf = ({ unsettled, faults }: Row): FieldFault[] => [
  ...unsettled.map(({ fault }) => fault),
  ...faults,
]

/** Whether it is logged when all are. */
export const isGoing = (row: Row) => row.chosen && row.withdrawn === null && faultsOf(row).length === 0
