// How a record stands today, in words and with a sign: by the core's clock where days are counted, else by its days.
import type { ListedRecord, RecordClock, Thing, Value } from '@/api/bindings'
import { dueInWords, leftInWords, signOf, signs, type Tone, tones } from '@/features/requests/clock'
import { dayInWords } from '@/shared/day'
import type { Translate } from '../values'

export interface Standing {
  tone: Tone
  sign: string
  text: string
  /** Month and day of its limit, for a list. */
  day?: string
  /** The same in full, where the text is short. */
  title?: string
}

export type Values = Readonly<Record<string, Value | undefined>>

/** What a record says of itself, in a list or open. */
export type Stood = Pick<ListedRecord, 'id' | 'clock' | 'withdrawn'> & { values: Values }

export const dayOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null

const filled = (value: Value | undefined) => value !== undefined && value !== null && value !== ''

/** Things of which the list has a column of how they stand. */
export const STANDING_THINGS: readonly Thing[] = ['request', 'reply', 'problem', 'consultation', 'notice', 'case_file']

/** What is left of a limit, where one runs. */
export function limitInWords(clock: RecordClock | null, t: Translate): string {
  if (clock?.state !== 'waiting') return ''
  return (clock.provisional ? t('requests.provisionalShort') : '') + leftInWords(clock, t)
}

/** Nothing where there is nothing to wait for: a day's count, or a thing without a course. */
export function standingOf(
  thing: Thing,
  { clock, values }: Pick<Stood, 'clock' | 'values'>,
  today: string,
  t: Translate,
  locale: string,
): Standing | null {
  const told = (tone: Tone, key: string, named: Record<string, unknown> = {}): Standing => ({
    tone,
    sign: signOf[tone],
    text: t(`flow.standing.${key}`, named),
  })
  const waiting = (): Standing | null => {
    if (clock?.state !== 'waiting') return null
    const { standing, due } = clock
    const text = limitInWords(clock, t)
    const by = due === null ? t(`requests.standing.${standing}`) : dueInWords(thing, due, t, locale)
    const title = [by, text].join(t('requests.and'))
    return { tone: tones[standing], sign: signs[standing], text, title, ...(due !== null && { day: due.slice(5) }) }
  }
  /** Of a term that runs: what it is a term of, and what is left. */
  const running = (key: string): Standing | null => {
    const left = clock?.state === 'waiting' && clock.standing !== 'ended' ? waiting() : null
    return left && { ...left, text: t(`flow.standing.${key}`, { left: left.text }) }
  }
  const handled = (key: string): Standing => {
    if (clock?.state !== 'handled') return told('good', key)
    const standing = clock.late ? 'answered_late' : 'answered_in_time'
    const took = t(`flow.standing.took.${clock.took ? 'some' : 'none'}`, { n: clock.took })
    const over = clock.late ? leftInWords({ standing, left: -clock.over }, t) : ''
    const text = [t(`flow.standing.${key}`), over || took].join(t('requests.and'))
    return {
      tone: tones[standing],
      sign: signs[standing],
      text,
      title: [text, over && took].filter(Boolean).join(t('requests.and')),
    }
  }
  const opens = (day: string | null): Standing | null =>
    day !== null && today < day ? told('plain', 'opens', { day: dayInWords(day, locale) }) : null

  switch (thing) {
    case 'request':
    case 'reply':
      if (values.is_day_count === true) return null
      if (dayOf(values.replied_on) !== null) return handled('replied')
      if (thing === 'request') return waiting()
      return (
        waiting() ?? told('plain', filled(values.assigned_on) || filled(values.department) ? 'assigned' : 'unassigned')
      )
    case 'problem':
      return dayOf(values.solved_on) !== null ? handled('solved') : (waiting() ?? told('plain', 'unsolved'))
    case 'consultation':
      if (dayOf(values.answered_on) !== null) return told('good', 'fedBack')
      if (dayOf(values.closes_on) === null) return opens(dayOf(values.opened_on)) ?? told('plain', 'openUndated')
      return opens(dayOf(values.opened_on)) ?? running('openLeft') ?? told('caution', 'awaitsFeedback')
    case 'notice': {
      if (dayOf(values.ends_on) === null) return opens(dayOf(values.posted_on)) ?? told('plain', 'noticeUndated')
      const ahead = opens(dayOf(values.posted_on)) ?? running('noticeLeft')
      if (ahead) return ahead
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
