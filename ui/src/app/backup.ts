// How old the last backup is, and whether that wants attention.
import { computed, onBeforeUnmount, ref } from 'vue'
import { daysBetween } from '@/shared/day'
import { today } from '@/shared/period'
import { openedRegister } from './register'

/** An office that loses its disk loses what was logged since the last backup: a week is the most. */
const OLD = 7

export function backupState() {
  /** A window that stays open overnight must not say 今日 of yesterday. */
  const day = ref(today())
  const clock = setInterval(() => {
    day.value = today()
  }, 60_000)
  onBeforeUnmount(() => clearInterval(clock))

  const last = computed(() => openedRegister.value?.last_backup ?? null)
  const age = computed(() => (last.value ? Math.max(0, daysBetween(last.value.at.slice(0, 10), day.value)) : 0))
  const wanting = computed(() => !last.value?.verified || age.value > OLD)
  const advice = computed(() => {
    if (!last.value) return 'frame.backup.adviceNever'
    if (!last.value.verified) return 'frame.backup.adviceUnverified'
    return age.value > OLD ? 'frame.backup.adviceOld' : 'frame.backup.adviceFresh'
  })
  return { last, age, wanting, advice }
}
