// What the core says of a form while it is filled in: asked a moment after the last key, the last asking wins.
import { onBeforeUnmount, shallowRef } from 'vue'
import type { CheckRecord, RecordCheck } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'

const PAUSE = 300

export interface Checked extends RecordCheck {
  /** What it was asked about. */
  of: CheckRecord['values']
}

export function useChecking(ask: () => CheckRecord | null) {
  const checked = shallowRef<Checked | null>(null)
  /** Why nothing can be said: that is not the same as that there is nothing to say. */
  const failed = shallowRef<CallError | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  function soon() {
    clearTimeout(timer)
    timer = setTimeout(now, PAUSE)
  }

  async function now() {
    clearTimeout(timer)
    const request = ask()
    if (!request) return
    const mine = ++asked
    try {
      const found = await call('check_record', request)
      if (mine !== asked) return
      checked.value = { ...found, of: request.values }
      failed.value = null
    } catch (thrown) {
      if (mine !== asked) return
      checked.value = null
      failed.value = asCallError(thrown)
    }
  }

  /** For another record. */
  function reset() {
    clearTimeout(timer)
    asked += 1
    checked.value = null
    failed.value = null
  }

  onBeforeUnmount(reset)
  return { checked, failed, soon, now, reset }
}
