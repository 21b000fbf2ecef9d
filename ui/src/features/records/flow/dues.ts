// How the rows of a list stand today, and which of a register's records are due.
import { computed, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RecordList, Thing } from '@/api/bindings'
import { call } from '@/api/call'
import { today } from '@/shared/period'
import type { DueFilter } from '../listing'
import { STANDING_THINGS, type Standing, standingOf } from './standing'

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

/** By record; nothing in registers whose records wait for nothing. */
export function useStandings(thing: Thing, list: ShallowRef<{ list: RecordList } | null>) {
  const { t, locale } = useI18n()
  return computed((): ReadonlyMap<string, Standing> | undefined => {
    if (!STANDING_THINGS.includes(thing)) return undefined
    const found = new Map<string, Standing>()
    for (const record of list.value?.list.records ?? []) {
      const standing = record.withdrawn === null ? standingOf(thing, record, today(), t, locale.value) : null
      if (standing) found.set(record.id, standing)
    }
    return found
  })
}

/** The records of a register that are due so. */
export async function idsDue(thing: Thing, filter: DueFilter): Promise<string[]> {
  return (await call('due_list', { thing })).filter(({ standing }) => standing === filter).map(({ id }) => id)
}
