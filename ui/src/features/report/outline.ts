// Where in the report one is: the last heading that has come up to the upper part of the window, else the first.
import { nextTick, onBeforeUnmount, type Ref, shallowRef, watch } from 'vue'

/** A heading is arrived at in the upper third. */
const REACHED = 1 / 3

/** `ids`: of the headings, in their order. Answers with the one in force. */
export function useOutline(ids: Readonly<Ref<readonly string[]>>): Ref<string | null> {
  const current = shallowRef<string | null>(null)
  let observer: IntersectionObserver | null = null

  function look() {
    const line = window.innerHeight * REACHED
    const reached = (id: string) => (document.getElementById(id)?.getBoundingClientRect().top ?? line) < line
    current.value = ids.value.filter(reached).at(-1) ?? ids.value[0] ?? null
  }

  // Called only when a heading crosses the line, not with every step of the wheel.
  watch(
    ids,
    async () => {
      observer?.disconnect()
      observer = new IntersectionObserver(look, { rootMargin: `0px 0px -${(1 - REACHED) * 100}% 0px` })
      await nextTick()
      for (const id of ids.value) {
        const heading = document.getElementById(id)
        if (heading) observer?.observe(heading)
      }
    },
    { immediate: true },
  )
  onBeforeUnmount(() => observer?.disconnect())
  return current
}
