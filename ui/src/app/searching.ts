// What a search is narrowed to: a register, a year, a department, a channel; as an address and as the core is asked.
import { computed, ref } from 'vue'
import type { LocationQuery } from 'vue-router'
import type { SearchRequest, Term, Thing, ThingInfo } from '@/api/bindings'
import { call } from '@/api/call'
import { today } from '@/shared/period'
import { openedRegister } from './register'

export const NARROWED_BY = ['thing', 'year', 'department', 'channel'] as const
export type NarrowedBy = (typeof NARROWED_BY)[number]
/** By what it is narrowed; what is empty is not. */
export type Filters = Record<NarrowedBy, string>

export const noFilters = (): Filters => ({ thing: '', year: '', department: '', channel: '' })

export const isNarrowed = (filters: Filters) => NARROWED_BY.some((by) => filters[by] !== '')

export function searchRequest(text: string, filters: Filters, limit: number, offset = 0): SearchRequest {
  const { thing, year } = filters
  const terms = [filters.department, filters.channel].filter(Boolean).map(Number)
  return {
    text,
    limit,
    ...(offset && { offset }),
    ...(thing && { thing: thing as Thing }),
    ...(year && { period: { from: `${year}-01-01`, to: `${year}-12-31` } }),
    ...(terms.length && { terms }),
  }
}

/** The page of all that is found. */
export function searchPlace(text: string, filters: Filters, offset = 0) {
  const narrowed = Object.fromEntries(NARROWED_BY.filter((by) => filters[by]).map((by) => [by, filters[by]]))
  return { path: '/search', query: { text, ...narrowed, ...(offset && { offset: String(offset) }) } }
}

export function filtersIn(query: LocationQuery): Filters {
  const found = noFilters()
  for (const by of NARROWED_BY) {
    const value = query[by]
    if (typeof value === 'string' && (by === 'thing' || /^\d+$/.test(value))) found[by] = value
  }
  return found
}

export interface Choice {
  value: string
  name: string
}

/** What can be chosen, asked for when somebody is about to choose. */
export function useSearchChoices() {
  const things = ref<ThingInfo[]>([])
  const terms = ref<Term[]>([])

  /** Years with records, the latest first. */
  const years = computed(() => {
    const { first_day: first, last_day: last } = openedRegister.value ?? {}
    const [from, to] = [Number((first ?? today()).slice(0, 4)), Number((last ?? today()).slice(0, 4))]
    return [...Array(to - from + 1).keys()].map((n) => String(to - n))
  })
  const departments = computed(() => named('department'))
  const channels = computed(() => [...named('channel'), ...named('reply_channel')])

  function named(dimension: Term['dimension']): Choice[] {
    const own = terms.value.filter((term) => term.dimension === dimension && term.same_as === undefined)
    const above = (term: Term) => own.find((other) => other.id === term.parent)
    const name = (term: Term): string => {
      const parent = above(term)
      return parent ? `${name(parent)} / ${term.name}` : term.name
    }
    return own
      .sort((a, b) => a.position - b.position || a.id - b.id)
      .map((term) => ({ value: String(term.id), name: name(term) }))
  }

  async function load() {
    ;[things.value, terms.value] = await Promise.all([call('things', {}), call('terms', {})])
  }

  return { things, years, departments, channels, load }
}
