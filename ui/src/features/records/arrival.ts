// What a register's page is asked for by its address: a record, a new entry, a refused row, a draft, or a filter.
import { computed, watch } from 'vue'
import { type LocationQuery, useRoute, useRouter } from 'vue-router'
import type { Value } from '@/api/bindings'
import { TABS, type TypedLine } from '@/app/places'
import { type ListingInHand, WANTED } from './listing'

export interface Arrivals {
  /** `?new=1` */
  begin: () => void
  /** `?fill=<values>`: a new entry that begins with them; `&line=<line>`: which was typed so. */
  fill: (values: Record<string, Value>, line: TypedLine | null) => void
  /** `?leftover=<id>` */
  mend: (leftover: number) => void
  /** `?draft=<key>` */
  resume: (draft: string) => void
}

/** `?record=`, with the tab of it, stays in the address while the record is open; all else is done once and goes. */
export function useArrival({ want, clear }: ListingInHand, { begin, fill, mend, resume }: Arrivals) {
  const route = useRoute()
  const router = useRouter()
  const here = route.path

  /** Nothing once the window goes elsewhere. */
  const query = computed(() => (route.path === here ? route.query : null))
  const opened = computed(() => one(query.value?.record))
  const tab = computed(() => TABS.find((name) => name === one(query.value?.tab)) ?? null)

  watch(
    query,
    (asked) => {
      if (!asked || Object.keys(asked).every((key) => key === 'record' || key === 'tab')) return
      const wanted = WANTED.find((what) => what === one(asked.want))
      const text = one(asked.text)
      const draft = one(asked.draft)
      const leftover = Number(one(asked.leftover) ?? Number.NaN)
      const term = Number(one(asked.term) ?? Number.NaN)
      if (wanted) want(wanted, Number.isInteger(term) ? term : null)
      // Words are looked for in all years, as the line at the top does.
      if (text !== null) clear({ text, anytime: true })
      if (one(asked.new) !== null) begin()
      const filled = read<Record<string, Value>>(one(asked.fill))
      if (filled) fill(filled, read<TypedLine>(one(asked.line)))
      if (Number.isInteger(leftover)) mend(leftover)
      if (draft !== null) resume(draft)
      void open(one(asked.record))
    },
    { immediate: true },
  )

  async function open(id: string | null) {
    await router.replace({ query: id === null ? {} : { record: id } })
  }

  return { opened, tab, open }
}

const one = (value: LocationQuery[string] | undefined): string | null => (typeof value === 'string' ? value : null)

/** An address that somebody cut short fills in nothing. */
function read<T>(text: string | null): T | null {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
