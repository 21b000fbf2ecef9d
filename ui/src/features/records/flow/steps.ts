// The course of a record, step by step, and what can be done next: which fields that fills, with which one today.
import type { RecordClock, Thing } from '@/api/bindings'
import type { Messages } from '@/locales/zh-CN'
import type { Translate } from '../values'
import { dayOf, limitInWords, type Stood, type Values } from './standing'

export interface Step {
  name: keyof Messages['flow']['steps']
  day: string | null
  text: string
  /** Skipped: nothing was entered of it, and what comes after it is done. */
  state: 'done' | 'skipped' | 'now' | 'ahead' | 'late'
}

export interface Deed {
  name: keyof Messages['flow']['deeds']
  /** The fields of its line, the first of them entered first. */
  fields: readonly string[]
  /** The field that begins with today. */
  today?: string
}

/** What a person reads of a field; empty where it is. */
export type Shown = (field: string) => string

const list = (t: Translate, ...parts: string[]) => parts.filter(Boolean).join(t('figures.list'))

const isOverdue = (clock: RecordClock | null) => clock?.state === 'waiting' && clock.standing === 'overdue'

export function stepsOf(
  thing: Thing,
  { clock, values }: Pick<Stood, 'clock' | 'values'>,
  shown: Shown,
  today: string,
  t: Translate,
): Step[] {
  const day = (field: string) => dayOf(values[field])
  const said = (key: string, field: string) => (shown(field) ? t(`flow.${key}`, { n: shown(field) }) : '')
  /** The first that is neither done nor skipped is the one that waits; a limit waits for nobody. */
  const course = (...steps: [name: Step['name'], day: string | null, done: boolean, text: string][]): Step[] => {
    const last = steps.map(([, , done]) => done).lastIndexOf(true)
    const skipped = steps.map(([, on, done, text], n) => !done && n < last && on === null && text === '')
    const now = steps.findIndex(([name, , done], n) => !done && !skipped[n] && name !== 'due')
    return steps.map(([name, on, done, text], n) => ({
      name,
      day: on,
      text,
      state: done ? 'done' : skipped[n] ? 'skipped' : n === now ? 'now' : 'ahead',
    }))
  }
  /** What is left of the limit, or by how much it is past, while the work is not done. */
  const limited = (steps: Step[], done: boolean): Step[] =>
    steps.map((step) => {
      if (step.name !== 'due' || done) return step
      return { ...step, text: limitInWords(clock, t), state: isOverdue(clock) ? 'late' : 'ahead' }
    })

  switch (thing) {
    case 'reply': {
      if (values.is_day_count === true) return []
      const replied = day('replied_on') !== null
      const assigned = day('assigned_on') !== null || shown('department') !== ''
      const steps = course(
        ['received', day('received_on'), true, list(t, said('forwarded', 'forwarded_by'), shown('channel'))],
        ['assigned', day('assigned_on'), assigned, shown('department')],
        ['due', day('due_on'), replied && day('due_on') !== null, ''],
        ['replied', day('replied_on'), replied, ''],
        ['satisfied', null, replied && shown('satisfaction') !== '', shown('satisfaction')],
      )
      return limited(steps, replied)
    }
    case 'problem': {
      const solved = day('solved_on') !== null
      const charged = shown('department') !== '' || shown('owner') !== ''
      const steps = course(
        ['found', day('found_on'), true, shown('source')],
        ['charged', null, charged, list(t, shown('department'), shown('owner'))],
        ['due', day('due_on'), solved && day('due_on') !== null, ''],
        ['solved', day('solved_on'), solved, ''],
      )
      return limited(steps, solved)
    }
    case 'consultation': {
      const [opened, closes] = [day('opened_on'), day('closes_on')]
      const opinions = list(t, said('opinions', 'opinions'), said('adopted', 'adopted'))
      return course(
        ['opened', opened, opened !== null && opened <= today, ''],
        ['closes', closes, closes !== null && closes < today, ''],
        ['fedBack', day('answered_on'), day('answered_on') !== null, opinions],
      )
    }
    case 'notice': {
      const [posted, ends] = [day('posted_on'), day('ends_on')]
      const settled = shown('objections') !== '' && (Number(values.objections) === 0 || shown('result') !== '')
      return course(
        ['posted', posted, posted !== null && posted <= today, ''],
        ['ends', ends, ends !== null && ends < today, ''],
        ['objections', null, settled, said('objections', 'objections')],
      )
    }
    case 'case_file': {
      const closed = day('closed_on') !== null
      return course(
        ['filed', day('filed_on'), true, shown('authority')],
        ['handled', null, closed && shown('stage') !== '', shown('stage')],
        ['closed', day('closed_on'), closed, shown('conclusion')],
      )
    }
    case 'publication':
    case 'meeting':
    case 'material':
    case 'request':
    case 'evaluation':
    case 'regulation':
      return []
  }
}

/** What a person may do next, the likeliest first. */
export function deedsOf(thing: Thing, values: Values): Deed[] {
  const lacks = (field: string) => values[field] === undefined || values[field] === null || values[field] === ''
  switch (thing) {
    case 'reply': {
      if (values.is_day_count === true) return []
      const answer: Deed = { name: 'answer', fields: ['replied_on'], today: 'replied_on' }
      const assign: Deed = { name: 'assign', fields: ['department', 'assigned_on', 'due_on'], today: 'assigned_on' }
      if (!lacks('replied_on')) return lacks('satisfaction') ? [{ name: 'satisfy', fields: ['satisfaction'] }] : []
      return lacks('assigned_on') && lacks('due_on') ? [assign, answer] : [answer]
    }
    case 'problem': {
      const solve: Deed = { name: 'solve', fields: ['remedy', 'solved_on'], today: 'solved_on' }
      if (!lacks('solved_on')) return []
      return lacks('due_on') ? [{ name: 'charge', fields: ['department', 'owner', 'due_on'] }, solve] : [solve]
    }
    case 'consultation':
      return lacks('answered_on')
        ? [{ name: 'feedBack', fields: ['opinions', 'adopted', 'result', 'answered_on'], today: 'answered_on' }]
        : []
    case 'notice':
      return lacks('objections') || (Number(values.objections) > 0 && lacks('result'))
        ? [{ name: 'objections', fields: ['objections', 'result'] }]
        : []
    case 'case_file':
      return lacks('closed_on')
        ? [{ name: 'close', fields: ['stage', 'conclusion', 'closed_on', 'result'], today: 'closed_on' }]
        : []
    case 'publication':
    case 'meeting':
    case 'material':
    case 'request':
    case 'evaluation':
    case 'regulation':
      return []
  }
}
