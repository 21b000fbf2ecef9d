// How a day is written on the screen.
import { expect, test } from 'vitest'
import { dayInWords, moment } from './day'

test('a day in Chinese has no leading zeros', () => {
  expect(dayInWords('2023-02-01', 'zh-CN')).toBe('2023年2月1日')
  expect(dayInWords('2023-02-01', 'en')).toBe('2023-02-01')
})

test('what is no day stays as it is', () => {
  expect(dayInWords('', 'zh-CN')).toBe('')
})

test('a moment is shown to the minute', () => {
  expect(moment('2023-11-20T09:30:15')).toBe('2023-11-20 09:30')
})
