// Long lists: what a screen shows is drawn at once, the rest when that stands.
import { type ComputedRef, computed, shallowRef, watch } from 'vue'
import { painted } from './painted'

/** The first rows of a list, more than the largest screen shows, and all of them once those are painted. */
export function useScreenful<T>(rows: () => readonly T[], screenful = 40): ComputedRef<readonly T[]> {
  const whole = shallowRef<readonly T[] | null>(null)
  watch(
    rows,
    async (asked) => {
      if (asked.length <= screenful) return
      await painted()
      whole.value = asked
    },
    { immediate: true },
  )
  return computed(() => (rows() === whole.value ? rows() : rows().slice(0, screenful)))
}
