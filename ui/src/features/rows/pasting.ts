// Rows while they are put right: read, changed field by field, checked, and logged all at once; kept aside until then.
import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Dimension, Field, Thing, ThingInfo, Value } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { tellChanged } from '@/app/changed'
import { openDrafts } from '@/app/drafts'
import { openedRegister } from '@/app/register'
import { asSent, same } from '../records/form/typed'
import { dimensionOf, namesIn, openAt, without } from '../records/form/unsettled'
import { forgetVocabulary, type Vocabulary, vocabulary } from '../records/vocabulary'
import { freeKey, isGoing, isRowsKey, type Paste, pasteOf, type Row, readPaste, twinsOf } from './paste'

/** Between two keys of a person who types on. */
const PAUSE = 300

type Drafts = Awaited<ReturnType<typeof openDrafts>>

export interface Logged {
  ids: string[]
  thing: Thing
  /** Puts the rows back once their records are taken back; whether they still belong here. */
  bringBack: () => boolean
}

export function usePasting() {
  const { t } = useI18n()
  const paste = ref<Paste | null>(null)
  const known = shallowRef<Vocabulary | null>(null)
  const error = shallowRef<CallError | null>(null)
  const busy = ref(true)
  let drafts: Drafts | null = null
  let key = ''
  /** The row that was just changed, and waits for its check. */
  let unchecked: Row | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let before: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const info = computed<ThingInfo | null>(() => known.value?.things.get(paste.value?.thing as Thing) ?? null)
  const going = computed(() => paste.value?.rows.filter(isGoing) ?? [])
  /** Words that the vocabulary lacks, each once. */
  const newWords = computed(() => {
    const found = new Map<string, { dimension: Dimension; name: string }>()
    for (const row of paste.value?.rows ?? [])
      for (const { fault, written, choices } of row.withdrawn === null ? row.unsettled : []) {
        const about = info.value?.fields.find((one) => one.key === fault.field)
        const dimension = about && dimensionOf(about)
        // What may be a word that is there is no new one.
        if (!dimension || fault.code !== 'word_unknown' || choices.length) continue
        for (const name of namesIn(about, written)) found.set(`${dimension} ${name}`, { dimension, name })
      }
    return [...found.values()]
  })

  /** Does one thing after another; whether it was done. */
  function doing(work: () => Promise<void>): Promise<boolean> {
    waiting += 1
    busy.value = true
    const mine = before.then(() => attempt(work))
    before = mine
    return mine
  }

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    error.value = null
    try {
      await work()
      return true
    } catch (thrown) {
      error.value = asCallError(thrown)
      return false
    } finally {
      waiting -= 1
      busy.value = waiting > 0
    }
  }

  async function begin() {
    const [kept, words] = await Promise.all([
      drafts ?? openDrafts(openedRegister.value?.id ?? '', failed),
      vocabulary(),
    ])
    drafts = kept
    known.value = words
  }

  function failed(failure: CallError) {
    error.value = failure
  }

  /** Reads what was pasted, beside what waits. */
  const take = (text: string) =>
    doing(async () => {
      await begin()
      drafts?.flush()
      const read = await readRows(text)
      key = freeKey(drafts?.known ?? new Map())
      paste.value = read
      keep()
    })

  /** Goes on with what waits. */
  const resume = (wanted: string | null) =>
    doing(async () => {
      await begin()
      const waiting = [...(drafts?.known.keys() ?? [])].filter(isRowsKey).sort()
      key = waiting.find((one) => one === wanted) ?? waiting[0] ?? ''
      paste.value = readPaste(drafts?.known.get(key))
      await Promise.all((paste.value?.rows ?? []).filter(({ withdrawn }) => withdrawn === null).map(askAgain))
    })

  /** What waited may be in the register since: where the program ended before it was noted that a row is logged. */
  async function askAgain(row: Row) {
    const known = twinsOf(row)
    await check(row)
    if (twinsOf(row).some((id) => !known.includes(id))) setChosen(row, false)
  }

  /** The same rows as those of another register. */
  const readAs = (thing: Thing) =>
    doing(async () => {
      if (!paste.value) return
      paste.value = await readRows(paste.value.text, thing, paste.value.gone)
      keep()
    })

  async function readRows(text: string, thing?: Thing, gone: number[] = []): Promise<Paste> {
    const read = await call('read_rows', thing ? { text, thing } : { text })
    const about = known.value?.things.get(read.thing)
    if (!about) throw new Error(read.thing)
    return pasteOf(text, read, about, gone)
  }

  function keep() {
    if (!paste.value) return
    if (paste.value.rows.length) drafts?.keep(key, paste.value)
    else drafts?.forget(key)
  }

  function change(row: Row, field: Field, value: Value, word: string) {
    if (!paste.value) return
    row.values = { ...row.values, [field.key]: value }
    row.words = { ...row.words, [field.key]: word }
    row.unsettled = without(row.unsettled, field.key)
    if (word.trim()) row.unsettled.push(unknown(field.key, word.trim()))
    else delete row.words[field.key]
    row.assumed = row.assumed.filter((one) => one !== field.key)
    row.repeats = null
    paste.value.touched = true
    keep()
    if (unchecked && unchecked !== row) void check(unchecked)
    unchecked = row
    clearTimeout(timer)
    timer = setTimeout(() => void check(row), PAUSE)
  }

  /** What is left open at a field stays as it is: a word that is no term stays nowhere. */
  function settle(row: Row, field: Field) {
    change(row, field, row.values[field.key] ?? null, '')
  }

  function unknown(field: string, name: string): Row['unsettled'][number] {
    const said = (locale: string) => t('form.field.unknown', { name }, { locale })
    const fault = { field, code: 'word_unknown' as const, zh: said('zh-CN'), en: said('en') }
    return { fault, written: name, choices: [] }
  }

  /** What the core says of a row as it stands now. */
  async function check(row: Row) {
    if (!paste.value) return
    if (unchecked === row) unchecked = null
    const values = asSent(row.values)
    try {
      const checked = await call('check_record', { thing: paste.value.thing, values })
      const stands = asSent(row.values)
      if (Object.keys(values).some((field) => !same(values[field], stands[field]))) return
      const settled = (field: string) => openAt(row.unsettled, field).length === 0
      row.faults = checked.refusals.filter((fault) => settled(fault.field))
      row.doubts = checked.warnings
      row.similar = checked.similar
      keep()
    } catch (thrown) {
      failed(asCallError(thrown))
    }
  }

  /** Adds words to their vocabularies, and puts them where they were missing. */
  const addWords = (words: readonly { dimension: Dimension; name: string }[]) =>
    doing(async () => {
      for (const { dimension, name } of words) {
        const term = await call('add_term', { dimension, name })
        for (const row of paste.value?.rows ?? []) putTerm(row, dimension, name, term.id)
      }
      forgetVocabulary()
      known.value = await vocabulary()
      if (paste.value) paste.value.touched = true
      await Promise.all((paste.value?.rows ?? []).map(check))
      keep()
    })

  function putTerm(row: Row, dimension: Dimension, name: string, id: number) {
    for (const field of info.value?.fields.filter((one) => dimensionOf(one) === dimension) ?? []) {
      const names = namesIn(field, row.words[field.key] ?? '')
      if (!names.includes(name)) continue
      const before = row.values[field.key]
      const several = field.kind.type === 'channels'
      row.values = { ...row.values, [field.key]: several ? [...(Array.isArray(before) ? before : []), id] : id }
      const left = names.filter((one) => one !== name).join('、')
      if (left) row.words[field.key] = left
      else {
        delete row.words[field.key]
        row.unsettled = without(row.unsettled, field.key)
      }
    }
  }

  function setChosen(row: Row, chosen: boolean) {
    row.chosen = chosen
    keep()
  }

  const leaveOut = (row: Row) => drop([row], paste.value)

  /** Takes rows out; the answered function puts them back where they stood, as long as nothing else was pasted. */
  function drop(rows: readonly Row[], from: Paste | null): () => boolean {
    if (!from) return () => false
    from.gone.push(...rows.map((row) => row.n))
    from.rows = from.rows.filter((row) => !rows.includes(row))
    if (paste.value === from) keep()
    return () => {
      if (paste.value !== from) return false
      from.rows = [...from.rows, ...rows].sort((a, b) => a.n - b.n)
      from.gone = from.gone.filter((n) => rows.every((row) => row.n !== n))
      keep()
      return true
    }
  }

  /** Logs what can be logged, in one transaction and for one reason, where it needs one; the others stay. */
  async function log(reason: string): Promise<Logged | null> {
    if (unchecked) await check(unchecked)
    if (!paste.value || busy.value || going.value.length === 0) return null
    const from = paste.value
    const { thing } = from
    const sent = [...going.value]
    const ids: string[] = []
    let bringBack = () => false
    await doing(async () => {
      const told = await call('log_records', {
        thing,
        rows: sent.map((row) => asSent(row.values)),
        ...(reason && { reason }),
      })
      const done = sent.filter((row, n) => {
        const { id, faults } = told.rows[n] ?? { id: null, faults: [] }
        row.faults = faults
        if (id !== null) ids.push(id)
        return id !== null
      })
      bringBack = drop(done, from)
      drafts?.flush()
      tellChanged()
    })
    return ids.length ? { ids, thing, bringBack } : null
  }

  /** Lets go of what was pasted; the answered function brings it back. */
  function discard(): () => void {
    const [held, of] = [paste.value, key]
    drafts?.forget(of)
    paste.value = null
    return () => {
      paste.value = held
      key = of
      keep()
    }
  }

  onBeforeUnmount(() => {
    clearTimeout(timer)
    drafts?.flush()
  })

  return {
    paste,
    known,
    info,
    error,
    busy,
    going,
    newWords,
    take,
    resume,
    readAs,
    change,
    settle,
    check,
    addWords,
    setChosen,
    leaveOut,
    log,
    discard,
  }
}

export type Pasting = ReturnType<typeof usePasting>
