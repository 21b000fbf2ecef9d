// Records of a list as the rows of a panel, each with its day.
import type { FigureRecord, ListedRecord, Thing } from '@/api/bindings'

/** `date` is the field that holds the day. */
export function asRows(records: readonly ListedRecord[], thing: Thing, date: string): FigureRecord[] {
  return records.map(({ id, title, values }) => {
    const day = values[date]
    return { id, thing, title, date: typeof day === 'string' ? day : '', quantity: 1 }
  })
}
