// How a record stands on a day, and what comes next: a table of cases for each thing that waits for something.
import { expect, test } from 'vitest'
import type { Thing } from '@/api/bindings'
import { i18n } from '@/app/i18n'
import { standingOf, type Values } from './standing'
import { deedsOf, stepsOf } from './steps'

const TODAY = '2026-03-10'
const t = (key: string, named: Record<string, unknown> = {}) => i18n.global.t(key, named)

test.each<[Thing, Values, string]>([
  ['reply', { received_on: '2026-03-01' }, '▷待转办'],
  ['reply', { received_on: '2026-03-01', department: 3 }, '▷办理中，未定期限'],
  ['reply', { received_on: '2026-03-01', due_on: '2026-03-15' }, '▷还剩 5 天'],
  ['reply', { received_on: '2026-03-01', due_on: '2026-03-10' }, '!今天到期'],
  ['reply', { received_on: '2026-03-01', due_on: '2026-03-08' }, '✕已逾期 2 天'],
  ['reply', { received_on: '2026-03-01', due_on: '2026-03-08', replied_on: '2026-03-09' }, '✓已答复，用时 8 天'],
  ['reply', { received_on: '2026-03-01', replied_on: '2026-02-01' }, '✓已答复，用时 0 天'],
  ['request', { received_on: '2026-03-02', replied_on: '2026-03-06' }, '✓已答复，用时 4 天'],
  ['problem', { found_on: '2026-03-01' }, '▷未整改，未定期限'],
  ['problem', { due_on: '2026-03-09' }, '✕已逾期 1 天'],
  ['problem', { due_on: '2026-03-09', solved_on: '2026-03-09' }, '✓已整改'],
  ['problem', { due_on: '2026-03-05', solved_on: '2026-03-09' }, '!已整改，逾期 4 天'],
  ['consultation', { opened_on: '2026-03-12', closes_on: '2026-03-30' }, '▷2 天后开始'],
  ['consultation', { opened_on: '2026-03-02' }, '▷征求中，未定截止日期'],
  ['consultation', { opened_on: '2026-03-02', closes_on: '2026-03-16' }, '▷征求中，还剩 6 天'],
  ['consultation', { opened_on: '2026-03-02', closes_on: '2026-03-10' }, '!今天截止'],
  ['consultation', { opened_on: '2026-02-02', closes_on: '2026-03-09' }, '!已截止，待反馈'],
  ['consultation', { opened_on: '2026-02-02', answered_on: '2026-03-09' }, '✓已反馈'],
  ['notice', { posted_on: '2026-03-08', ends_on: '2026-03-10' }, '!今天公示期满'],
  ['notice', { posted_on: '2026-03-08', ends_on: '2026-03-14' }, '▷公示中，还剩 4 天'],
  ['notice', { posted_on: '2026-03-01', ends_on: '2026-03-07' }, '!已期满，待登记异议情况'],
  ['notice', { posted_on: '2026-03-01', ends_on: '2026-03-07', objections: 0 }, '✓已期满，无异议'],
  ['notice', { posted_on: '2026-03-01', ends_on: '2026-03-07', objections: 2 }, '!已期满，2 件异议待处理'],
  ['notice', { ends_on: '2026-03-07', objections: 2, result: '维持' }, '✓已期满，2 件异议已处理'],
  ['case_file', { filed_on: '2026-03-01' }, '▷办理中'],
  ['case_file', { filed_on: '2026-03-01', closed_on: '2026-03-02' }, '✓已办结'],
])('%s with %j: %s', (thing, values, told) => {
  const standing = standingOf(thing, values, TODAY, t)
  expect(`${standing?.sign}${standing?.text}`).toBe(told)
})

test('a day count, a request that waits and a published item have no standing of their own', () => {
  expect(standingOf('reply', { received_on: '2026-03-01', is_day_count: true }, TODAY, t)).toBeNull()
  expect(standingOf('request', { received_on: '2026-03-01' }, TODAY, t)).toBeNull()
  expect(standingOf('publication', { published_on: '2026-03-01' }, TODAY, t)).toBeNull()
})

const course = (values: Values, words: Record<string, string> = {}) =>
  stepsOf('reply', values, (key) => words[key] ?? '', TODAY, t).map(({ name, state }) => `${name} ${state}`)

test('a reply goes from its receipt to the answer and on to whether it satisfied', () => {
  expect(course({ received_on: '2026-03-01' })).toEqual([
    'received done',
    'assigned now',
    'due ahead',
    'replied ahead',
    'satisfied ahead',
  ])
  const assigned = { received_on: '2026-03-01', assigned_on: '2026-03-02', due_on: '2026-03-05' }
  expect(course(assigned)).toEqual(['received done', 'assigned done', 'due late', 'replied now', 'satisfied ahead'])
  const answered = { ...assigned, replied_on: '2026-03-06' }
  expect(course(answered).slice(2)).toEqual(['due done', 'replied done', 'satisfied now'])
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
