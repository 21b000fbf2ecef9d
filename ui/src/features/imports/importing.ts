// The import under way. It outlives its page, so that a clerk may look something up meanwhile; it ends with its register.
import { computed, ref, shallowRef, watch } from 'vue'
import type { Batch, ImportAnswer, Inspection, NewTerm, SheetInspection } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { longWork } from '@/app/longwork'
import { openedRegister, refreshRegister } from '@/app/register'
import { asRecognised, choices, mapping, needsNoReading, placed, type SheetChoice } from './mapping'

export type Step = 'pick' | 'columns' | 'check' | 'done'
export type TermChoice = 'add' | 'strict'

const work = longWork()
const step = ref<Step>('pick')
const workbook = ref('')
const inspection = shallowRef<Inspection | null>(null)
const sheets = ref<SheetChoice[]>([])
/** What the import would do, by the choice made for new words. */
const verdicts = shallowRef<ImportAnswer | null>(null)
/** The words that the vocabulary lacks, whatever the choice. */
const newTerms = shallowRef<NewTerm[]>([])
const termChoice = ref<TermChoice | null>(null)
const result = shallowRef<ImportAnswer | null>(null)
const batches = shallowRef<Batch[] | null>(null)
/** What failed outside of long work: the picker, the list of imports. */
const failure = shallowRef<CallError | null>(null)

const accepted = computed(() => verdicts.value?.sheets.reduce((sum, sheet) => sum + sheet.accepted, 0) ?? 0)
/** Columns that nobody has seen are not imported. */
const unread = computed(() => sheets.value.some((sheet) => sheet.read === null))
/** New words must be decided on before anything is imported. */
const undecided = computed(() => newTerms.value.length > 0 && termChoice.value === null)

watch(
  () => openedRegister.value?.folder,
  () => {
    startOver()
    batches.value = null
  },
)

export function useImporting() {
  return {
    work,
    step,
    inspection,
    sheets,
    verdicts,
    newTerms,
    termChoice,
    result,
    batches,
    failure,
    accepted,
    unread,
    undecided,
    startOver,
    pick,
    readAs,
    check,
    chooseForTerms,
    run,
    loadBatches,
    undo,
  }
}

export function startOver(): void {
  step.value = 'pick'
  inspection.value = null
  sheets.value = []
  verdicts.value = null
  newTerms.value = []
  termChoice.value = null
  result.value = null
  failure.value = null
  work.error.value = null
}

async function pick(): Promise<void> {
  failure.value = null
  try {
    const path = await call('pick_workbook', {})
    if (path === null) return
    startOver()
    workbook.value = path
    const found = await work.run(() => call('inspect_workbook', { workbook: path }))
    if (found === null) return
    inspection.value = found
    sheets.value = choices(found)
    step.value = 'columns'
  } catch (thrown) {
    failure.value = asCallError(thrown)
  }
}

/** The latest reading asked for of each sheet: an answer to an earlier one comes too late. */
const readings = new WeakMap<SheetChoice, symbol>()

/** Reads a sheet anew, under a target and, where it is known, the row of its header. */
async function readAs(sheet: SheetChoice, into: string | null, headerRow: number | null): Promise<void> {
  const mine = Symbol()
  readings.set(sheet, mine)
  Object.assign(sheet, { into, headerRow: into === null ? sheet.original.header_row : headerRow, failure: null })
  show(sheet, needsNoReading(sheet) ? sheet.original : null)
  if (sheet.read !== null) return
  try {
    const request = { workbook: workbook.value, mapping: { sheets: [placed(sheet)] } }
    const found = await call('inspect_workbook', request)
    const read = found.sheets.find((each) => each.sheet === sheet.original.sheet)
    if (readings.get(sheet) !== mine || !read) return
    sheet.headerRow ??= read.header_row
    show(sheet, read)
  } catch (thrown) {
    if (readings.get(sheet) === mine) sheet.failure = asCallError(thrown)
  }
}

function show(sheet: SheetChoice, read: SheetInspection | null): void {
  sheet.read = read
  sheet.fields = read ? asRecognised(read) : {}
}

/** Shows what would come of the import as the columns stand. */
async function check(): Promise<void> {
  termChoice.value = null
  const found = await rehearse(false)
  if (found === null) return
  verdicts.value = found
  newTerms.value = found.new_terms
  step.value = 'check'
}

async function chooseForTerms(choice: TermChoice): Promise<void> {
  const before = termChoice.value
  termChoice.value = choice
  if (choice === (before ?? 'add')) return
  const found = await rehearse(choice === 'strict')
  if (found === null) termChoice.value = before
  else verdicts.value = found
}

function rehearse(strict: boolean): Promise<ImportAnswer | null> {
  return work.run(() => call('import', { ...request(strict), dry_run: true }))
}

async function run(): Promise<void> {
  if (undecided.value) return
  const done = await work.run(() => call('import', { ...request(termChoice.value === 'strict'), dry_run: false }))
  if (done === null) return
  result.value = done
  step.value = 'done'
  await afterChange()
}

function request(strict: boolean) {
  return { workbook: workbook.value, strict, mapping: mapping(sheets.value) }
}

async function loadBatches(): Promise<void> {
  try {
    batches.value = await call('batches', {})
  } catch (thrown) {
    failure.value = asCallError(thrown)
  }
}

/** Takes an import back; true where it was. */
async function undo(id: string): Promise<boolean> {
  const done = await work.run(() => call('undo_import', { id }))
  if (done !== null) {
    // A result that no longer holds is not shown as one.
    if (result.value?.batch === id) startOver()
    await afterChange()
  }
  return done !== null
}

async function afterChange(): Promise<void> {
  await loadBatches()
  try {
    await refreshRegister()
  } catch (thrown) {
    failure.value = asCallError(thrown)
  }
}
