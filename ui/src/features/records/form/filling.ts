// A form while it is filled in: what was typed, what was taken over, what it began with, and its draft.
import { computed, onBeforeUnmount, type Ref, ref, shallowRef } from 'vue'
import type { Leftover, RecordView, Term, Thing, ThingInfo, Unsettled, Value } from '@/api/bindings'
import { asCallError, type CallError } from '@/api/call'
import type { TypedLine } from '@/app/places'
import { openedRegister } from '@/app/register'
import { type Vocabulary, vocabulary } from '../vocabulary'
import { carriedOver, carry } from './carrying'
import { type Draft, type FormDrafts, leftoverKey, openFormDrafts, stepKey, type WaitingFile } from './drafts'
import { DAY_COUNT, layoutOf } from './formLayouts'
import { useRules } from './rules'
import { asTyped, isEmpty, same, type Typed } from './typed'
import { asWritten, without } from './unsettled'

/** What a form is opened with. */
export interface Begun {
  thing: Thing
  record?: RecordView | null
  initial?: Record<string, Value> | null
  /** The line that says `initial`: that is typed, and kept as such. */
  line?: TypedLine | null
  leftover?: Leftover | null
  /** The key of a draft to go on with. */
  draft?: string | null
  /** Files that it was begun with. */
  files?: readonly string[]
  /** A step of the record's course that is filled in by itself: its draft is none of the record's. */
  step?: string
}

