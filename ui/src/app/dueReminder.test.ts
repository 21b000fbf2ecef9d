// What is overdue or due today is told once a day when a register is opened, with the way there.
import { render, screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { due } from '@/features/requests/testing'
import { closeNotice, notice, notify } from '@/shared/notice'
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

async function openRegister(list: unknown[], at = '/overview') {
  const asked = answering({ due_list: () => list })
  await refreshRegister()
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: Frame, meta: { needsRegister: true } }],
  })
  await router.push(at)
  const view = render(Frame, { global: { plugins: [i18n, router] } })
  await screen.findByTestId('frame')
  return { ...view, router, times: () => asked.filter(({ name }) => name === 'due_list').length }
}

test('what is overdue is told once a day, and leads to its records', async () => {
  const { router, times, unmount } = await openRegister([due('request-1'), due('request-2')])
  await waitFor(() => expect(notice.value?.text).toBe('已逾期：依申请 2 件。'))
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

test('all registers are told of in one sentence, which leads to where all of it is shown', async () => {
  const list = [
    due('request-1'),
    due('problem-1', { thing: 'problem' }),
    due('problem-2', { thing: 'problem' }),
    due('notice-1', { thing: 'notice', standing: 'due_today', left: 0 }),
    due('reply-1', { thing: 'reply', standing: 'due_soon', left: 2 }),
  ]
  const { router } = await openRegister(list, '/registers/publication')
  const sentence = '已逾期：依申请 1 件、问题整改 2 项；今日到期：公示 1 项。'
  await waitFor(() => expect(notice.value?.text).toBe(sentence))
  notice.value?.action?.run()
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/overview'))
})

test('on the overview, which shows all of it, the sentence leads nowhere', async () => {
  await openRegister([due('request-1'), due('problem-1', { thing: 'problem' })])
  await waitFor(() => expect(notice.value?.text).toBe('已逾期：依申请 1 件、问题整改 1 项。'))
  expect(notice.value?.action).toBeUndefined()
})

test('what is due today alone leads to it; where nothing is, nothing is said', async () => {
  const { router, unmount } = await openRegister([due('request-2', { standing: 'due_today', left: 0 })])
  await waitFor(() => expect(notice.value?.text).toBe('今日到期：依申请 1 件。'))
  notice.value?.action?.run()
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/registers/request?want=due_today'))
  unmount()
  localStorage.clear()
  closeNotice()
  const { times } = await openRegister([due('request-3', { standing: 'running', left: 9 })])
  await waitFor(() => expect(times()).toBe(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(notice.value).toBeNull()
})

test('what was just done, and may be taken back, is not covered by what is due', async () => {
  notify('已删除', { action: { label: '撤销', run: () => {} } })
  const { times } = await openRegister([due('request-1')])
  await waitFor(() => expect(times()).toBe(1))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(notice.value?.text).toBe('已删除')
  closeNotice()
  expect(notice.value?.text).toBe('已逾期：依申请 1 件。')
})
