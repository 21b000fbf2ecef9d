// Years of the calendar while they are edited, and the days that are being typed: kept as a draft until they are saved.
import { computed, type Ref, ref } from 'vue'
import type { CalendarYear, SpecialDay } from '@/api/bindings'
import { useDraft } from '@/app/draft'
import { plusDays } from '@/shared/day'

/** The days of a holiday, and those worked for it. */
export interface Holiday {
  name: string
  days: SpecialDay[]
}

/** In the order of their first days off; a name that comes twice in a year is one holiday. */
export function holidaysOf(days: readonly SpecialDay[]): Holiday[] {
  const found = new Map<string, SpecialDay[]>()
  for (const day of days) found.set(day.name, [...(found.get(day.name) ?? []), day])
  const first = ({ days: own }: Holiday) => (own.find(({ off }) => off) ?? own[0])?.day ?? ''
  return [...found].map(([name, own]) => ({ name, days: own })).sort((a, b) => first(a).localeCompare(first(b)))
}

/** Each day from one to another. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day)
  return days
}

const nothing = () => ({ years: {} as Record<number, SpecialDay[]>, from: '', to: '', name: '', off: true })

export function useCalendarDraft(saved: Ref<CalendarYear | null>) {
  const typed = ref(nothing())
  const { restored } = useDraft('settings/calendar', typed, nothing)
  const year = computed(() => saved.value?.year ?? 0)
  const kept = computed(() => typed.value.years[year.value])
  const days = computed(() => kept.value ?? saved.value?.days ?? [])
  const changed = computed(() => kept.value !== undefined)

  function put(next: readonly SpecialDay[]) {
    const sorted = [...next].sort((a, b) => a.day.localeCompare(b.day))
    if (JSON.stringify(sorted) === JSON.stringify(saved.value?.days)) revert()
    else typed.value.years[year.value] = sorted
  }

  function add(added: readonly SpecialDay[]) {
    put([...days.value, ...added])
    Object.assign(typed.value, { from: '', to: '' })
  }
  const remove = (day: string) => put(days.value.filter((one) => one.day !== day))

  function revert() {
    delete typed.value.years[year.value]
  }

  /** The year as it is saved, and no day half typed. */
  function giveUp() {
    revert()
    Object.assign(typed.value, { from: '', to: '', name: '', off: true })
  }

  /** Something of this year, or of a day, that was back. */
  const back = computed(() => {
    const { from, to, name } = typed.value
    return restored.value && (changed.value || from + to + name !== '')
  })

  return { typed, days, changed, back, add, remove, revert, giveUp }
}
