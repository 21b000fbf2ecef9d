// The periods that are offered, by the day on which they are.
import { expect, test } from 'vitest'
import { presets } from './presets'

test.each([
  ['2023-08-31', '2022-09-01', '2023-08-31'],
  ['2023-09-01', '2023-09-01', '2024-08-31'],
  ['2024-01-01', '2023-09-01', '2024-08-31'],
])('on %s the school year runs from %s to %s', (day, from, to) => {
  expect(presets(day).thisSchoolYear).toEqual({ from, to })
})

test('a calendar year holds both its first and its last day', () => {
  expect(presets('2023-06-15').thisYear).toEqual({ from: '2023-01-01', to: '2023-12-31' })
  expect(presets('2023-06-15').yearToDate).toEqual({ from: '2023-01-01', to: '2023-06-15' })
})
