// How a record stands on a day, and what comes next: a table of cases for each thing that waits for something.
import { expect, test } from 'vitest'
import type { DueStanding, RecordClock, Thing } from '@/api/bindings'
import { i18n } from '@/app/i18n'
import { standingOf, type Values } from './standing'
import { deedsOf, stepsOf } from './steps'

const TODAY = '2026-03-10'
const t = (key: string, named: Record<string, unknown> = {}) => i18n.global.t(key, named)

const by = (standing: DueStanding, left: number, due = '2026-03-15', provisional = false): RecordClock => ({
  state: 'waiting',
  standing,
  due,
  provisional,
  left,
})
const took = (days: number, over: number | null = null): RecordClock => ({
  state: 'handled',
  took: days,
  late: over !== null,
  over: over ?? 0,
})

test.each<[Thing, Values, RecordClock | null, string]>([
  ['reply', { received_on: '2026-03-01' }, null, '▷待转办'],
  ['reply', { received_on: '2026-03-01', department: 3 }, null, '▷办理中，未定期限'],
  ['reply', {}, by('running', 4), '▷还剩 4 个工作日'],
  ['reply', {}, by('running', 4, '2027-01-05', true), '▷暂定 还剩 4 个工作日'],
  ['reply', {}, by('due_today', 0), '!今天是最后一天'],
  ['reply', {}, by('overdue', -9), '✕已超 9 个工作日'],
  ['reply', {}, by('overdue', 0), '✕期限已过，尚未满 1 个工作日'],
  ['reply', { replied_on: '2026-03-09' }, took(6), '✓已答复，用时 6 个工作日'],
  ['reply', { replied_on: '2026-03-09' }, took(0), '✓已答复，用时不足 1 个工作日'],
  ['reply', { replied_on: '2026-03-09' }, took(9, 3), '✕已答复，超过期限 3 个工作日'],
  ['request', {}, by('overdue', -2), '✕已超 2 个工作日'],
  ['request', { replied_on: '2026-03-06' }, took(4), '✓已答复，用时 4 个工作日'],
  ['problem', { found_on: '2026-03-01' }, null, '▷未整改，未定期限'],
  ['problem', {}, by('overdue', -1), '✕已超 1 个工作日'],
  ['problem', { solved_on: '2026-03-09' }, took(5), '✓已整改，用时 5 个工作日'],
  ['problem', { solved_on: '2026-03-09' }, took(5, 0), '✕已整改，超过期限，未满 1 个工作日'],
  ['consultation', { opened_on: '2026-03-12', closes_on: '2026-03-30' }, by('running', 14), '▷2026年3月12日开始'],
  ['consultation', { opened_on: '2026-03-02' }, null, '▷征求中，未定截止日期'],
  ['consultation', { opened_on: '2026-03-02', closes_on: '2026-03-16' }, by('running', 4), '▷征求中，还剩 4 个工作日'],
  ['consultation', { closes_on: '2026-03-10' }, by('due_today', 0), '!征求中，今天是最后一天'],
  ['consultation', { opened_on: '2026-02-02', closes_on: '2026-03-09' }, by('ended', -1), '!已截止，待反馈'],
  ['consultation', { opened_on: '2026-02-02', answered_on: '2026-03-09' }, null, '✓已反馈'],
  ['notice', { posted_on: '2026-03-08', ends_on: '2026-03-10' }, by('due_today', 0), '!公示中，今天是最后一天'],
  ['notice', { posted_on: '2026-03-08', ends_on: '2026-03-14' }, by('running', 4), '▷公示中，还剩 4 个工作日'],
  ['notice', { posted_on: '2026-03-01', ends_on: '2026-03-07' }, by('ended', -1), '!已期满，待登记异议情况'],
  ['notice', { posted_on: '2026-03-01', ends_on: '2026-03-07', objections: 0 }, null, '✓已期满，无异议'],
  ['notice', { ends_on: '2026-03-07', objections: 2 }, by('ended', -1), '!已期满，2 件异议待处理'],
  ['notice', { ends_on: '2026-03-07', objections: 2, result: '维持' }, null, '✓已期满，2 件异议已处理'],
  ['case_file', { filed_on: '2026-03-01' }, null, '▷办理中'],
  ['case_file', { filed_on: '2026-03-01', closed_on: '2026-03-02' }, null, '✓已办结'],
])('%s with %j and %j: %s', (thing, values, clock, told) => {
  const standing = standingOf(thing, { values, clock }, TODAY, t, 'zh-CN')
  expect(`${standing?.sign}${standing?.text}`).toBe(told)
})

