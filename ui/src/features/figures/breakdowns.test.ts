// By what a figure can be broken down, and its parts as rows and bars.
import { expect, test } from 'vitest'
import type { Field, Kind, Part, ThingInfo } from '@/api/bindings'
import { webDefinition } from '@/app/testing/core'
import { barsOf, comparesYears, leftOut, MONTH, monthRows, rowsOf, waysOf } from './breakdowns'

const field = (key: string, label: string, label_en: string, kind: Kind): Field => ({
  key,
  label,
  label_en,
  kind,
  required: false,
})
const thing = (name: ThingInfo['thing'], fields: Field[]): [ThingInfo['thing'], ThingInfo] => [
  name,
  { thing: name, label: '', label_en: '', title_field: '', date_field: '', fields },
]
const things = new Map([
  thing('publication', [
    field('title', '信息名称', 'Title', { type: 'text', max: 500 }),
    field('kind', '文种', 'Kind', { type: 'term', dimension: 'kind' }),
    field('channels', '公开渠道', 'Channels', { type: 'channels' }),
    field('is_public', '是否公开', 'Public', { type: 'flag' }),
  ]),
  thing('meeting', [field('department', '承办部门', 'Department', { type: 'term', dimension: 'department' })]),
])
const part = (key: string, label: string, quantity: number): Part => ({ key, label, quantity, records: quantity })
const words = { description: '', now: '本期', before: '上年同期' }
const year = { from: '2023-01-01', to: '2023-03-31' }

test('offered are the fields of the figure’s own thing that hold terms', () => {
  expect(waysOf(webDefinition, things, 'zh-CN')).toEqual([
    { by: 'kind', label: '文种' },
    { by: 'channels', label: '公开渠道' },
  ])
  expect(waysOf({ ...webDefinition, counts: 'releases' }, things, 'en').map(({ label }) => label)).toEqual([
    'Kind',
    'Channels',
  ])
  expect(waysOf({ ...webDefinition, counts: 'meetings' }, things, 'zh-CN')).toEqual([
    { by: 'department', label: '承办部门' },
  ])
})

test('a month without any is a nought, beside its month of the year before', () => {
  const rows = monthRows([part('2023-02', '2023-02', 7)], year, [{ month: '2022-01', quantity: 4 }], 'zh-CN')
  expect(rows.map(({ label, quantity, before }) => [label, quantity, before])).toEqual([
    ['2023年1月', 0, 4],
    ['2023年2月', 7, 0],
    ['2023年3月', 0, 0],
  ])
})

test('of many years only the months that have any are shown, and no year is compared', () => {
  const ages = { from: '1990-01-01', to: '2023-12-31' }
  expect(monthRows([part('2023-02', '', 7)], ages, null, 'zh-CN').map(({ key }) => key)).toEqual(['2023-02'])
  expect(comparesYears(ages)).toBe(false)
  expect(comparesYears({ from: '2022-09-01', to: '2023-08-31' })).toBe(true)
})

test('the empty field has a name', () => {
  expect(rowsOf([part('', '', 3)], '未填写')[0]?.label).toBe('未填写')
})

test('twenty bars are drawn, the rest is told; what overlaps is not summed', () => {
  const rows = rowsOf(
    Array.from({ length: 23 }, (_, at) => part(String(at), `部门${at}`, 30 - at)),
    '',
  )
  expect(barsOf(rows, 'department', words, 'zh-CN').names).toHaveLength(20)
  expect(leftOut(rows, 'department', { parts: [], overlapping: false })).toEqual({ n: 3, sum: 10 + 9 + 8 })
  expect(leftOut(rows, 'department', { parts: [], overlapping: true })).toEqual({ n: 3, sum: null })
})

test('months are columns in their order, all of them, with last year’s beside', () => {
  const rows = monthRows([part('2023-02', '', 7)], year, [], 'zh-CN')
  const bars = barsOf(rows, MONTH, words, 'zh-CN')
  expect(bars).toMatchObject({ upright: true, names: ['1月', '2月', '3月'], values: { values: [0, 7, 0] } })
  expect(bars.beside?.values).toEqual([0, 0, 0])
  expect(leftOut(rows, MONTH, { parts: [], overlapping: false }).n).toBe(0)
})
