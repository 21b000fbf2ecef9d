// What is typed in one place of a page, kept as a draft of the open register until it is saved or given up.
import { computed, onBeforeUnmount, type Ref, ref, watch } from 'vue'
import { asCallError, type CallError } from '@/api/call'
import { notify } from '@/shared/notice'
import { openDrafts } from './drafts'
import { i18n } from './i18n'
import { openedRegister } from './register'

/**
 * Keeps `typed` under `key` for as long as it differs from `clean`, what stands there while nothing is typed and what
 * an untouched `typed` follows. What was kept comes back, unless somebody has typed before it could.
 */
export function useDraft<T>(key: string, typed: Ref<T>, clean: () => T) {
  const register = openedRegister.value?.id ?? ''
  const restored = ref(false)
  let drafts: Awaited<ReturnType<typeof openDrafts>> | null = null

  const now = computed(() => JSON.stringify(typed.value))
  const blank = computed(() => JSON.stringify(clean()))
  const changed = computed(() => now.value !== blank.value)

  const failed = (error: CallError) => notify(error.sentence(i18n.global.locale.value), { lasting: true })

  async function begin() {
    try {
      drafts = await openDrafts(register, failed)
    } catch (thrown) {
      return failed(asCallError(thrown))
    }
    const draft = readAs(clean(), drafts.known.get(key))
    if (draft !== null && !changed.value) {
      typed.value = draft
      restored.value = changed.value
    }
    keep()
  }

  function keep() {
    if (changed.value) return drafts?.keep(key, typed.value)
    restored.value = false
    drafts?.forget(key)
  }

  /** Saved, or given up on purpose: nothing waits. */
  function clear() {
    typed.value = clean()
  }

  watch([now, blank], ([, next], [before, last]) => {
    if (next !== last && before === last && now.value === before) clear()
    keep()
  })
  onBeforeUnmount(() => {
    keep()
    drafts?.flush()
  })
  void begin()

  return { restored, changed, clear }
}

/** A draft of the same shape; null where there is none, or where the disk was full and it was cut off. */
function readAs<T>(like: T, text: string | undefined): T | null {
  if (text === undefined) return null
  try {
    const found: unknown = JSON.parse(text)
    if (typeof found !== typeof like || Array.isArray(found) !== Array.isArray(like)) return null
    if (typeof found !== 'object' || Array.isArray(found)) return found as T
    return { ...like, ...found }
  } catch {
    return null
  }
}
