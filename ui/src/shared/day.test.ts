// How a day is written on the screen.
import { expect, test } from 'vitest'
import { dayInWords, daysBetween, moment, plusDays, plusMonths, typedDay, weeksOf } from './day'

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

test.each([
  ['2023-2-1', '2023-02-01'],
  ['2023.02.01', '2023-02-01'],
  ['2023/2/1', '2023-02-01'],
  [' 20230201 ', '2023-02-01'],
  ['2023年2月1日', '2023-02-01'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['2023-13-01', null],
  ['2023', null],
  ['', null],
])('%j typed is the day %j', (text, day) => {
  expect(typedDay(text)).toBe(day)
})

test('days are counted over the end of a month and of a year', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2023-12-31', '2024-01-01')).toBe(1)
  expect(daysBetween('2023-11-20', '2023-11-20')).toBe(0)
})

test('a day on and a month on, across the ends of months and years', () => {
  expect(plusDays('2023-12-31', 1)).toBe('2024-01-01')
  expect(plusDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(plusMonths('2023-12-15', 1)).toBe('2024-01-15')
  expect(plusMonths('2023-03-31', -1)).toBe('2023-02-28')
})

test('the weeks of a month begin with Monday and leave out no day', () => {
  const weeks = weeksOf('2023-10-12')
  expect(weeks[0]).toEqual([
    '2023-09-25',
    '2023-09-26',
    '2023-09-27',
    '2023-09-28',
    '2023-09-29',
    '2023-09-30',
    '2023-10-01',
  ])
  expect(weeks.at(-1)?.[0]).toBe('2023-10-30')
  expect(
    weeksOf('2023-02-28')
      .flat()
      .filter((day) => day.startsWith('2023-02')),
  ).toHaveLength(28)
})
