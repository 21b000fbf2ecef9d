// The reason of a correction: whether an archived report counts the record, and whether the reason is given.
import { computed, ref, type ShallowRef, watch } from 'vue'
import type { FieldFault } from '@/api/bindings'
import type { useChecking } from './checking'
import type { Filling } from './filling'

export function useCorrection(
  filling: Filling,
  checking: ReturnType<typeof useChecking>,
  refused: ShallowRef<FieldFault[]>,
) {
  const needed = computed(() => checking.checked.value?.reason_needed ?? null)
  const isBlank = computed(() => needed.value !== null && filling.reason.value.trim() === '')
  /** Saving was asked for without it. */
  const missing = ref(false)
  /** As the core refused it. */
  const faults = computed(() => refused.value.filter(({ field }) => field === needed.value?.field))

  /** What goes along with the values; nothing where nobody asked for it. */
  const given = () => (needed.value ? filling.reason.value.trim() : '')

  function lacks(): boolean {
    missing.value = isBlank.value
    return missing.value
  }

  function set(reason: string) {
    filling.setReason(reason)
    refused.value = refused.value.filter((fault) => !faults.value.includes(fault))
    missing.value = false
  }

  // Saved faster than it could be checked: now it is asked for.
  watch(filling.error, (error) => {
    if (error?.wantsReason) void checking.now()
  })

  return { needed, missing, faults, given, lacks, set }
}
