// The period in force: what is refused, and what each register keeps.
import { expect, test } from 'vitest'
import { period, recallPeriod, setPeriod } from './period'

test('a period that ends before it begins is refused and the one in force stays', () => {
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
  expect(setPeriod({ from: '2023-12-01', to: '2023-11-20' })).toBe(false)
  expect(setPeriod({ from: '', to: '2023-11-20' })).toBe(false)
  expect(period.value).toEqual({ from: '2023-02-01', to: '2023-11-20' })
})

test('a period of a single day is a period', () => {
  expect(setPeriod({ from: '2023-12-31', to: '2023-12-31' })).toBe(true)
})

test('each register keeps its own period, and a new one begins with the first that it names', () => {
  const year = { from: '2023-01-01', to: '2023-12-31' }
  const named = { from: '2022-09-01', to: '2023-08-31' }
  recallPeriod('/甲')
  setPeriod(year)
  recallPeriod('/乙', named)
  expect(period.value).toEqual(named)
  recallPeriod('/甲', named)
  expect(period.value).toEqual(year)
})

test('a register that names no period begins with the one in force', () => {
  const year = { from: '2021-01-01', to: '2021-12-31' }
  setPeriod(year)
  recallPeriod('/丙')
  expect(period.value).toEqual(year)
})
