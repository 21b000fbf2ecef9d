// What is shown of the register is older than what was just done to it beside them: pages ask anew.
import { readonly, ref } from 'vue'

const times = ref(0)

/** Grows with each change that the page in sight does not hear of otherwise: of the frame, of a record's files. */
export const changed = readonly(times)

export function tellChanged(): void {
  times.value += 1
}
