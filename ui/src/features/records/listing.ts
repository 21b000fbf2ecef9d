// What each register's list is asked for: words, filters, order and page, kept while the register stays open.
import { computed, type Ref, ref, watch } from 'vue'
import type { DueStanding, FilterValue, ListRequest, Sort, Standing, Thing } from '@/api/bindings'
import { openedRegister } from '@/app/register'
import { period } from '@/shared/period'
import { DAY_COUNT } from './form/formLayouts'
import { layouts } from './layouts'
import { dayCounts, recallKind } from './replyKinds'

/** Rows on one page of a list. */
export const PAGE = 100

/** How what is due stands, as the core says it. */
export const DUE_FILTERS = ['overdue', 'due_today', 'due_soon', 'ended'] as const satisfies readonly DueStanding[]
export type DueFilter = (typeof DUE_FILTERS)[number]

export interface Listing {
  text: string
  /** By field; `null` is an empty field. A field that is not filtered is left out. */
  chosen: Record<string, readonly FilterValue[]>
  standing: Standing
  /** Only records that are due so, whatever the period. */
  due: DueFilter | null
  /** Whatever the period in force. */
  anytime: boolean
  /** Nothing: the newest first. */
  sort: Sort | null
  offset: number
}

export const WANTED = [
  'in_force',
  'day_counts',
  'undated',
  'unreviewed',
  'withheld_yet_public',
  'without_channel',
  'unanswered',
  ...DUE_FILTERS,
] as const
export type Wanted = (typeof WANTED)[number]

const fresh = (): Listing => ({
  text: '',
  chosen: {},
  standing: 'all',
  due: null,
  anytime: false,
  sort: null,
  offset: 0,
})

/** Replies begin with the kind that was shown last, so that the list is asked for once. */
function begun(thing: Thing): Listing {
  const any = thing === 'reply' ? dayCounts(recallKind()) : []
  return { ...fresh(), ...(any.length && { chosen: { [DAY_COUNT]: any } }) }
}

const kept = new Map<Thing, Ref<Listing>>()

watch(() => openedRegister.value?.folder, forgetListings, { flush: 'sync' })

/** Terms have other numbers in another register. */
export function forgetListings(): void {
  kept.clear()
}

function keptFor(thing: Thing): Ref<Listing> {
  const known = kept.get(thing) ?? ref(begun(thing))
  kept.set(thing, known)
  return known
}

export function useListing(thing: Thing) {
  const listing = keptFor(thing)
  const { undated, unanswered } = layouts[thing]

  watch(period, () => move(0), { flush: 'sync' })

  /** What has no date lies in no period; what is due is so in any. */
  const ofPeriod = computed(() => {
    const { anytime, chosen, due } = listing.value
    return !anytime && due === null && !(undated && chosen[undated])
  })

  const request = computed((): ListRequest => {
    const { text, chosen, standing, sort, offset } = listing.value
    const words = text.trim()
    const filters = Object.entries(chosen).map(([field, any]) => ({ field, any: [...any] }))
    return {
      thing,
      ...(ofPeriod.value && { period: { from: period.value.from, to: period.value.to } }),
      ...(words && { text: words }),
      ...(filters.length && { filters }),
      ...(standing !== 'all' && { standing }),
      ...(sort && { sort }),
      ...(thing === 'reply' && { split_by: DAY_COUNT }),
      offset,
      limit: PAGE,
    }
  })

  /** Whether anything but the period and the switch of replies, which stays as it was set, hides records. */
  const narrowed = computed(() => {
    const { text, standing, chosen, due } = listing.value
    const fields = Object.keys(chosen).filter((field) => field !== DAY_COUNT)
    return due !== null || text.trim() !== '' || standing !== 'all' || fields.length > 0
  })

  /** Whether anything but the period hides records. */
  const filtered = computed(() => narrowed.value || DAY_COUNT in listing.value.chosen)

  function change(part: Partial<Listing>) {
    listing.value = { ...listing.value, offset: 0, ...part }
  }

  function move(offset: number) {
    if (offset !== listing.value.offset) change({ offset })
  }

  /** Lets a field hold one of these; nothing where any will do. */
  function choose(field: string, any: readonly FilterValue[]) {
    const { [field]: _, ...others } = listing.value.chosen
    change({ chosen: any.length ? { ...others, [field]: any } : others })
  }

  /** Ascending first, then descending. */
  function sortBy(field: string) {
    const { sort } = listing.value
    change({ sort: { field, descending: sort?.field === field && !sort.descending } })
  }

  /** The order stays as it was chosen. */
  function clear(part: Partial<Listing> = {}) {
    change({ ...fresh(), sort: listing.value.sort, ...part })
  }

  /** Only the records that want this attention, or all in force; those withdrawn want none. `term` is what they have in common. */
  function want(what: Wanted, term: number | null = null) {
    const publics = { is_public: [true] }
    // Of replies the single ones are meant: a day's counts are told apart from them.
    const singles: Listing['chosen'] = thing === 'reply' ? { [DAY_COUNT]: dayCounts('single') } : {}
    const chosen: Record<Wanted, Listing['chosen']> = {
      in_force: singles,
      day_counts: { [DAY_COUNT]: dayCounts('day') },
      undated: undated ? { [undated]: [null] } : {},
      unreviewed: { ...publics, secrecy_review: term === null ? [null] : [null, term] },
      withheld_yet_public: { ...publics, secrecy_review: [term] },
      without_channel: { ...publics, channels: [null] },
      unanswered: unanswered ? { ...singles, [unanswered]: [null] } : {},
      overdue: {},
      due_today: {},
      due_soon: {},
      ended: {},
    }
    clear({ chosen: chosen[what], standing: 'in_force', due: DUE_FILTERS.find((due) => due === what) ?? null })
  }

  return { listing, request, ofPeriod, filtered, narrowed, change, move, choose, sortBy, clear, want }
}

export type ListingInHand = ReturnType<typeof useListing>
