// How wide a part of the page is, in pixels of the normal text size: follows the window and the parts beside it.
import { onBeforeUnmount, onMounted, type Ref, ref } from 'vue'

/** Without end until it is measured. */
export function useRoom(part: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<number>> {
  const room = ref(Number.POSITIVE_INFINITY)
  let sizes: ResizeObserver | undefined

  function measure() {
    const found = part.value
    if (!found?.clientWidth) return
    const scale = Number(getComputedStyle(found).getPropertyValue('--scale')) || 1
    room.value = found.clientWidth / scale
  }

  onMounted(() => {
    if (!part.value) return
    sizes = new ResizeObserver(measure)
    sizes.observe(part.value)
    measure()
  })
  onBeforeUnmount(() => sizes?.disconnect())
  return room
}
