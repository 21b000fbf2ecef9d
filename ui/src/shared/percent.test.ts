// The same cases as the core's own rounding.
import { expect, test } from 'vitest'
import { percent } from './percent'

test.each([
  [873, 1000, '87.3'],
  [1, 3, '33.3'],
  [2, 3, '66.7'],
  [1, 2000, '0.1'],
  [1, 2001, '0.0'],
  [3, 3, '100.0'],
  [0, 0, null],
])('%d of %d is %s', (part, whole, told) => {
  expect(percent(part, whole)).toBe(told)
})
