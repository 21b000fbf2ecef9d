// What is overdue is told once a day when a register is opened, with the way there.
import { render, screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { due } from '@/features/requests/testing'
import { closeNotice, notice } from '@/shared/notice'
import { useDueReminder } from './dueReminder'
import { i18n } from './i18n'
import { refreshRegister } from './register'
import { answering } from './testing/core'

beforeEach(() => {
  localStorage.clear()
  closeNotice()
})

const Frame = defineComponent({
  setup() {
    useDueReminder()
    return () => h('main', { 'data-testid': 'frame' })
  },
})

async function openRegister(list: unknown[]) {
  const asked = answering({ due_list: () => list })
  await refreshRegister()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: Frame, meta: { needsRegister: true } }],
  })
  await router.push('/overview')
  const view = render(Frame, { global: { plugins: [i18n, router] } })
  await screen.findByTestId('frame')
  return { ...view, router, times: () => asked.filter(({ name }) => name === 'due_list').length }
}

test('what is overdue and what is due today are told once a day', async () => {
  const today = due('request-2', { standing: 'due_today', left: 0, soon: true })
  const { router, times, unmount } = await openRegister([due('request-1'), today])
  await waitFor(() => expect(notice.value?.text).toBe('依申请公开：1 件已超过答复期限，1 件今天到期。'))
  notice.value?.action?.run()
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/registers/request?want=overdue'))
  expect(times()).toBe(1)
  unmount()
  closeNotice()
  const again = await openRegister([due('request-1')])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(again.times()).toBe(0)
  expect(notice.value).toBeNull()
})

test('what is due today alone leads to what is due soon; where nothing is, nothing is said', async () => {
  const { router, unmount } = await openRegister([due('request-2', { standing: 'due_today', left: 0, soon: true })])
  await waitFor(() => expect(notice.value?.text).toBe('依申请公开：1 件今天到期。'))
  notice.value?.action?.run()
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/registers/request?want=due_soon'))
  unmount()
  localStorage.clear()
  closeNotice()
  const { times } = await openRegister([due('request-3', { standing: 'running', left: 9 })])
  await waitFor(() => expect(times()).toBe(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(notice.value).toBeNull()
})
