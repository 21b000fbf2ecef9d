// What the quick line says as a line to log: read a moment after the last key; saved at once where nothing is asked.
import { computed, onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Field, QuickReading, Similar, Thing, ThingInfo, Value } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { notify } from '@/shared/notice'
import { today } from '@/shared/period'
import { tellChanged } from './changed'
import { recordPlace, UNIQUE } from './places'
import { openedRegister } from './register'

/** Between two keys of a person who types on. */
const PAUSE = 120

type Values = Record<string, Value>

/** What the lines before leave to those that do not say it, for this sitting and this day alone; never their day. */
interface Before {
  typed: string
  /** By register: a department, and where it was published or answered. */
  carried: Partial<Record<Thing, Values>>
}

let before: Before | null = null
watch(
  () => openedRegister.value?.folder,
  () => {
    before = null
  },
  { flush: 'sync' },
)

export function useQuickEntry(words: Ref<string>) {
  const { t, locale } = useI18n()
  const router = useRouter()
  const read = shallowRef<{ text: string; reading: QuickReading } | null>(null)
  const error = shallowRef<CallError | null>(null)
  const asking = ref(false)
  const saving = ref(false)
  const things = shallowRef<Map<Thing, ThingInfo>>(new Map())
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  /** A line of which more was recognised than how its title ends; other words are only looked for. */
  const offered = computed(() => {
    const reading = read.value?.text === words.value ? read.value.reading : null
    return reading?.parts.some((part) => part.field !== 'kind') || reading?.questions.some(({ from, to }) => from < to)
      ? reading
      : null
  })
  /** A line with a day, a number or the mark of a register beside its words is a record; others are looked for. */
  const certain = computed(() => {
    const reading = offered.value
    if (!reading) return false
    const fields = things.value.get(reading.thing)?.fields ?? []
    const places = stretches(reading)
    const logging = places.filter(({ field, from, to }) =>
      field === '' ? /[:：]$/.test(words.value.slice(from, to)) : field === 'doc_number' || counted(fields, field),
    )
    return logging.length > 0 && (reading.left !== '' || new Set(places.map(({ from }) => from)).size > 1)
  })
  /** What is asked, or was logged already, is for the form before it is logged. */
  const opens = computed(() => offered.value !== null && isForForm(offered.value))
  /** What stands there says nothing of a record. */
  const unrecognised = computed(() => read.value?.text === words.value && !offered.value)
  /** What Tab goes through: each part, and each stretch that is asked about. */
  const stops = computed(() => {
    const all = offered.value ? stretches(offered.value) : []
    return all
      .filter(({ from }, at) => all.findIndex((other) => other.from === from) === at)
      .sort((a, b) => a.from - b.from)
  })
  /** All that is offered in answer to the questions, in their order. */
  const answers = computed(() =>
    (offered.value?.questions ?? []).flatMap(({ from, to, choices }, question) =>
      choices.map(({ text, shown }) => ({ question, from, to, text, shown })),
    ),
  )

  /** What the line before had, and this one does not say. */
  const carries = computed(() => offered.value?.assumed.filter(({ carried }) => carried) ?? [])

  async function ask(text: string): Promise<QuickReading | null> {
    const mine = ++asked
    clearTimeout(timer)
    try {
      const { carried } = remembered()
      const [reading, known] = await Promise.all([
        call('read_quick', { text, ...(Object.keys(carried).length && { carried }) }),
        things.value.size ? null : call('things', {}),
      ])
      if (mine !== asked) return null
      if (known) things.value = new Map(known.map((thing) => [thing.thing, thing]))
      read.value = { text, reading }
      asking.value = false
      return reading
    } catch {
      // Searching in the same line tells what is the matter.
      if (mine === asked) asking.value = false
      return null
    }
  }

  watch(words, (text) => {
    clearTimeout(timer)
    asked += 1
    error.value = null
    asking.value = text.trim() !== ''
    if (asking.value) timer = setTimeout(() => ask(text), PAUSE)
  })

  /** What the line says as it stands; null where it was changed meanwhile. */
  async function reading(): Promise<QuickReading | null> {
    const text = words.value
    const now = read.value?.text === text ? read.value.reading : await ask(text)
    return text === words.value ? now : null
  }

  /** Saves the line as it stands; what is for the form is answered with. */
  async function log(): Promise<'saved' | QuickReading | null> {
    if (saving.value || words.value.trim() === '') return null
    saving.value = true
    let now: QuickReading | null = null
    try {
      now = await reading()
      if (!now || isForForm(now)) return now
      const { record } = await call('log_record', { thing: now.thing, values: now.values })
      tellSaved(now, record.id)
      return 'saved'
    } catch (thrown) {
      error.value = asCallError(thrown)
      // A line has no room for the reason of a correction: the form asks for it.
      return error.value.wantsReason ? now : null
    } finally {
      saving.value = false
    }
  }

  function tellSaved(reading: QuickReading, id: string) {
    const info = things.value.get(reading.thing)
    const { typed, carried } = remembered()
    before = { typed, carried: { ...carried, [reading.thing]: carriedOf(reading.values) } }
    tellChanged()
    const chinese = locale.value.startsWith('zh')
    const thing = (chinese ? info?.label : info?.label_en) ?? ''
    const title = reading.left || reading.parts.map((part) => part.shown).join(' ')
    notify(t('frame.quick.saved', { thing, title }), {
      action: { label: t('frame.quick.undo'), run: () => void undo(id) },
      also: { label: t('frame.quick.show'), run: () => void router.push(recordPlace({ thing: reading.thing, id })) },
    })
  }

  async function undo(id: string) {
    try {
      await call('withdraw_record', { id, reason: t('frame.quick.undoReason'), also: true })
      tellChanged()
      notify(t('frame.quick.undone'))
    } catch (thrown) {
      notify(asCallError(thrown).sentence(locale.value))
    }
  }

  /** The line stands by itself again, and so do those after it until one is logged. */
  function uncarry() {
    if (before) before.carried = {}
    void ask(words.value)
  }

  /** What the last record of the register that is meant begins another with: today, and without what is its alone. */
  async function repeated(inSight?: Thing): Promise<{ thing: Thing; values: Values } | null> {
    const thing = offered.value?.thing ?? inSight ?? 'publication'
    try {
      const [last, known] = await Promise.all([call('last_logged', { thing }), call('things', {})])
      const info = known.find((one) => one.thing === thing)
      if (last && info) return { thing, values: again(last.values, info) }
      notify(t('frame.quick.noLast', { thing: t(`frame.pages.${thing}`) }))
    } catch (thrown) {
      error.value = asCallError(thrown)
      notify(error.value.sentence(locale.value))
    }
    return null
  }

  onScopeDispose(() => clearTimeout(timer))

  return {
    offered,
    certain,
    opens,
    unrecognised,
    stops,
    answers,
    carries,
    things,
    error,
    asking,
    saving,
    log,
    reading,
    uncarry,
    repeated,
  }
}

