// The numbers of a scorecard in their groups, and how the table of departments is sorted by them.
import type { Score, Scorecard } from '@/api/bindings'

export const GROUPS: readonly { name: 'items' | 'requests' | 'replies' | 'problems'; scores: readonly Score[] }[] = [
  { name: 'items', scores: ['published', 'on_time', 'late', 'undated', 'provisional', 'corrections', 'unpublished'] },
  { name: 'requests', scores: ['requests_in_time', 'requests_late', 'requests_open', 'requests_overdue'] },
  {
    name: 'replies',
    scores: ['replies_in_time', 'replies_late', 'replies_undated', 'replies_open', 'replies_overdue'],
  },
  { name: 'problems', scores: ['problems_overdue'] },
]

/** Those that the table has a column for. */
export const TABLE = [
  'published',
  'on_time',
  'late',
  'undated',
  'share',
  'duties',
  'requests_late',
  'requests_open',
  'replies_open',
] as const
export type Column = (typeof TABLE)[number]

/** What a column holds, as a number to sort by; nothing sorts below everything. */
export function held(card: Scorecard, column: Column): number | null {
  if (column === 'share') return card.on_time_share
  if (column === 'duties') return card.duties.percent
  return card.scores[column]
}

export interface Sorting {
  column: Column
  descending: boolean
}

/** In the order of the vocabulary where nothing is sorted by. */
export function sorted(cards: readonly Scorecard[], by: Sorting | null): Scorecard[] {
  if (!by) return [...cards]
  const order = by.descending ? -1 : 1
  return [...cards].sort((one, other) => {
    const [a, b] = [held(one, by.column), held(other, by.column)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return order * (a - b)
  })
}
