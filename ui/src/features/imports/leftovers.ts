// Rows that imports refused and nobody has dealt with. They wait in the register, not in this window.
import { shallowRef, watch } from 'vue'
import type { Leftover } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { openedRegister } from '@/app/register'

/** Null until they were asked for. */
const leftovers = shallowRef<Leftover[] | null>(null)
const error = shallowRef<CallError | null>(null)

watch(
  () => openedRegister.value?.folder,
  () => {
    leftovers.value = null
    error.value = null
  },
)

export function useLeftovers() {
  return { leftovers, error, settle }
}

export async function loadLeftovers(): Promise<void> {
  await attempt(async () => {
    leftovers.value = await call('leftovers', {})
  })
}

/** Leaves rows out for good; true where that was done. */
async function settle(ids: number[]): Promise<boolean> {
  const done = await attempt(() => call('settle_leftovers', { ids }))
  if (done) await loadLeftovers()
  return done
}

async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action()
    error.value = null
    return true
  } catch (thrown) {
    error.value = asCallError(thrown)
    return false
  }
}
