// What the core says of a form while it is filled in: asked a moment after the last key, the last asking wins.
import { onBeforeUnmount, shallowRef } from 'vue'
import type { CheckRecord, RecordCheck, SensitiveFinding } from '@/api/bindings'
import { call } from '@/api/call'

const PAUSE = 300

export interface Checked extends RecordCheck {
  /** What must not go out as it stands here, and nobody decided on. */
  findings: readonly SensitiveFinding[]
  /** What it was asked about. */
  of: CheckRecord['values']
}

export function useChecking(ask: () => CheckRecord | null) {
  const checked = shallowRef<Checked | null>(null)
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
      const [found, findings] = await Promise.all([call('check_record', request), scan(request)])
      if (mine === asked) checked.value = { ...found, findings, of: request.values }
    } catch {
      // A courtesy before saving, which tells every failure itself; that a register vanished, the frame tells.
      if (mine === asked) checked.value = null
    }
  }

  /** The pane of the record tells why it cannot be scanned; the rest of the check does not wait for that. */
  async function scan(request: CheckRecord): Promise<SensitiveFinding[]> {
    try {
      const { findings } = await call('scan_record', request)
      return findings.filter(({ decision }) => decision === null)
    } catch {
      return []
    }
  }

  /** For another record. */
  function reset() {
    clearTimeout(timer)
    asked += 1
    checked.value = null
  }

  onBeforeUnmount(reset)
  return { checked, soon, now, reset }
}
