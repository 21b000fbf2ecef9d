// What the report is asked with: its period, the addressee and the day as typed, and what of them cannot be used.
import { computed, ref, watch } from 'vue'
import { lengthOf } from '@/features/records/form/typed'
import { typedDay } from '@/shared/day'
import { read, remember } from '@/shared/memory'
import { period } from '@/shared/period'

export const LONGEST = 100
const PAUSE = 250

export function useAsked() {
  const addressee = ref(read('addressee') ?? '')
  /** Null while the report bears the last day of its period. */
  const typed = ref<string | null>(null)

  const dayText = computed({
    get: () => typed.value ?? period.value.to,
    set: (text: string) => {
      typed.value = text
    },
  })
  const day = computed(() => typedDay(dayText.value.trim() || period.value.to))
  /** What cannot be read leaves the paper as it was. */
  const date = computed<string>((before) => day.value ?? before ?? period.value.to)
  const tooLong = computed(() => lengthOf(addressee.value.trim()) > LONGEST)
  const request = computed(() => ({
    from: period.value.from,
    to: period.value.to,
    addressee: addressee.value.trim(),
    date: date.value,
  }))

  /** What is previewed: another period at once, typing only after a moment's pause. */
  const previewed = ref(request.value)
  watch(request, (next, before, onCleanup) => {
    const delay = next.from === before.from && next.to === before.to ? PAUSE : 0
    const timer = setTimeout(() => {
      previewed.value = next
    }, delay)
    onCleanup(() => clearTimeout(timer))
  })
  watch(addressee, (name) => remember('addressee', name.trim()))

  /** The day that the period gives anyway follows the period. */
  function leaveDay() {
    if (day.value === period.value.to) typed.value = null
  }

  return { addressee, dayText, day, tooLong, request, previewed, leaveDay }
}

export type Asked = ReturnType<typeof useAsked>
