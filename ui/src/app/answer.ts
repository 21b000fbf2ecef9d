// An answer of the core that follows what it depends on: asked again when that changes, the last asking wins.
import { type ShallowRef, shallowRef, type WatchSource, watch } from 'vue'
import { asCallError, type CallError } from '@/api/call'
import { vanished } from './vanish'

export interface Answer<T> {
  /** Null until the first answer, and after a failure: what is shown is never an answer to another question. */
  answer: ShallowRef<T | null>
  error: ShallowRef<CallError | null>
  busy: ShallowRef<boolean>
  reload: () => Promise<void>
}

export function useAnswer<T>(ask: () => Promise<T>, follows: WatchSource[] = []): Answer<T> {
  const answer: ShallowRef<T | null> = shallowRef(null)
  const error = shallowRef<CallError | null>(null)
  const busy = shallowRef(false)
  let asked = 0

  async function reload() {
    const mine = ++asked
    busy.value = true
    try {
      const found = await ask()
      if (mine !== asked) return
      answer.value = found
      error.value = null
    } catch (thrown) {
      if (mine !== asked) return
      answer.value = null
      error.value = asCallError(thrown)
    }
    busy.value = false
  }

  watch(follows, reload)
  // A register that is there again answers what it could not.
  watch(vanished, (gone) => {
    if (!gone && error.value?.toldAbove) void reload()
  })
  void reload()
  return { answer, error, busy, reload }
}
