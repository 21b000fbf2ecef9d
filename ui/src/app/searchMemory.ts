// The search is made ready once a register is open: in short steps, each behind whatever else the window asks.
import { onScopeDispose, watch } from 'vue'
import { call } from '@/api/call'
import { openedRegister } from './register'

/** The first page comes first; then a step, and room for what somebody does, in turn. */
const AFTER = 1500
const BETWEEN = 30

export function prepareSearch(): void {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function step(folder: string) {
    try {
      const { ready } = await call('prepare_search', {})
      if (!ready && openedRegister.value?.folder === folder) timer = setTimeout(() => void step(folder), BETWEEN)
    } catch {
      // The first search reads what is missing, and tells what is the matter.
    }
  }

  watch(
    () => openedRegister.value?.folder,
    (folder) => {
      clearTimeout(timer)
      if (folder !== undefined) timer = setTimeout(() => void step(folder), AFTER)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
}
