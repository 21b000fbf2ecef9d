// A figure beside the year before, in words and with a sign.
import { expect, test } from 'vitest'
import { i18n } from '@/app/i18n'
import { web } from '@/app/testing/core'
import { compared } from './trends'

const t = (key: string, named: Record<string, unknown> = {}) => i18n.global.t(key, named)
const trend = (last_year: number | null, last_year_rows = 5) => ({
  figure: 'web',
  months: [],
  last_year,
  last_year_display: '',
  last_year_rows,
})

test.each([
  [118, 106, '上年同期 106 条', '较上年同期 +12 条，+11%'],
  [94, 106, '上年同期 106 条', '较上年同期 −12 条，−11%'],
  [106, 106, '上年同期 106 条', '与上年同期持平'],
  [108, 106, '上年同期 106 条', '较上年同期 +2 条，+1.9%'],
  [23618, 23617, '上年同期 23617 条', '较上年同期 +1 条'],
  [0, 3, '上年同期 3 条', '较上年同期 −3 条'],
  [13, 2, '上年同期 2 条', '较上年同期 +11 条'],
  [0, 10, '上年同期 10 条', '较上年同期 −10 条，−100%'],
  [3, 0, '上年同期 0 条', '较上年同期 +3 条'],
  [null, 3, '上年同期 3 条', ''],
])('%d after %d is told as %s, %s', (value, last, before, change) => {
  expect(compared({ ...web, value }, trend(last), false, t)).toEqual({ before, change })
})

test('where a year before has no records, that is said and nothing compared', () => {
  const none = { before: '上年同期无记录', change: '' }
  expect(compared(web, trend(0, 0), false, t)).toEqual(none)
  expect(compared(web, trend(null, 2), false, t)).toEqual(none)
})

test('a share changes by percentage points', () => {
  const share = { ...web, value: 96.5, unit: '%' }
  expect(compared(share, trend(95.1), true, t)).toEqual({
    before: '上年同期 95.1%',
    change: '较上年同期 +1.4 个百分点',
  })
})