/** Something is to be settled, or a record says the same in every field. */
const isForForm = ({ questions, similar }: QuickReading) => questions.length > 0 || sameIn(similar) !== undefined

/** The record in force that says the same. */
export const sameIn = (similar: readonly Similar[]) =>
  similar.find(({ why, withdrawn }) => why === 'same_in_every_field' && !withdrawn)

/** The parts of the line and what is asked about in it, each with its field. */
function stretches({ parts, questions }: QuickReading) {
  const asked = questions.map(({ from, to, fault }) => ({ from, to, field: fault.field }))
  return [...parts, ...asked].filter(({ from, to }) => from < to)
}

function counted(fields: readonly Field[], key: string): boolean {
  const type = fields.find((field) => field.key === key)?.kind.type
  return type === 'date' || type === 'count' || type === 'money'
}

function remembered(): Before {
  return before?.typed === today() ? before : { typed: today(), carried: {} }
}

/** Of a day's count the channel is what it counts: the next one has its own. */
function carriedOf(values: Values): Values {
  const keys = values.is_day_count === true ? ['department'] : ['department', 'channels', 'channel']
  return Object.fromEntries(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])))
}

function again(values: Values, { fields, date_field }: ThingInfo): Values {
  const own = (key: string) => fields.some((field) => field.key === key && field.kind.type === 'date')
  const kept = Object.entries(values).filter(([key, value]) => value !== null && !UNIQUE.includes(key) && !own(key))
  return { ...Object.fromEntries(kept), [date_field]: today() }
}
