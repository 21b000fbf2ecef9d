// A register whose folder is gone, a stick pulled out perhaps: known from any call that failed of it, until it answers.
import { shallowRef, watch } from 'vue'
import { type CallError, onCallError } from '@/api/call'
import { openedRegister, openRegister, refreshRegister } from './register'

export const vanished = shallowRef<CallError | null>(null)

onCallError((error) => {
  if (error.toldAbove) vanished.value = error
})

// Another one that is opened instead is there.
watch(openedRegister, (register) => {
  if (register) vanished.value = null
})

/** Asks for the register again. The core may have let go of it meanwhile; then it is opened anew. */
export async function seekRegister(): Promise<boolean> {
  const folder = openedRegister.value?.folder
  try {
    await refreshRegister()
    if (!openedRegister.value && folder !== undefined) await openRegister(folder)
    vanished.value = null
    return true
  } catch {
    // Still gone: the banner stays, with the sentence of the last failure where it is another.
    return false
  }
}
