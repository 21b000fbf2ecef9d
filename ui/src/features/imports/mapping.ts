// What the clerk corrected of a workbook as recognised, as the core takes it: only what differs.
import type { Inspection, Mapping, SheetInspection, SheetMapping } from '@/api/bindings'
import type { CallError } from '@/api/call'

/** Where the rows of a sheet may go, in the order of the office's ledgers. */
export const TARGETS = [
  'publications',
  'meetings',
  'replies',
  'day_counts',
  'materials',
  'requests',
  'evaluations',
  'case_files',
  'problems',
  'regulations',
  'consultations',
  'notices',
] as const
export type Target = (typeof TARGETS)[number]

/** What a column may mean beside the fields of the thing. */
export const EXTRA_FIELDS = ['status', 'withdrawn_reason', 'serial'] as const

/** A sheet as the clerk left it. */
export interface SheetChoice {
  /** As recognised before anything was chosen. */
  original: SheetInspection
  into: string | null
  headerRow: number | null
  /** As recognised under this target and header row; null until the core answers, and where it cannot read it so. */
  read: SheetInspection | null
  failure: CallError | null
  /** By heading: a field, null to leave the column out. */
  fields: Record<string, string | null>
}

export function choices(inspection: Inspection): SheetChoice[] {
  return inspection.sheets.map((original) => ({
    original,
    into: original.into,
    headerRow: original.header_row,
    read: original,
    failure: null,
    fields: asRecognised(original),
  }))
}

export function asRecognised(sheet: SheetInspection): SheetChoice['fields'] {
  return Object.fromEntries(sheet.columns.map(({ heading, field }) => [heading, field]))
}

/** Whether the sheet is left out, or read just as it was recognised at first. */
export function needsNoReading({ into, headerRow, original }: SheetChoice): boolean {
  return into === null || (into === original.into && headerRow === original.header_row)
}

/** A field has one column: what held it before is left out. */
export function assign(sheet: SheetChoice, heading: string, field: string | null): void {
  if (field) {
    for (const [other, held] of Object.entries(sheet.fields)) {
      if (held === field && other !== heading) sheet.fields[other] = null
    }
  }
  sheet.fields[heading] = field
}

export function mapping(sheets: SheetChoice[]): Mapping {
  return {
    sheets: sheets.flatMap((sheet) => {
      const columns = corrections(sheet)
      const corrected = sheet.into !== sheet.original.into || !needsNoReading(sheet) || columns.length > 0
      return corrected ? [placed(sheet, columns)] : []
    }),
  }
}

/** The sheet under its target and header row. */
export function placed(
  { original, into, headerRow }: SheetChoice,
  columns: SheetMapping['columns'] = [],
): SheetMapping {
  return { sheet: original.sheet, into, ...(into && headerRow ? { header_row: headerRow } : {}), columns }
}

/** Columns that were taken from come first, so that a field moves from one to the other. */
function corrections({ into, read, fields }: SheetChoice): SheetMapping['columns'] {
  if (into === null || read === null) return []
  const recognised = asRecognised(read)
  return Object.entries(fields)
    .flatMap(([heading, field]) => (field === recognised[heading] ? [] : [{ heading, field }]))
    .sort((a, b) => Number(a.field !== null) - Number(b.field !== null))
}
