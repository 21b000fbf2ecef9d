// Once a day, when a register is opened: what is past its due date and what is due today, of every register.
import { computed, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { Due } from '@/api/bindings'
import { call } from '@/api/call'
import { read, remember } from '@/shared/memory'
import { remind } from '@/shared/notice'
import { painted } from '@/shared/painted'
import { today } from '@/shared/period'
import { HOME, registerPath } from './places'
import { openedRegister } from './register'

const TOLD = ['overdue', 'due_today'] as const

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
    const groups = TOLD.flatMap((what) => {
      const list = due.filter(({ standing }) => standing === what)
      return list.length ? [t('due.reminder.group', { group: t(`due.groups.${what}`), list: counted(list) })] : []
    })
    if (!groups.length) return
    const place = placeOf(due)
    const text = groups.join(t('due.reminder.between')) + t('due.reminder.group_end')
    remind(text, {
      // The overview shows them all already.
      ...(place !== route.path && { action: { label: t('due.reminder.look'), run: () => void router.push(place) } }),
      lasting: true,
    })
  }

  /** 依申请 1 件、问题整改 2 件 */
  function counted(list: readonly Due[]): string {
    const things = [...new Set(list.map(({ thing }) => thing))]
    const count = (thing: Due['thing']) => list.filter((due) => due.thing === thing).length
    return things
      .map((thing) =>
        t('due.count', { thing: t(`frame.pages.${thing}`), n: count(thing), unit: t(`frame.units.${thing}`) }),
      )
      .join(t('due.reminder.and'))
  }

  /** The records themselves where they are of one register and stand alike; else where all are shown. */
  function placeOf(due: readonly Due[]): string {
    const told = due.filter(({ standing }) => TOLD.some((what) => what === standing))
    const [first] = told
    const alike = told.every(({ thing, standing }) => thing === first?.thing && standing === first.standing)
    return first && alike ? `${registerPath(first.thing)}?want=${first.standing}` : HOME
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
