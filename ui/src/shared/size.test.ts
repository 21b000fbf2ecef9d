// A size is said in the largest unit that leaves a number before the point.
import { expect, test } from 'vitest'
import { sizeInWords } from './size'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [12_345, '12.3 KB'],
  [999_960, '1 MB'],
  [5_000_000, '5 MB'],
  [2_147_483_648, '2.1 GB'],
  [4_000_000_000_000, '4000 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words)
})
