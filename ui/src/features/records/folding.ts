// Which chips of a row have room in it: those in use always, then the others in their order.
import { nextTick, onMounted, type Ref, ref, type WatchSource, watch } from 'vue'
import { useRoom } from '@/shared/room'

export interface Chip {
  key: string
  width: number
  /** In use, or under the hand: never folded away. */
  stays: boolean
}

/** The keys of the chips to fold away. `more` is the width of the button that stands for them. */
export function folded(chips: readonly Chip[], room: number, more: number): Set<string> {
  const sum = (some: readonly Chip[]) => some.reduce((all, { width }) => all + width, 0)
  if (sum(chips) <= room) return new Set()
  let left = room - more - sum(chips.filter(({ stays }) => stays))
  const away = new Set<string>()
  for (const { key, width, stays } of chips) {
    if (stays) continue
    left -= width
    if (left < 0) away.add(key)
  }
  return away
}

/** For a row whose chips bear `data-chip`, with their key, and its button for more `data-more`. */
export function useFolding(
  row: Readonly<Ref<HTMLElement | null>>,
  inUse: (key: string) => boolean,
  follows: WatchSource[],
) {
  const away = ref(new Set<string>())
  /** All are asked for, on as many lines as they take. */
  const unfolded = ref(false)

  let measurings = 0

  async function fold() {
    const mine = ++measurings
    away.value = new Set()
    if (unfolded.value) return
    // All are shown to be measured, and folded before they are painted.
    await nextTick()
    // Another measuring may have begun meanwhile, or folded some.
    if (!row.value || mine !== measurings) return
    const gap = Number.parseFloat(getComputedStyle(row.value).columnGap) || 0
    const parts = [...row.value.querySelectorAll<HTMLElement>(':scope > *')]
    const chips: Chip[] = []
    let [room, more] = [row.value.clientWidth + gap, 0]
    for (const part of parts) {
      const { chip: key } = part.dataset
      const width = part.offsetWidth + gap
      if (key !== undefined) chips.push({ key, width, stays: inUse(key) || part.contains(document.activeElement) })
      else if ('more' in part.dataset) more = width
      // What shrinks is counted at its least.
      else room -= Math.min(width, (Number.parseFloat(getComputedStyle(part).minWidth) || width) + gap)
    }
    away.value = folded(chips, room, more)
  }

  onMounted(fold)
  watch([useRoom(row), unfolded, ...follows], fold)
  return { away, unfolded }
}
