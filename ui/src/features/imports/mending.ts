// Cells of refused rows as the clerk puts them right. The workbook stays as it is: they go with each check and import.
import { computed, reactive, ref } from 'vue'
import type { Correction } from '@/api/bindings'

export interface Mend extends Correction {
  /** As the workbook has it. */
  before: string
}

/** By row and column. A cell that was put back stays here: what the last check says of it is out of date. */
const mends = reactive(new Map<string, Map<string, Mend>>())
/** Rows changed since the last check. */
const unchecked = ref(new Set<string>())
const mended = computed(() =>
  [...mends.values()].map((row) => [...row.values()].filter(differs)).filter((r) => r.length),
)

const differs = (mend: Mend) => mend.value !== mend.before

export const rowKey = (sheet: string, row: number) => `${row} ${sheet}`

export function useMending() {
  return { unchecked, mended, typed, changes, put, putBack }
}

/** How many cells of a row differ from the workbook. */
function changes(sheet: string, row: number): number {
  return [...(mends.get(rowKey(sheet, row))?.values() ?? [])].filter(differs).length
}

/** What was typed into a cell; nothing where it was left alone. */
function typed(sheet: string, row: number, column: string): Mend | undefined {
  return mends.get(rowKey(sheet, row))?.get(column)
}

function put(sheet: string, row: number, column: string, shown: string, value: string): void {
  const key = rowKey(sheet, row)
  const cells = mends.get(key) ?? new Map<string, Mend>()
  mends.set(key, cells.set(column, { sheet, row, column, before: cells.get(column)?.before ?? shown, value }))
  unchecked.value.add(key)
}

/** The row as the workbook has it. */
function putBack(sheet: string, row: number): void {
  const key = rowKey(sheet, row)
  for (const mend of mends.get(key)?.values() ?? []) mend.value = mend.before
  unchecked.value.add(key)
}

/** What is sent. A row that is still being typed is held back. */
export function corrections(held?: string): Correction[] {
  return mended.value.flatMap((cells) =>
    cells.flatMap(({ sheet, row, column, value }) =>
      rowKey(sheet, row) === held ? [] : [{ sheet, row, column, value }],
    ),
  )
}

/** Takes the changed rows as checked; the answered function takes that back where the check failed. */
export function markChecked(held?: string): () => void {
  const sent = [...unchecked.value].filter((key) => key !== held)
  for (const key of sent) unchecked.value.delete(key)
  return () => {
    for (const key of sent) unchecked.value.add(key)
  }
}

/** Of one sheet, whose rows are read otherwise from now on; or all. */
export function forgetMends(sheet?: string): void {
  for (const [key, cells] of mends) {
    const [first] = cells.values()
    if (sheet !== undefined && first?.sheet !== sheet) continue
    mends.delete(key)
    unchecked.value.delete(key)
  }
}
