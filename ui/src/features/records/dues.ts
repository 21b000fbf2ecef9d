// What is due in the register of requests: asked once for a page of its list, after its rows are painted.
import { computed, type ShallowRef } from 'vue'
import type { Due, Thing } from '@/api/bindings'
import { call } from '@/api/call'
import { useAnswer } from '@/app/answer'
import { painted } from '@/shared/painted'
import type { DueFilter } from './listing'

/** By record; nothing in the other registers. That it cannot be read, the list beside it tells. */
export function useDues(thing: Thing, list: ShallowRef<unknown>) {
  const { answer } = useAnswer(async () => {
    if (thing !== 'request' || list.value === null) return null
    await painted()
    return new Map((await call('due_list', {})).map((due) => [due.id, due]))
  }, [list])
  return computed((): ReadonlyMap<string, Due> | undefined =>
    thing === 'request' ? (answer.value ?? new Map()) : undefined,
  )
}

/** The records that are due so. */
export async function idsDue(filter: DueFilter): Promise<string[]> {
  const holds = ({ standing, soon }: Due) => (filter === 'overdue' ? standing === 'overdue' : soon)
  return (await call('due_list', {})).filter(holds).map(({ id }) => id)
}
