// The day's counts by key, from any page: Alt with a digit counts one more, Ctrl+Z takes back what the line below tells of.
import { onBeforeUnmount, onMounted, toRaw } from 'vue'
import type { DayCounter } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import { notice, notify } from '@/shared/notice'
import { today } from '@/shared/period'
import { tellChanged } from './changed'
import { i18n } from './i18n'
import { openedRegister } from './register'

type Counters = readonly DayCounter[] | null

/** What was counted one after the other, while the line about it stands. */
let counted: { counter: DayCounter; day: string }[] = []
const undo = { label: '', run: () => void takeBack() }
const canUndo = () => toRaw(notice.value?.action) === undo

let heard: (() => Promise<Counters>) | null = null
let before: Promise<unknown> = Promise.resolve()

/** A page that shows the counts asks anew for what they have a part in, and answers with them; others ask for all that they show. */
export function hearCounts(hear: () => Promise<Counters>): void {
  onMounted(() => {
    heard = hear
  })
  onBeforeUnmount(() => {
    heard = null
  })
}

export function countOne(counter: DayCounter): Promise<void> {
  return inTurn(async () => {
    const day = today()
    if (!canUndo()) counted = []
    await count(counter, day, 1)
    counted.push({ counter, day })
    await tell('added', counter, day)
  })
}

function takeBack(): Promise<void> {
  return inTurn(async () => {
    const last = counted.pop()
    if (!last) return
    await count(last.counter, last.day, -1)
    await tell('taken', last.counter, last.day)
  })
}

/** Keys come faster than answers: what is told last is what was counted last. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const { locale, t } = i18n.global
  const done = before.then(work).catch((thrown) => {
    const error = asCallError(thrown)
    const elsewhere = error.wantsReason ? t('overview.counters.archived') : ''
    notify(error.sentence(locale.value) + elsewhere, { lasting: true })
  })
  before = done
  return done
}

const count = ({ channel, matter, unit }: DayCounter, day: string, by: 1 | -1) =>
  call('count_one', { channel, ...(matter !== null && { matter }), unit, day, by })

async function tell(what: 'added' | 'taken', { channel, matter, name }: DayCounter, day: string) {
  const { t } = i18n.global
  if (!heard) tellChanged()
  const counters = heard ? await heard() : await call('day_counters', { day })
  const now = counters?.find((one) => one.channel === channel && one.matter === matter)
  undo.label = t('overview.counters.undo')
  notify(t(`overview.counters.${what}`, { name, count: now?.count ?? 0 }), counted.length ? { action: undo } : {})
}

/** For the frame. Where a field has the focus, its keys are its own. */
export function useCounterKeys(): void {
  async function onKey(event: KeyboardEvent) {
    const { altKey, ctrlKey, metaKey, shiftKey, repeat, code, defaultPrevented } = event
    const inField = document.activeElement?.matches('input, textarea, select')
    if (!openedRegister.value || inField || repeat || shiftKey || defaultPrevented) return
    const command = ctrlKey || metaKey
    if (command && !altKey && code === 'KeyZ' && canUndo()) {
      event.preventDefault()
      return takeBack()
    }
    const digit = /^Digit([1-9])$/.exec(code)?.[1]
    if (!altKey || command || !digit) return
    event.preventDefault()
    await inTurn(async () => {
      const counter = (await call('day_counters', { day: today() }))[Number(digit) - 1]
      // Not waited for here: it takes its own turn.
      if (counter) void countOne(counter)
    })
  }

  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
