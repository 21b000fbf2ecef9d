// Rows that imports refused and nobody has dealt with, a page of them. They wait in the register, not in this window.
import { ref, shallowRef, watch } from 'vue'
import type { LeftoverList } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { openedRegister } from '@/app/register'

export const PAGE = 50

/** Null until they were asked for. */
const leftovers = shallowRef<LeftoverList | null>(null)
const offset = ref(0)
const error = shallowRef<CallError | null>(null)

watch(
  () => openedRegister.value?.folder,
  () => {
    leftovers.value = null
    offset.value = 0
    error.value = null
  },
)

export function useLeftovers() {
  return { leftovers, offset, error, leaveOut }
}

/** The page that is shown, or another. */
export async function loadLeftovers(from = offset.value): Promise<void> {
  await attempt(async () => {
    const page = await call('leftovers', { offset: from, limit: PAGE })
    // The last page may have gone with its rows.
    if (page.rows.length === 0 && page.total > 0) return loadLeftovers(Math.floor((page.total - 1) / PAGE) * PAGE)
    leftovers.value = page
    offset.value = from
  })
}

/** Leaves a row, or all rows of an import, out for good. */
async function leaveOut(what: number | string): Promise<void> {
  const done = await attempt(() =>
    typeof what === 'number' ? call('settle_leftovers', { ids: [what] }) : call('leave_out_leftovers', { id: what }),
  )
  if (done) await loadLeftovers()
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
