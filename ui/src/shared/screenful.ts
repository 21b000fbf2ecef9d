// Long lists: what a screen shows is drawn at once, the rest in as large pieces, each when the one before stands.
import { type ComputedRef, computed, shallowRef, watch } from 'vue'
import { painted } from './painted'

/** The first rows of a list, more than the largest screen shows, then more and more of them: a click waits for no more. */
export function useScreenful<T>(rows: () => readonly T[], screenful = 40): ComputedRef<readonly T[]> {
  const drawn = shallowRef<{ of: readonly T[]; count: number }>({ of: [], count: 0 })
  watch(
    rows,
    async (asked) => {
      for (let count = screenful; count < asked.length && rows() === asked; count += screenful) {
        await painted()
        drawn.value = { of: asked, count: count + screenful }
      }
    },
    { immediate: true },
  )
  return computed(() => rows().slice(0, rows() === drawn.value.of ? drawn.value.count : screenful))
}
