// Once a day, when a register is opened: which requests are past their due date, and which are due today.
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { call } from '@/api/call'
import { read, remember } from '@/shared/memory'
import { notify } from '@/shared/notice'
import { painted } from '@/shared/painted'
import { today } from '@/shared/period'
import { registerPath } from './places'
import { openedRegister } from './register'

export function useDueReminder() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()

  /** On the start page nothing is told that the next page would take away. */
  const shown = computed(() => (route.meta.needsRegister ? (openedRegister.value?.id ?? null) : null))

  async function tell(register: string) {
    const memory = `due.${register}`
    if (read(memory) === today()) return
    await painted()
    const due = await call('due_list', {})
    if (shown.value !== register) return
    remember(memory, today())
    const n = due.filter(({ standing }) => standing === 'overdue').length
    const dueToday = due.filter(({ standing }) => standing === 'due_today').length
    if (n + dueToday === 0) return
    const text =
      n && dueToday
        ? t('requests.reminder.both', { n, today: dueToday })
        : t(`requests.reminder.${n ? 'overdue' : 'due_today'}`, { n: n || dueToday })
    const place = { path: registerPath('request'), query: { want: n ? 'overdue' : 'due_soon' } }
    notify(text, {
      action: { label: t('requests.reminder.look'), run: () => void router.push(place) },
      lasting: true,
    })
  }

  watch(
    shown,
    (register) => {
      // A courtesy: what is due stands on the overview too, which tells of a failure.
      if (register !== null) tell(register).catch(() => {})
    },
    { immediate: true },
  )
}
