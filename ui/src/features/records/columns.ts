// Which columns each register's list shows: chosen by the person, remembered on this machine.
import { computed, ref } from 'vue'
import type { Field, Thing, ThingInfo } from '@/api/bindings'
import { read, remember } from '@/shared/memory'
import { layouts, TITLE_IN_SIGHT, width } from './layouts'

export function useColumns(thing: Thing) {
  const memory = `columns.${thing}`
  const chosen = ref<readonly string[]>(recalled())

  function recalled(): readonly string[] {
    const keys = (read(memory) ?? '').split(' ').filter(Boolean)
    return keys.length ? keys : layouts[thing].columns
  }

  /** The date first, then as in the form: the order in which a row is read. */
  const columns = computed(() => (info: ThingInfo) => {
    const shown = info.fields.filter(({ key }) => key === info.title_field || chosen.value.includes(key))
    return [...shown].sort((a, b) => Number(b.key === info.date_field) - Number(a.key === info.date_field))
  })

  function set(keys: readonly string[]) {
    chosen.value = keys
    remember(memory, keys.join(' '))
  }

  return { chosen, columns, set, restore: () => set(layouts[thing].columns) }
}

/** The columns that stand in this room without scrolling: title, date and what the list is sorted by, then the others in their order. */
export function fitting(columns: readonly Field[], info: ThingInfo, room: number, sorted?: string): Field[] {
  const leads = ({ key }: Field) => key === info.date_field || key === sorted
  const others = columns.filter(({ key }) => key !== info.title_field)
  let left = room - TITLE_IN_SIGHT
  const kept = new Set([info.title_field])
  for (const field of [...others.filter(leads), ...others.filter((field) => !leads(field))]) {
    left -= width(field)
    if (left < 0) break
    kept.add(field.key)
  }
  return columns.filter(({ key }) => kept.has(key))
}
