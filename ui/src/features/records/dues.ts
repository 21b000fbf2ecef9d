// What is due in a register: asked once for a page of its list, after its rows are painted.
import { computed, type ShallowRef } from 'vue'
import type { Due, Thing } from '@/api/bindings'
import { call } from '@/api/call'
import { useAnswer } from '@/app/answer'
import { painted } from '@/shared/painted'
import type { DueFilter } from './listing'

const BY_A_DAY = ['overdue', 'due_today', 'due_soon'] as const
const ENDING = ['due_today', 'due_soon', 'ended'] as const

/** What each register can be narrowed to, where something in it is due. */
export const dueFilters: Partial<Record<Thing, readonly DueFilter[]>> = {
  reply: BY_A_DAY,
  request: BY_A_DAY,
  problem: BY_A_DAY,
  consultation: ENDING,
  notice: ENDING,
}

/**
 * By record; nothing where the column is not shown: requests always have it, other registers while they are narrowed
 * to what is due. That it cannot be read, the list beside it tells.
 */
export function useDues(thing: Thing, list: ShallowRef<unknown>, narrowed: () => boolean) {
  const shown = () => thing === 'request' || narrowed()
  const { answer } = useAnswer(async () => {
    if (!shown() || list.value === null) return null
    await painted()
    return new Map((await call('due_list', { thing })).map((due) => [due.id, due]))
  }, [list])
  return computed((): ReadonlyMap<string, Due> | undefined => (shown() ? (answer.value ?? new Map()) : undefined))
}

/** The records of a register that are due so. */
export async function idsDue(thing: Thing, filter: DueFilter): Promise<string[]> {
  return (await call('due_list', { thing })).filter(({ standing }) => standing === filter).map(({ id }) => id)
}
