// A register whose folder is gone, a stick pulled out perhaps: known from any call that failed of it, until it answers.
import { shallowRef, watch } from 'vue'
import { type CallError, onCallError } from '@/api/call'
import { openedRegister, refreshRegister, reopenRegister } from './register'

export const vanished = shallowRef<CallError | null>(null)

onCallError((error) => {
  if (error.toldAbove) vanished.value = error
})

// Another one that is opened instead is there.
watch(openedRegister, (register) => {
  if (register) vanished.value = null
})

/** Seeks the register where it was. A stick put back may be another device to the system: then it is opened anew. */
export async function seekRegister(): Promise<boolean> {
  const folder = openedRegister.value?.folder ?? ''
  for (const ask of [refreshRegister, () => reopenRegister(folder)]) {
    try {
      await ask()
      vanished.value = null
      return true
    } catch {
      // Still gone: the banner stays, with the sentence of the last failure where it is another.
    }
  }
  return false
}
