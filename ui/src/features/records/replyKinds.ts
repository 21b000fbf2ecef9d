// The ways in which replies are logged, cases and day counts, and which of them the list showed last.
import type { FilterValue } from '@/api/bindings'
import { recall, remember } from '@/shared/memory'
import { DAY_COUNT } from './form/formLayouts'

export const KINDS = ['single', 'day', 'all'] as const
export type Kind = (typeof KINDS)[number]
const MEMORY = 'replies.kind'

export const recallKind = (): Kind => recall(MEMORY, KINDS, 'all')
export const rememberKind = (kind: Kind): void => remember(MEMORY, kind)

/** What a list is narrowed to that shows these. */
export const dayCounts = (kind: Kind): FilterValue[] => (kind === 'all' ? [] : [kind === 'day'])

/** Which of them a list shows that is narrowed so. */
export function kindOf(chosen: Readonly<Record<string, readonly FilterValue[]>>): Kind {
  const [dayCount, ...more] = chosen[DAY_COUNT] ?? []
  if (dayCount === undefined || more.length) return 'all'
  return dayCount === true ? 'day' : 'single'
}
