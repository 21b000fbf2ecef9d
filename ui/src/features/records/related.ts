// Records of any register, asked for by their names: what a link means, and what names an open record.
import type { ListedRecord } from '@/api/bindings'
import { call } from '@/api/call'
import { thingOf } from '@/app/places'

/** By name; what is not there is left out. Withdrawn ones are among them. */
export async function recordsNamed(names: readonly string[]): Promise<Map<string, ListedRecord>> {
  const things = [...new Set(names.map(thingOf))]
  const lists = await Promise.all(
    things.map((thing) => {
      const ids = [...new Set(names.filter((name) => thingOf(name) === thing))]
      return call('list_records', { thing, ids, limit: ids.length })
    }),
  )
  return new Map(lists.flatMap(({ records }) => records.map((record) => [record.id, record])))
}
