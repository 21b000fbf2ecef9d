// Long work of the core: one piece at a time, with its progress, its error, and a way to stop it.
import { ref, shallowRef } from 'vue'
import { asCallError, type CallError, cancel, onProgress, type Progress } from '@/api/call'

export function longWork() {
  const running = ref(false)
  const progress = shallowRef<Progress | null>(null)
  const error = shallowRef<CallError | null>(null)

  /** Runs `action`; null where it failed, was cancelled, or other work is under way. */
  async function run<T>(action: () => Promise<T>): Promise<T | null> {
    if (running.value) return null
    running.value = true
    progress.value = null
    error.value = null
    let unhear: (() => void) | null = null
    try {
      unhear = await onProgress((step) => {
        progress.value = step
      })
      return await action()
    } catch (thrown) {
      error.value = asCallError(thrown)
      return null
    } finally {
      unhear?.()
      running.value = false
    }
  }

  async function stop() {
    try {
      await cancel()
    } catch (thrown) {
      error.value = asCallError(thrown)
    }
  }

  return { running, progress, error, run, stop }
}

export type LongWork = ReturnType<typeof longWork>
