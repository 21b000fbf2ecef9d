// What the clerk corrected of a workbook as recognised, as the core takes it: only what differs.
import type { Inspection, Mapping, SheetInspection } from '@/api/bindings'

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
] as const
export type Target = (typeof TARGETS)[number]

/** What a column may mean beside the fields of the thing. */
export const EXTRA_FIELDS = ['status', 'withdrawn_reason', 'serial'] as const

/** A sheet as the clerk left it. */
export interface SheetChoice {
  inspected: SheetInspection
  into: string | null
  headerRow: number | null
  /** By heading: a field, null to leave the column out, undefined as recognised. */
  fields: Record<string, string | null | undefined>
}

export function choices(inspection: Inspection): SheetChoice[] {
  return inspection.sheets.map((inspected) => ({
    inspected,
    into: inspected.into,
    headerRow: inspected.header_row,
    fields: asRecognised(inspected),
  }))
}

function asRecognised(sheet: SheetInspection): SheetChoice['fields'] {
  return Object.fromEntries(sheet.columns.map(({ heading, field }) => [heading, field]))
}

/** Under another target the columns are recognised anew. */
export function retarget(sheet: SheetChoice, into: string | null): void {
  sheet.into = into
  sheet.fields = into === sheet.inspected.into ? asRecognised(sheet.inspected) : {}
}

/** A field has one column: what held it before is left out. */
export function assign(sheet: SheetChoice, heading: string, field: string | null | undefined): void {
  if (field) {
    for (const [other, held] of Object.entries(sheet.fields)) {
      if (held === field && other !== heading) sheet.fields[other] = null
    }
  }
  sheet.fields[heading] = field
}

export function mapping(sheets: SheetChoice[]): Mapping {
  return {
    sheets: sheets.filter(isCorrected).map((sheet) => ({
      sheet: sheet.inspected.sheet,
      into: sheet.into,
      ...(sheet.into && sheet.headerRow ? { header_row: sheet.headerRow } : {}),
      columns: sheet.into ? corrections(sheet) : [],
    })),
  }
}

function isCorrected(sheet: SheetChoice): boolean {
  const { into, header_row } = sheet.inspected
  return (
    sheet.into !== into || (sheet.into !== null && (sheet.headerRow !== header_row || corrections(sheet).length > 0))
  )
}

/** Columns that were taken from come first, so that a field moves from one to the other. */
function corrections(sheet: SheetChoice): { heading: string; field: string | null }[] {
  const recognised: SheetChoice['fields'] = sheet.into === sheet.inspected.into ? asRecognised(sheet.inspected) : {}
  return Object.entries(sheet.fields)
    .flatMap(([heading, field]) => (field === undefined || field === recognised[heading] ? [] : [{ heading, field }]))
    .sort((a, b) => Number(a.field !== null) - Number(b.field !== null))
}
