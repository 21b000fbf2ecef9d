// Corrections of a workbook as recognised: only what differs reaches the core.
import { expect, test } from 'vitest'
import type { SheetInspection } from '@/api/bindings'
import { asRecognised, assign, choices, mapping, type SheetChoice } from './mapping'

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

/** As after an answer of the core. */
function reread(choice: SheetChoice, into: string, headerRow: number, columns: SheetInspection['columns']) {
  const read = sheet({ into, header_row: headerRow, columns })
  Object.assign(choice, { into, headerRow, read, fields: asRecognised(read) })
}

test('a sheet that is left out says only that', () => {
  const { sheets, first } = one()
  first.into = null
  expect(mapping(sheets).sheets).toEqual([{ sheet: '主动公开', into: null, columns: [] }])
})

test('under another target only what differs from its own recognition is sent', () => {
  const { sheets, first } = one()
  reread(first, 'meetings', 2, [
    { heading: '信息名称', field: 'title' },
    { heading: '经办部门', field: null },
  ])
  expect(mapping(sheets).sheets).toEqual([{ sheet: '主动公开', into: 'meetings', header_row: 2, columns: [] }])
  assign(first, '经办部门', 'department')
  expect(mapping(sheets).sheets[0]?.columns).toEqual([{ heading: '经办部门', field: 'department' }])
})

test('another header row is sent with what was corrected under it', () => {
  const { sheets, first } = one()
  reread(first, 'publications', 4, [{ heading: '题目', field: null }])
  assign(first, '题目', 'title')
  expect(mapping(sheets).sheets).toEqual([
    { sheet: '主动公开', into: 'publications', header_row: 4, columns: [{ heading: '题目', field: 'title' }] },
  ])
})

test('an unrecognised sheet that is left alone is not sent', () => {
  const { sheets, first } = one({ into: null, header_row: null, columns: [] })
  expect(mapping(sheets)).toEqual({ sheets: [] })
  reread(first, 'meetings', 4, [])
  expect(mapping(sheets).sheets).toEqual([{ sheet: '主动公开', into: 'meetings', header_row: 4, columns: [] }])
})
