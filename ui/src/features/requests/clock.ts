// What is said of a request's clock, as an office says it: its standing, what is left, and why a day counts or not.
import type { ClockStanding, DueStanding, StripDay, Thing } from '@/api/bindings'
import { dayInWords, daysBetween } from '@/shared/day'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** How urgent a standing is: beside a word and a sign, a colour. */
export type Tone = 'bad' | 'caution' | 'good' | 'plain'

export const tones: Record<ClockStanding | DueStanding, Tone> = {
  overdue: 'bad',
  due_today: 'caution',
  due_soon: 'plain',
  ended: 'caution',
  running: 'plain',
  clarifying: 'plain',
  asking_third_party: 'plain',
  answered_in_time: 'good',
  answered_late: 'bad',
}

/** What stands for a tone where there is no standing of a clock. */
export const signOf: Record<Tone, string> = { bad: '✕', caution: '!', good: '✓', plain: '▷' }

export const signs: Record<ClockStanding | DueStanding, string> = {
  overdue: '✕',
  due_today: '!',
  due_soon: '▷',
  ended: '■',
  running: '▷',
  clarifying: '‖',
  asking_third_party: '‖',
  answered_in_time: '✓',
  answered_late: '✕',
}

/** Standings of which the same is said. */
const ALIKE: Partial<Record<ClockStanding | DueStanding, ClockStanding>> = {
  due_soon: 'running',
  asking_third_party: 'clarifying',
}

/** 还剩 3 个工作日, 已超 2 个工作日. */
export function leftInWords(
  { standing, left }: { standing: ClockStanding | DueStanding; left: number },
  t: Translate,
): string {
  const key = `requests.left.${ALIKE[standing] ?? standing}`
  const n = Math.abs(left)
  // Over a weekend a date has passed, and no working day with it.
  return n === 0 && standing !== 'due_today' ? t(`${key}.none`) : t(`${key}.some`, { n })
}

/** 答复期限：2023年3月24日（星期五） */
export function dueInWords(thing: Thing, day: string, t: Translate, locale: string): string {
  return t(`due.by.${thing}`, { day: dayInWords(day, locale), weekday: weekday(day, locale) })
}

/** 星期一 */
export function weekday(day: string, locale: string, how: 'long' | 'narrow' = 'long'): string {
  return new Intl.DateTimeFormat(locale, { weekday: how, timeZone: 'UTC' }).format(Date.parse(day))
}

/** In the cell of a day: its number, or why it has none. What counts after the last day is late. */
export function markInShort({ mark }: StripDay, limit: number, t: Translate): string {
  switch (mark.type) {
    case 'counted':
    case 'make_up':
      return mark.number > limit
        ? t('requests.mark.late', { n: mark.number - limit })
        : t(`requests.mark.${mark.type}`, { n: mark.number })
    case 'holiday':
      return mark.name
    case 'receipt':
    case 'weekend':
    case 'clarification':
    case 'third_party':
      return t(`requests.mark.${mark.type}`)
  }
}

/** The same in a sentence. */
export function markInWords({ mark, known }: StripDay, limit: number, t: Translate): string {
  const said = () => {
    switch (mark.type) {
      case 'counted':
      case 'make_up': {
        const why = mark.type === 'make_up' ? t('requests.why.make_up', { name: mark.name }) : ''
        const late = mark.number - limit
        return why + (late > 0 ? t('requests.why.late', { n: late }) : t('requests.why.counted', { n: mark.number }))
      }
      case 'holiday':
        return t('requests.why.holiday', { name: mark.name })
      case 'receipt':
      case 'weekend':
      case 'clarification':
      case 'third_party':
        return t(`requests.why.${mark.type}`)
    }
  }
  return known ? said() : said() + t('requests.why.unknown')
}

/** From Monday, as the columns of the strip stand: 0 to 6. */
export const placeInWeek = (day: string): number => (new Date(day).getUTCDay() + 6) % 7

/** In which week of the strip a day stands, from 0. */
export function weekOf(first: string, day: string): number {
  return Math.floor((daysBetween(first, day) + placeInWeek(first)) / 7)
}
