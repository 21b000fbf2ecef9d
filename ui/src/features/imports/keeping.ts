// The import under way as a draft on this machine, so that it outlives the program: it waits until it is carried through.
import { ref, shallowRef, watch } from 'vue'
import { asCallError, type CallError } from '@/api/call'
import { openDrafts, readDrafts } from '@/app/drafts'
import { openedRegister } from '@/app/register'
import type { SheetChoice } from './mapping'
import type { Mend } from './mending'

export const IMPORT_KEY = 'import'

export interface KeptSheet extends Pick<SheetChoice, 'into' | 'headerRow' | 'fields'> {
  sheet: string
  /** As it was read: where that is otherwise now, its rows are other rows. */
  rows: number
  sample: string[][]
}

export interface KeptImport {
  workbook: string
  sheets: KeptSheet[]
  mends: Mend[]
}

/** What waits to be gone on with, or is being gone on with. */
const kept = shallowRef<KeptImport | null>(null)
const keepError = shallowRef<CallError | null>(null)
/** Cells that were put right in a sheet that has changed since. */
const dropped = ref(0)

let drafts: { register: string; open: ReturnType<typeof openDrafts> } | null = null

watch(
  () => openedRegister.value?.folder,
  () => {
    kept.value = null
    dropped.value = 0
    drafts = null
  },
)

export function useKeeping() {
  return { kept, keepError, dropped, loadKept, forgetKept }
}

const register = () => openedRegister.value?.id ?? ''

function opened() {
  if (drafts?.register !== register()) {
    const failed = (error: CallError) => {
      keepError.value = error
    }
    drafts = { register: register(), open: openDrafts(register(), failed) }
  }
  return drafts.open
}

async function loadKept(): Promise<void> {
  try {
    kept.value = readKept((await readDrafts(register())).get(IMPORT_KEY))
  } catch (thrown) {
    keepError.value = asCallError(thrown)
  }
}

export async function keepImport(draft: KeptImport): Promise<void> {
  kept.value = draft
  try {
    const { keep } = await opened()
    keep(IMPORT_KEY, draft)
  } catch (thrown) {
    drafts = null
    keepError.value = asCallError(thrown)
  }
}

/** Carried through, or given up. */
export async function forgetKept(): Promise<void> {
  kept.value = null
  try {
    const { forget } = await opened()
    forget(IMPORT_KEY)
  } catch (thrown) {
    drafts = null
    keepError.value = asCallError(thrown)
  }
}

export function asKept(workbook: string, sheets: readonly SheetChoice[], mends: Mend[]): KeptImport {
  return {
    workbook,
    sheets: sheets.map(({ original, into, headerRow, fields, read }) => {
      const { rows, sample } = read ?? original
      return { sheet: original.sheet, into, headerRow, fields, rows, sample }
    }),
    mends,
  }
}

/** Puts the kept choices upon a sheet as it was read again; whether its rows are those of before. */
export function takeUp(sheet: SheetChoice, before: KeptSheet): boolean {
  const read = sheet.read
  if (read === null) return false
  const there = Object.entries(before.fields).filter(([heading]) => heading in sheet.fields)
  Object.assign(sheet.fields, Object.fromEntries(there))
  return read.rows === before.rows && JSON.stringify(read.sample) === JSON.stringify(before.sample)
}

export function readKept(text: string | undefined): KeptImport | null {
  if (text === undefined) return null
  try {
    const found: Partial<KeptImport> = JSON.parse(text)
    const { workbook, sheets, mends } = found
    return workbook && sheets && mends ? { workbook, sheets, mends } : null
  } catch {
    // Cut off where the disk was full: there is nothing to go on with.
    return null
  }
}
