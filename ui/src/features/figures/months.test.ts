// Months of a period and the year before it.
import { expect, test } from 'vitest'
import { monthInShort, monthInWords, monthsOf, shifted, yearBefore } from './months'

test('a period has every month that it touches', () => {
  expect(monthsOf({ from: '2022-11-30', to: '2023-02-01' })).toEqual(['2022-11', '2022-12', '2023-01', '2023-02'])
  expect(monthsOf({ from: '2023-05-06', to: '2023-05-06' })).toEqual(['2023-05'])
})

test.each([
  ['2023-12', 1, '2024-01'],
  ['2023-01', -1, '2022-12'],
  ['2023-05', -12, '2022-05'],
])('%s moved by %i is %s', (month, by, moved) => {
  expect(shifted(month, by)).toBe(moved)
})

test('a year before are the same days, and 28 February where there is no 29th', () => {
  expect(yearBefore({ from: '2023-02-01', to: '2023-11-20' })).toEqual({ from: '2022-02-01', to: '2022-11-20' })
  expect(yearBefore({ from: '2024-02-29', to: '2024-12-31' })).toEqual({ from: '2023-02-28', to: '2023-12-31' })
})

test('a month is written without a leading zero, and under a column alone where the year is plain', () => {
  expect(monthInWords('2023-05', 'zh-CN')).toBe('2023年5月')
  expect(monthInWords('2023-05', 'en')).toBe('2023-05')
  expect(monthInShort('2023-05', 'zh-CN', true)).toBe('5月')
  expect(monthInShort('2023-05', 'en', true)).toBe('May')
  expect(monthInShort('2023-05', 'zh-CN', false)).toBe('2023-05')
})