test('in a list the limit stands before what is left, in full where the hand rests', () => {
  const standing = standingOf('reply', { values: {}, clock: by('overdue', -9, '2026-03-02') }, TODAY, t, 'zh-CN')
  expect(standing).toMatchObject({ day: '03-02', title: '办理期限：2026年3月2日（星期一），已超 9 个工作日' })
})

test('a day count, a request without a clock and a published item have no standing of their own', () => {
  const of = (thing: Thing, values: Values) => standingOf(thing, { values, clock: null }, TODAY, t, 'zh-CN')
  expect(of('reply', { received_on: '2026-03-01', is_day_count: true })).toBeNull()
  expect(of('request', { received_on: '2026-03-01' })).toBeNull()
  expect(of('publication', { published_on: '2026-03-01' })).toBeNull()
})

const course = (values: Values, clock: RecordClock | null = null) =>
  stepsOf('reply', { values, clock }, () => '', TODAY, t).map(({ name, state }) => `${name} ${state}`)

test('a reply goes from its receipt to the answer and on to whether it satisfied', () => {
  expect(course({ received_on: '2026-03-01' })).toEqual([
    'received done',
    'assigned now',
    'due ahead',
    'replied ahead',
    'satisfied ahead',
  ])
  const assigned = { received_on: '2026-03-01', assigned_on: '2026-03-02', due_on: '2026-03-05' }
  expect(course(assigned, by('overdue', -3))).toEqual([
    'received done',
    'assigned done',
    'due late',
    'replied now',
    'satisfied ahead',
  ])
  const answered = { ...assigned, replied_on: '2026-03-06' }
  expect(course(answered).slice(2)).toEqual(['due done', 'replied done', 'satisfied now'])
})

test.each<[Thing, Values, Record<string, string>, string[]]>([
  // Answered directly: nobody was charged with it, and no limit was set.
  ['reply', { replied_on: '2026-03-06' }, {}, ['assigned skipped', 'due skipped', 'replied done', 'satisfied now']],
  [
    'reply',
    { replied_on: '2026-03-06' },
    { department: '财务处', satisfaction: '满意' },
    ['assigned done', 'due skipped', 'replied done', 'satisfied done'],
  ],
  ['problem', { solved_on: '2026-03-06' }, {}, ['charged skipped', 'due skipped', 'solved done']],
  ['problem', { due_on: '2026-03-20' }, {}, ['charged now', 'due ahead', 'solved ahead']],
  ['consultation', { opened_on: '2026-02-02', answered_on: '2026-03-06' }, {}, ['closes skipped', 'fedBack done']],
  ['notice', { posted_on: '2026-03-01', objections: 0 }, { objections: '0' }, ['ends skipped', 'objections done']],
  // What was settled before its last day still waits for that day.
  [
    'notice',
    { posted_on: '2026-03-01', ends_on: '2026-03-20', objections: 0 },
    { objections: '0' },
    ['ends now', 'objections done'],
  ],
  ['case_file', { closed_on: '2026-03-06' }, {}, ['handled skipped', 'closed done']],
  ['case_file', { closed_on: '2026-03-06' }, { stage: '已办结' }, ['handled done', 'closed done']],
])('of %s with %j nothing is ticked that never happened', (thing, values, words, told) => {
  const steps = stepsOf(thing, { values, clock: null }, (field) => words[field] ?? '', TODAY, t)
  expect(steps.slice(1).map(({ name, state }) => `${name} ${state}`)).toEqual(told)
})

test.each<[Thing, Values, string[]]>([
  ['reply', {}, ['assign', 'answer']],
  ['reply', { assigned_on: '2026-03-02' }, ['answer']],
  ['reply', { replied_on: '2026-03-02' }, ['satisfy']],
  ['reply', { replied_on: '2026-03-02', satisfaction: 4 }, []],
  ['reply', { is_day_count: true }, []],
  ['problem', {}, ['charge', 'solve']],
  ['problem', { due_on: '2026-03-02' }, ['solve']],
  ['consultation', { answered_on: '2026-03-02' }, []],
  ['notice', { objections: 0 }, []],
  ['notice', { objections: 1 }, ['objections']],
  ['case_file', {}, ['close']],
  ['meeting', {}, []],
])('of %s with %j the next step is %j', (thing, values, names) => {
  expect(deedsOf(thing, values).map(({ name }) => name)).toEqual(names)
})
