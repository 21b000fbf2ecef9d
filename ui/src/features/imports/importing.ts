// The import under way. It outlives its page, so that a clerk may look something up meanwhile; it ends with its register.
import { computed, ref, shallowRef, watch } from 'vue'
import type {
  Batch,
  ImportAnswer,
  ImportRequest,
  Inspection,
  NewTerm,
  SheetInspection,
  SheetVerdict,
  Written,
} from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { longWork } from '@/app/longwork'
import { openedRegister, refreshRegister } from '@/app/register'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { asKept, forgetKept, type KeptImport, keepImport, takeUp, useKeeping } from './keeping'
import { loadLeftovers } from './leftovers'
import { asRecognised, choices, mapping, needsNoReading, placed, type SheetChoice } from './mapping'
import { corrections, forgetMends, markChecked, useMending } from './mending'
import { clearWaiting, dequeue, enqueue } from './waiting'

export type Step = 'pick' | 'columns' | 'check' | 'done'
export type TermChoice = 'add' | 'strict'

const work = longWork()
const { dropped } = useKeeping()
const { mended, put } = useMending()
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
/** Why the list of imports could not be read; until it can be, it is asked for again. */
const batchesError = shallowRef<CallError | null>(null)
/** What failed outside of long work: the picker. */
const failure = shallowRef<CallError | null>(null)

/** Above this many rows a check is asked for, never begun by itself. */
const QUICK = 5000

const accepted = computed(() => sum((sheet) => sheet.accepted))
const refused = computed(() => sum((sheet) => sheet.refused.length))
const quick = computed(() => sum((sheet) => sheet.rows) <= QUICK)
/** Columns that nobody has seen are not imported. */
const unread = computed(() => sheets.value.some((sheet) => sheet.read === null))
/** New words must be decided on before anything is imported. */
const undecided = computed(() => newTerms.value.length > 0 && termChoice.value === null)

watch(
  () => openedRegister.value?.folder,
  () => {
    startOver()
    clearWaiting()
    batches.value = null
    batchesError.value = null
  },
)

watch(
  [step, sheets, mended],
  () => {
    if (step.value !== 'columns' && step.value !== 'check') return
    void keepImport(asKept(workbook.value, sheets.value, mended.value.flat()))
  },
  { deep: true },
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
    batchesError,
    failure,
    accepted,
    refused,
    quick,
    unread,
    undecided,
    startOver,
    pick,
    resume,
    drop,
    beginNext,
    readAs,
    check,
    recheck,
    exportRefused,
    chooseForTerms,
    run,
    loadBatches,
    undo,
  }
}

function sum(count: (sheet: SheetVerdict) => number): number {
  return verdicts.value?.sheets.reduce((whole, sheet) => whole + count(sheet), 0) ?? 0
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
  dropped.value = 0
  work.error.value = null
  forgetMends()
}

async function pick(): Promise<void> {
  failure.value = null
  try {
    const path = await call('pick_workbook', {})
    if (path !== null) await begin(path)
  } catch (thrown) {
    failure.value = asCallError(thrown)
  }
}

async function begin(path: string): Promise<void> {
  if (await inspect(path)) step.value = 'columns'
}

async function inspect(path: string): Promise<boolean> {
  startOver()
  workbook.value = path
  const found = await work.run(() => call('inspect_workbook', { workbook: path }))
  if (found === null) return false
  inspection.value = found
  sheets.value = choices(found)
  return true
}

/** Goes on with an import that was left half done: the workbook is read again, and what was put right is checked again. */
async function resume(kept: KeptImport): Promise<void> {
  if (!(await inspect(kept.workbook))) return
  const same = new Set<string>()
  for (const before of kept.sheets) {
    const sheet = sheets.value.find(({ original }) => original.sheet === before.sheet)
    if (!sheet) continue
    await readAs(sheet, before.into, before.headerRow)
    if (takeUp(sheet, before)) same.add(before.sheet)
  }
  for (const { sheet, row, column, before, value } of kept.mends)
    if (same.has(sheet)) put(sheet, row, column, before, value)
  dropped.value = kept.mends.filter(({ sheet }) => !same.has(sheet)).length
  step.value = 'columns'
  if (mended.value.length > 0) await check()
}

/** Files dropped onto the window: the first begins, unless an import is under way; the others wait. */
async function drop(paths: string[]): Promise<void> {
  enqueue(paths)
  if (step.value === 'pick' || step.value === 'done') await beginNext()
}

async function beginNext(): Promise<void> {
  if (work.running.value) return
  const path = dequeue()
  if (path !== undefined) await begin(path)
}

/** The latest reading asked for of each sheet: an answer to an earlier one comes too late. */
const readings = new WeakMap<SheetChoice, symbol>()

/** Reads a sheet anew, under a target and, where it is known, the row of its header. */
async function readAs(sheet: SheetChoice, into: string | null, headerRow: number | null): Promise<void> {
  const mine = Symbol()
  readings.set(sheet, mine)
  // Rows are numbered and columns named as this reading has them.
  forgetMends(sheet.original.sheet)
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
  newTerms.value = []
  if (await rehearse(false)) step.value = 'check'
}

/** Shows it anew with the cells that were put right; `held` is a row that is still being typed. */
async function recheck(held?: string): Promise<void> {
  await rehearse(termChoice.value === 'strict', held)
}

async function chooseForTerms(choice: TermChoice): Promise<void> {
  const before = termChoice.value
  termChoice.value = choice
  if (choice === (before ?? 'add')) return
  if (!(await rehearse(choice === 'strict'))) termChoice.value = before
}

async function rehearse(strict: boolean, held?: string): Promise<boolean> {
  if (work.running.value) return false
  const markUnchecked = markChecked(held)
  const found = await work.run(() => call('import', { ...request(strict, held), dry_run: true }))
  if (found === null) {
    markUnchecked()
    return false
  }
  verdicts.value = found
  if (!strict) takeTerms(found.new_terms)
  return true
}

/** A word that came with a mended cell is decided on like any other. */
function takeTerms(found: NewTerm[]): void {
  const known = new Set(newTerms.value.map(({ dimension, name }) => `${dimension} ${name}`))
  if (found.some(({ dimension, name }) => !known.has(`${dimension} ${name}`))) termChoice.value = null
  newTerms.value = found
}

async function run(): Promise<void> {
  if (undecided.value) return
  const done = await work.run(() => call('import', { ...request(termChoice.value === 'strict'), dry_run: false }))
  if (done === null) return
  result.value = done
  step.value = 'done'
  void forgetKept()
  await afterChange()
}

/** Writes the rows that are refused as a workbook of their own. */
function exportRefused(to: string): Promise<Written> {
  return call('export_refused', { import: request(termChoice.value === 'strict'), to })
}

function request(strict: boolean, held?: string): ImportRequest {
  return { workbook: workbook.value, strict, mapping: mapping(sheets.value), corrections: corrections(held) }
}

async function loadBatches(): Promise<void> {
  try {
    batches.value = await call('batches', {})
    batchesError.value = null
  } catch (thrown) {
    batchesError.value = asCallError(thrown)
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
  forgetVocabulary()
  await Promise.all([loadBatches(), loadLeftovers()])
  try {
    await refreshRegister()
  } catch (thrown) {
    failure.value = asCallError(thrown)
  }
}
