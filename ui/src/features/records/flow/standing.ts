// How a record stands today, in words and with a sign: derived from its days, kept nowhere.
import type { Thing, Value } from '@/api/bindings'
import { signOf, type Tone } from '@/features/requests/clock'
import { daysBetween } from '@/shared/day'
import type { Translate } from '../values'

export interface Standing {
  tone: Tone
  sign: string
  text: string
  /** The same in full, where the text is short. */
  title?: string
}

export type Values = Readonly<Record<string, Value | undefined>>

export const dayOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const filled = (value: Value | undefined) => value !== undefined && value !== null && value !== ''

/** Things of which the list has a column of how they stand. */
export const STANDING_THINGS: readonly Thing[] = ['request', 'reply', 'problem', 'consultation', 'notice', 'case_file']

/** Nothing where there is nothing to wait for: a day's count, or a thing without a course. */
export function standingOf(thing: Thing, values: Values, today: string, t: Translate): Standing | null {
  const told = (tone: Tone, key: string, named: Record<string, unknown> = {}): Standing => ({
    tone,
    sign: signOf[tone],
    text: t(`flow.standing.${key}`, named),
  })
  /** By a day that is ahead, is today, or is past. */
  const by = (day: string, to: string, keys: { left: string; today: string; past: string }): Standing => {
    const n = daysBetween(day, to)
    if (n === 0) return told('caution', keys.today)
    return n > 0 ? told('plain', keys.left, { n }) : told('bad', keys.past, { n: -n })
  }
  const due = (undecided: string) => {
    const day = dayOf(values.due_on)
    return day === null
      ? told('plain', undecided)
      : by(today, day, { left: 'left', today: 'dueToday', past: 'overdue' })
  }
  const took = (from: Value | undefined, to: string) => Math.max(0, daysBetween(dayOf(from) ?? to, to))

  switch (thing) {
    case 'request':
    case 'reply': {
      if (values.is_day_count === true) return null
      const replied = dayOf(values.replied_on)
      if (replied !== null) return told('good', 'replied', { n: took(values.received_on, replied) })
      if (thing === 'request') return null
      return due(filled(values.assigned_on) || filled(values.department) ? 'assigned' : 'unassigned')
    }
    case 'problem': {
      const [solved, limit] = [dayOf(values.solved_on), dayOf(values.due_on)]
      if (solved === null) return due('unsolved')
      const late = limit === null ? 0 : daysBetween(limit, solved)
      return late > 0 ? told('caution', 'solvedLate', { n: late }) : told('good', 'solved')
    }
    case 'consultation': {
      if (dayOf(values.answered_on) !== null) return told('good', 'fedBack')
      const [opened, closes] = [dayOf(values.opened_on), dayOf(values.closes_on)]
      if (opened !== null && today < opened) return told('plain', 'opensIn', { n: daysBetween(today, opened) })
      if (closes === null) return told('plain', 'openUndated')
      if (today > closes) return told('caution', 'awaitsFeedback')
      return by(today, closes, { left: 'openLeft', today: 'closesToday', past: 'awaitsFeedback' })
    }
    case 'notice': {
      const [posted, ends] = [dayOf(values.posted_on), dayOf(values.ends_on)]
      if (posted !== null && today < posted) return told('plain', 'opensIn', { n: daysBetween(today, posted) })
      if (ends === null) return told('plain', 'noticeUndated')
      if (today <= ends) return by(today, ends, { left: 'noticeLeft', today: 'noticeToday', past: 'noticeToday' })
      const objections = Number(values.objections ?? 0)
      if (!filled(values.objections)) return told('caution', 'noticeUnknown')
      if (objections > 0 && !filled(values.result)) return told('caution', 'noticeObjected', { n: objections })
      return objections > 0 ? told('good', 'noticeSettled', { n: objections }) : told('good', 'noticeClear')
    }
    case 'case_file':
      return dayOf(values.closed_on) === null ? told('plain', 'caseOpen') : told('good', 'caseClosed')
    case 'publication':
    case 'meeting':
    case 'material':
    case 'evaluation':
    case 'regulation':
      return null
  }
}
