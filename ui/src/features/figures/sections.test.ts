// Sections of figures, and the words that a section's definitions share.
import { expect, test } from 'vitest'
import type { Definition, Figure, Subject } from '@/api/bindings'
import { commonLead, sections } from './sections'

const figure = (id: string, meaning: string): Figure => ({
  id,
  label: id,
  unit: '条',
  value: 1,
  display: '1条',
  rows: 1,
  estimates: 0,
  meaning,
  unknown: [],
  by_hand: false,
  declared: null,
})
const definition = (id: string, counts: Subject): [string, Definition] => [
  id,
  { id, label: id, unit: '条', counts, date: 'published_on', where: [], measure: { type: 'records' } },
]

test.each([
  [
    ['未作废的会议，召开日期在期间内、类别为甲', '未作废的会议，召开日期在期间内、类别为乙'],
    '未作废的会议，召开日期在期间内、',
  ],
  [['甲乙，丙', '甲丁，丙'], ''],
  [['只有一条，没有共同处'], ''],
  [[], ''],
])('%j share %j', (texts, lead) => {
  expect(commonLead(texts)).toBe(lead)
})

test('figures stand in the order of the report, materials with what is published', () => {
  const figures = [figure('meeting', '会议'), figure('booklets', '资料'), figure('items', '信息')]
  const definitions = new Map([
    definition('items', 'publications'),
    definition('booklets', 'materials'),
    definition('meeting', 'meetings'),
  ])
  expect(sections(figures, definitions).map(({ name, figures: within }) => [name, within.map(({ id }) => id)])).toEqual(
    [
      ['publications', ['booklets', 'items']],
      ['meetings', ['meeting']],
    ],
  )
})

test('public notices stand with consultations, and what has a register has a section', () => {
  const figures = [
    figure('posted', '公示'),
    figure('opened', '征求意见'),
    figure('found', '问题'),
    figure('rules', '制度'),
  ]
  const definitions = new Map([
    definition('posted', 'notices'),
    definition('opened', 'consultations'),
    definition('found', 'problems'),
    definition('rules', 'regulations'),
  ])
  expect(sections(figures, definitions).map(({ name }) => name)).toEqual(['problems', 'regulations', 'consultations'])
})

test('one that is filled in by hand shares no words with those that are counted', () => {
  const counted = ['甲', '乙'].map((word) => figure(word, `未作废的会议，召开日期在期间内、类别为${word}`))
  const byHand = { ...figure('丙', '手工填报，不由登记的记录统计'), by_hand: true }
  const definitions = new Map([...counted, byHand].map(({ id }) => definition(id, 'meetings')))
  expect(sections([...counted, byHand], definitions)[0]?.lead).toBe('未作废的会议，召开日期在期间内、')
})
