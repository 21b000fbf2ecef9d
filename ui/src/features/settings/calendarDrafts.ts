// Years of the calendar as they are being edited: they wait while another section or page is looked at.
import { computed, type Ref, ref, watch } from 'vue'
import type { CalendarYear, SpecialDay } from '@/api/bindings'
import { openedRegister } from '@/app/register'
import { plusDays } from '@/shared/day'

const kept = ref(new Map<number, readonly SpecialDay[]>())

watch(
  () => openedRegister.value?.id,
  () => kept.value.clear(),
)

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

export function useCalendarDraft(saved: Ref<CalendarYear | null>) {
  const year = computed(() => saved.value?.year ?? 0)
  const days = computed(() => kept.value.get(year.value) ?? saved.value?.days ?? [])
  const changed = computed(
    () => kept.value.has(year.value) && JSON.stringify(days.value) !== JSON.stringify(saved.value?.days),
  )

  function put(next: readonly SpecialDay[]) {
    kept.value.set(
      year.value,
      [...next].sort((a, b) => a.day.localeCompare(b.day)),
    )
  }

  const add = (added: readonly SpecialDay[]) => put([...days.value, ...added])
  const remove = (day: string) => put(days.value.filter((one) => one.day !== day))
  const revert = () => kept.value.delete(year.value)

  return { days, changed, add, remove, revert }
}
