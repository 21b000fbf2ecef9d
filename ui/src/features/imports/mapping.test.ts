// Corrections of a workbook as recognised: only what differs reaches the core.
import { expect, test } from 'vitest'
import type { SheetInspection } from '@/api/bindings'
import { assign, choices, mapping, retarget } from './mapping'

const sheet = (over: Partial<SheetInspection> = {}): SheetInspection => ({
  sheet: '主动公开',
  hidden: false,
  into: 'publications',
  header_row: 2,
  rows: 761,
  columns: [
    { heading: '信息名称', field: 'title' },
    { heading: '责任部门', field: 'department' },
    { heading: '经办部门', field: null },
  ],
  sample: [],
  ...over,
})
const one = (over?: Partial<SheetInspection>) => {
  const sheets = choices({ file: '台账.xlsx', sheets: [sheet(over)] })
  const first = sheets[0]
  if (!first) throw new Error('no sheet')
  return { sheets, first }
}

test('what was recognised and left alone is not sent', () => {
  expect(mapping(one().sheets)).toEqual({ sheets: [] })
})

test('a field moves from one column to another', () => {
  const { sheets, first } = one()
  assign(first, '经办部门', 'department')
  expect(mapping(sheets).sheets).toEqual([
    {
      sheet: '主动公开',
      into: 'publications',
      header_row: 2,
      columns: [
        { heading: '责任部门', field: null },
        { heading: '经办部门', field: 'department' },
      ],
    },
  ])
})

test('a sheet that is left out says only that', () => {
  const { sheets, first } = one()
  retarget(first, null)
  expect(mapping(sheets).sheets).toEqual([{ sheet: '主动公开', into: null, columns: [] }])
})

test('under another target nothing of the old recognition is held', () => {
  const { sheets, first } = one()
  retarget(first, 'meetings')
  expect(mapping(sheets).sheets).toEqual([{ sheet: '主动公开', into: 'meetings', header_row: 2, columns: [] }])
  retarget(first, 'publications')
  expect(mapping(sheets)).toEqual({ sheets: [] })
})

test('an unrecognised sheet is given its target and the row of its header', () => {
  const { sheets, first } = one({ into: null, header_row: null, columns: [] })
  retarget(first, 'meetings')
  first.headerRow = 4
  expect(mapping(sheets).sheets).toEqual([{ sheet: '主动公开', into: 'meetings', header_row: 4, columns: [] }])
})
