// What is shown of the register is older than what was just done to it from the frame: pages ask anew.
import { readonly, ref } from 'vue'

const times = ref(0)

/** Grows with each change that the page in sight did not make itself. */
export const changed = readonly(times)

export function tellChanged(): void {
  times.value += 1
}