export function useFilling() {
  const known = shallowRef<Vocabulary | null>(null)
  const info = shallowRef<ThingInfo | null>(null)
  const error = shallowRef<CallError | null>(null)
  const id = ref<string | null>(null)
  /** The refused row that is put right. */
  const leftover = ref<number | null>(null)
  const values = ref<Typed>({})
  const words = ref<Record<string, string>>({})
  /** Fields that still hold what the record before had. */
  const kept = ref<string[]>([])
  /** Files that are added to the record once it is saved. */
  const files = ref<WaitingFile[]>([])
  /** Fields that hold what a file says of itself: the name of that file. */
  const fromFile = ref<Record<string, string>>({})
  /** The line that it was begun with, and what that leaves open. */
  const line = ref('')
  const unsettled = ref<Unsettled[]>([])
  /** Why it is corrected, where an archived report counts it. */
  const reason = ref('')
  /** Fields that somebody was at: only they are told of faults. */
  const visited = ref(new Set<string>())
  const restored = ref(false)
  /** What clearing goes back to; of a record that is edited, what it holds. */
  const original = shallowRef<Typed>({})
  /** What the form showed first, its draft included. */
  const opened = shallowRef<Typed>({})
  const taken = shallowRef<string[]>([])
  let drafts: FormDrafts | null = null
  let register = ''
  const key = ref('')
  /** Which form this is: another one for every record, where keys of drafts come again. */
  const form = shallowRef(Symbol())

  const isDayCount = computed(() => values.value[DAY_COUNT] === true)
  const layout = computed(() => (info.value ? layoutOf(info.value.thing, isDayCount.value) : null))
  const isWord = (field: string) => (words.value[field] ?? '').trim() !== ''
  const changed = (field: string) => isWord(field) || !same(values.value[field], original.value[field])
  const touched = computed(
    () => files.value.length > 0 || (info.value?.fields ?? []).some((field) => changed(field.key)),
  )

  const { termOf, isRequired, silent, goesWithoutSaying } = useRules({ known, info, values, layout, isWord })

  async function begin(begun: Begun) {
    drafts?.flush()
    try {
      const [vocabularies, waiting] = await Promise.all([vocabulary(), draftsOf(openedRegister.value?.id ?? '')])
      known.value = vocabularies
      info.value = vocabularies.things.get(begun.thing) ?? null
      if (!info.value) return
      id.value = begun.record?.id ?? null
      leftover.value = begun.leftover?.id ?? null
      key.value = keyOf(begun, waiting)
      form.value = Symbol()
      error.value = null
      if (begun.record || begun.initial || begun.leftover) {
        original.value = begun.record
          ? asTyped(info.value, begun.record.values)
          : beginning(begun.line ? {} : (begun.initial ?? {}))
        taken.value = []
      } else takeOver()
      put(original.value, taken.value)
      const draft = waiting.find(key.value)
      restored.value = draft !== null
      if (draft) put({ ...original.value, ...draft.values }, draft.kept, draft)
      else if (begun.line) putLine(info.value, begun.initial ?? {}, begun.line)
      // What is already there is judged at once; what is empty, once somebody was there.
      visit(...info.value.fields.filter((field) => !isEmpty(values.value[field.key])).map((field) => field.key))
    } catch (thrown) {
      error.value = asCallError(thrown)
    }
  }

  async function draftsOf(id: string): Promise<FormDrafts> {
    if (drafts && register === id) return drafts
    drafts = await openFormDrafts(id, (failure) => {
      error.value = failure
    })
    register = id
    return drafts
  }

  function keyOf({ thing, record, step, initial, leftover, draft, files }: Begun, opened: FormDrafts): string {
    if (record) return step === undefined ? record.id : stepKey(record.id, step)
    if (leftover) return leftoverKey(leftover.id)
    if (draft) return draft
    return initial || files?.length ? opened.freeKey(thing) : opened.waitingKey(thing)
  }

  /** A new record's values, with the words that it begins with. */
  function beginning(given: Readonly<Typed>, dayCount = given[DAY_COUNT] === true): Typed {
    if (!info.value) return {}
    const fresh = asTyped(info.value, info.value.thing === 'reply' ? { ...given, [DAY_COUNT]: dayCount } : given)
    for (const [field, name] of Object.entries(layoutOf(info.value.thing, dayCount).begin ?? {}))
      if (isEmpty(fresh[field])) fresh[field] = termOf(field, name)
    return fresh
  }

  /** A new record begins with what the one before left it. */
  function takeOver() {
    if (!info.value) return
    const over = carriedOver(info.value.thing)
    original.value = beginning(over)
    taken.value = Object.keys(over).filter((field) => field !== DAY_COUNT)
  }

  /** What a line says is typed like what is typed here. */
  function putLine(about: ThingInfo, said: Readonly<Typed>, { text, unsettled: open }: TypedLine) {
    const typed = asWritten(about, beginning(said), {}, open)
    put(typed.values, [])
    words.value = typed.words
    line.value = text
    unsettled.value = open
    keepDraft()
  }

  function put(typed: Readonly<Typed>, keeping: string[], draft?: Draft) {
    values.value = { ...typed }
    opened.value = typed
    words.value = { ...draft?.words }
    files.value = draft?.files ?? []
    fromFile.value = { ...draft?.fromFile }
    line.value = draft?.line ?? ''
    unsettled.value = draft?.unsettled ?? []
    reason.value = draft?.reason ?? ''
    kept.value = keeping
    visited.value = new Set()
  }

  function set(field: string, value: Value, word = '') {
    values.value = { ...values.value, [field]: value }
    words.value = { ...words.value, [field]: word }
    unsettled.value = without(unsettled.value, field)
    kept.value = kept.value.filter((other) => other !== field)
    fromFile.value = Object.fromEntries(Object.entries(fromFile.value).filter(([other]) => other !== field))
    keepDraft()
  }

  /** What is left open at a field stays as it is: a word that is no term stays nowhere. */
  function settle(field: string) {
    unsettled.value = without(unsettled.value, field)
    words.value = { ...words.value, [field]: '' }
    keepDraft()
  }

  function setReason(why: string) {
    reason.value = why
    keepDraft()
  }

  /** Nothing was typed since it was opened. */
  const isAsOpened = () =>
    !restored.value && Object.entries(opened.value).every(([field, value]) => same(values.value[field], value))

  /** What a file says of itself goes into fields that are empty; answers with those. */
  function fillFrom(name: string, said: Readonly<Record<string, string | null>>): string[] {
    const empty = Object.keys(said).filter((field) => said[field] && isEmpty(values.value[field]) && !isWord(field))
    values.value = { ...values.value, ...Object.fromEntries(empty.map((field) => [field, said[field] ?? null])) }
    fromFile.value = { ...fromFile.value, ...Object.fromEntries(empty.map((field) => [field, name])) }
    visit(...empty)
    keepDraft()
    return empty
  }

  function setFiles(waiting: WaitingFile[]) {
    files.value = waiting
    keepDraft()
  }

  /** A single case, or a day's count. A unit that nobody chose changes with it. */
  function setDayCount(dayCount: boolean) {
    const begins = layout.value?.begin?.unit
    const mine = begins !== undefined && values.value.unit === termOf('unit', begins)
    const other = info.value ? layoutOf(info.value.thing, dayCount).begin?.unit : undefined
    if (mine && other !== undefined) values.value = { ...values.value, unit: termOf('unit', other) }
    set(DAY_COUNT, dayCount)
  }

  /** Of a record, what was changed: the rest may be saved elsewhere before the draft comes back. */
  function changedValues(): Typed {
    return Object.fromEntries(Object.entries(values.value).filter(([field]) => changed(field)))
  }

  /** What was typed and taken back again waits for nobody. */
  function keepDraft() {
    if (!info.value) return
    if (!touched.value) return drafts?.forget(key.value)
    drafts?.keep(key.value, {
      thing: info.value.thing,
      title: String(values.value[info.value.title_field] ?? ''),
      values: id.value === null ? values.value : changedValues(),
      words: words.value,
      kept: kept.value,
      files: files.value,
      fromFile: fromFile.value,
      line: line.value,
      unsettled: unsettled.value,
      reason: reason.value,
    })
  }

  function forgetDraft(of = key.value) {
    drafts?.forget(of)
    restored.value = false
  }

  /** What was typed goes, on demand. */
  function clear() {
    forgetDraft()
    put(original.value, taken.value)
  }

  function clearKept() {
    const fresh = beginning({}, isDayCount.value)
    const blank = Object.fromEntries(kept.value.map((field) => [field, fresh[field] ?? null]))
    original.value = { ...original.value, ...blank }
    values.value = { ...values.value, ...blank }
    taken.value = []
    kept.value = []
    if (info.value) carry(info.value.thing, {})
    if (touched.value) keepDraft()
  }

  /** What stays the same is left to the next record; the answered function takes that back. */
  function leave(): () => void {
    if (!info.value) return () => {}
    const { thing } = info.value
    const before = carriedOver(thing)
    const staying = (layout.value?.keep ?? []).filter((field) => !isEmpty(values.value[field]))
    if (isDayCount.value) staying.push(DAY_COUNT)
    carry(thing, Object.fromEntries(staying.map((field) => [field, values.value[field] ?? null])))
    return () => carry(thing, before)
  }

  /** All of a form that is put aside for another one; the answered function brings it back. */
  function hold(): { key: string; bringBack: () => void } {
    const typed = [values, words, kept, files, fromFile, line, unsettled, reason, visited, restored]
    const all = [id, leftover, key, form, ...typed, original, opened, taken] as Ref<unknown>[]
    const held = all.map((part) => part.value)
    const bringBack = () => {
      for (const [n, part] of all.entries()) part.value = held[n]
    }
    return { key: key.value, bringBack }
  }

  /** An empty form in the place of the one that is saved. */
  function next() {
    if (!info.value || !drafts) return
    takeOver()
    id.value = null
    leftover.value = null
    key.value = drafts.freeKey(info.value.thing)
    form.value = Symbol()
    restored.value = false
    const why = reason.value
    put(original.value, taken.value)
    // What is logged late, one after the other, has one reason.
    reason.value = why
  }

  function visit(...fields: string[]) {
    visited.value = new Set([...visited.value, ...fields])
  }

  /** A word that was added to the vocabulary. */
  function learn(term: Term) {
    if (known.value) known.value = { ...known.value, terms: new Map([...known.value.terms, [term.id, term]]) }
  }

  onBeforeUnmount(() => drafts?.flush())

  return {
    known,
    info,
    error,
    id,
    leftover,
    key,
    form,
    values,
    words,
    kept,
    files,
    fromFile,
    line,
    unsettled,
    reason,
    visited,
    restored,
    original,
    opened,
    layout,
    isDayCount,
    touched,
    isWord,
    changed,
    isRequired,
    silent,
    goesWithoutSaying,
    begin,
    set,
    settle,
    setReason,
    isAsOpened,
    fillFrom,
    setFiles,
    setDayCount,
    clear,
    clearKept,
    leave,
    hold,
    next,
    forgetDraft,
    visit,
    learn,
  }
}

export type Filling = ReturnType<typeof useFilling>
