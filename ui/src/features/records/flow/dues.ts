// How the rows of a list stand today: requests by their clock, asked once for a page after its rows are painted; others by their days.
import { computed, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Due, RecordList, Thing } from '@/api/bindings'
import { call } from '@/api/call'
import { useAnswer } from '@/app/answer'
import { dueInWords } from '@/features/requests/clock'
import { painted } from '@/shared/painted'
import { today } from '@/shared/period'
import type { DueFilter } from '../listing'
import { STANDING_THINGS, type Standing, standingOf } from './standing'

/** Things of which the list of what is due tells. */
export const DUE_THINGS: readonly Thing[] = ['request', 'reply', 'problem', 'consultation', 'notice']

/** By record; nothing in registers whose records wait for nothing. That it cannot be read, the list beside it tells. */
export function useStandings(thing: Thing, list: ShallowRef<{ list: RecordList } | null>) {
  const { t, locale } = useI18n()
  const { answer: dues } = useAnswer(async () => {
    if (thing !== 'request' || list.value === null) return null
    await painted()
    return new Map((await call('due_list', {})).map((due) => [due.id, due]))
  }, [list])

  return computed((): ReadonlyMap<string, Standing> | undefined => {
    if (!STANDING_THINGS.includes(thing)) return undefined
    const found = new Map<string, Standing>()
    for (const { id, values, withdrawn } of list.value?.list.records ?? []) {
      const due = dues.value?.get(id)
      const standing = due ? dueInWords(due, t, locale.value) : standingOf(thing, values, today(), t)
      if (standing && withdrawn === null) found.set(id, standing)
    }
    return found
  })
}

/** The records of a thing that are due so. */
export async function idsDue(thing: Thing, filter: DueFilter): Promise<string[]> {
  const holds = ({ id, standing, soon }: Due) =>
    id.startsWith(`${thing}-`) && (filter === 'overdue' ? standing === 'overdue' : soon)
  return (await call('due_list', {})).filter(holds).map(({ id }) => id)
}
