// The order of the table.
import { expect, test } from 'vitest'
import { sorted } from './scores'
import { card, noDuties } from './testing'

test('a department without a share comes last, however the column is sorted', () => {
  const cards = [card(1, { on_time_share: null }), card(2, { on_time_share: 50 }), card(3, { on_time_share: 100 })]
  const ids = (descending: boolean) => sorted(cards, { column: 'share', descending }).map((one) => one.department)
  expect(ids(true)).toEqual([3, 2, 1])
  expect(ids(false)).toEqual([2, 3, 1])
})

test('without a column the order of the vocabulary stays', () => {
  expect(sorted([card(3), card(1)], null).map((one) => one.department)).toEqual([3, 1])
})

test('duties are sorted by how many of them are done', () => {
  const cards = [
    card(1, { duties: { ...noDuties, published: 1, missing: 3, percent: 25 } }),
    card(2, { duties: { ...noDuties, published: 2, percent: 100 } }),
    card(3),
  ]
  expect(sorted(cards, { column: 'duties', descending: true }).map((one) => one.department)).toEqual([2, 1, 3])
})
