// Who acts today: asked once a day and register, remembered for the day, never in the way.
import { fireEvent, render, screen, waitFor } from '@testing-library/vue'
import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent, h, nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { remember } from '@/shared/memory'
import { today } from '@/shared/period'
import ActingBar from './ActingBar.vue'
import ActingName from './ActingName.vue'
import { acting, useActing } from './acting'
import { i18n } from './i18n'
import { openRegister, refreshRegister } from './register'
import { type Answers, answering, register } from './testing/core'

const persons = [
  { id: 5, name: '王丽', department: null, active: true },
  { id: 6, name: '李明', department: null, active: true },
  { id: 7, name: '赵六', department: null, active: false },
]

/** A core that holds who acts, as the real one does while it runs. */
function core(more: Answers = {}) {
  let chosen: { person: number | null; day: string } = { person: null, day: '' }
  const now = () => {
    const person = chosen.day === today() ? chosen.person : null
    return { who: persons.find(({ id }) => id === person)?.name ?? 'root', person }
  }
  return answering({
    open_register: ({ folder }) => ({ ...register, id: String(folder) }),
    persons: () => persons,
    acting: now,
    act_as: (asked) => {
      chosen = { person: asked.person as number | null, day: today() }
      return now()
    },
    ...more,
  })
}

async function open(folder: string) {
  await openRegister(folder)
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: ActingBar }],
  })
  const Frame = defineComponent(() => {
    useActing()
    return () => [h(ActingName), h(ActingBar)]
  })
  const view = render(Frame, { global: { plugins: [i18n, router] } })
  await screen.findByTestId('acting-who')
  return view
}

const who = () => screen.getByTestId('acting-who').textContent

afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
})

test('the first opening of a day asks, takes no focus, and the name chosen stands in the bar', async () => {
  const asked = core()
  await open('/一')
  const choices = await screen.findAllByTestId('acting-person')
  expect(choices).toHaveLength(2)
  expect(document.activeElement).toBe(document.body)
  expect(who()).toBe('root')
  await fireEvent.click(choices[1] as HTMLElement)
  await fireEvent.submit(screen.getByTestId('acting-ask'))
  await waitFor(() => expect(who()).toBe('李明'))
  expect(screen.queryByTestId('acting-ask')).toBeNull()
  expect(asked.filter(({ name }) => name === 'act_as').map(({ request }) => request)).toEqual([{ person: 6 }])
})

test('a restart on the same day takes the choice up again, on the next day it is asked with the last one offered', async () => {
  core()
  const { unmount } = await open('/二')
  await fireEvent.click((await screen.findAllByTestId('acting-person'))[0] as HTMLElement)
  await fireEvent.submit(screen.getByTestId('acting-ask'))
  await waitFor(() => expect(who()).toBe('王丽'))
  unmount()

  core()
  const again = await open('/二')
  await waitFor(() => expect(who()).toBe('王丽'))
  expect(screen.queryByTestId('acting-ask')).toBeNull()
  again.unmount()

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  core()
  await open('/二')
  const offered = (await screen.findAllByTestId('acting-person')) as HTMLInputElement[]
  await waitFor(() => expect(offered.map((one) => one.checked)).toEqual([true, false]))
  expect(who()).toBe('root')
})

test('skipped, the system user acts and nobody asks again that day', async () => {
  core()
  const { unmount } = await open('/三')
  await fireEvent.click(await screen.findByTestId('acting-skip'))
  await waitFor(() => expect(screen.queryByTestId('acting-ask')).toBeNull())
  unmount()
  core()
  await open('/三')
  await nextTick()
  expect(screen.queryByTestId('acting-ask')).toBeNull()
  expect(who()).toBe('root')
})

test('a name that is not taken is told at the field, with what was typed still in it', async () => {
  const said = { field: 'name', code: 'several_names', zh: '“姓名”只能填一人。', en: 'One person.' }
  core({ add_person: () => Promise.reject({ code: 'refused', zh: '没有保存。', en: 'Refused.', fields: [said] }) })
  await open('/四')
  await fireEvent.update(await screen.findByTestId('acting-name'), '张三、李四')
  await fireEvent.submit(screen.getByTestId('acting-ask'))
  expect((await screen.findByTestId('acting-fault')).textContent).toContain('只能填一人')
  expect((screen.getByTestId('acting-name') as HTMLInputElement).value).toBe('张三、李四')
})

test('Enter while composing chooses a word and nobody', async () => {
  const asked = core()
  await open('/五')
  const field = await screen.findByTestId('acting-name')
  await fireEvent.update(field, '张')
  const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
  field.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(true)
  expect(asked.some(({ name }) => name === 'add_person')).toBe(false)
})

test('the name in the bar offers the others in one click', async () => {
  core()
  await open('/六')
  await fireEvent.click(await screen.findByTestId('acting-skip'))
  await fireEvent.click(screen.getByTestId('acting'))
  await fireEvent.click((await screen.findAllByTestId('acting-take'))[0] as HTMLElement)
  await waitFor(() => expect(who()).toBe('王丽'))
})

/** Chooses the first of them who act. */
async function chooseFirst() {
  await fireEvent.click((await screen.findAllByTestId('acting-person'))[0] as HTMLElement)
  await fireEvent.submit(screen.getByTestId('acting-ask'))
}

test('a window that stays in sight asks again at midnight, and one that is shown again on the next day at once', async () => {
  const evening = new Date(2023, 10, 20, 23, 59)
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: evening })
  core()
  await open('/七')
  await chooseFirst()
  await waitFor(() => expect(who()).toBe('王丽'))
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.advanceTimersByTimeAsync(59_000)
  expect(screen.queryByTestId('acting-ask')).toBeNull()
  await vi.advanceTimersByTimeAsync(1_000)
  await screen.findByTestId('acting-ask')
  await waitFor(() => expect(who()).toBe('root'))
  await chooseFirst()
  await waitFor(() => expect(who()).toBe('王丽'))

  vi.setSystemTime(new Date(2023, 10, 22, 8))
  document.dispatchEvent(new Event('visibilitychange'))
  await screen.findByTestId('acting-ask')
  await waitFor(() => expect(who()).toBe('root'))
})

test('an answer for the register before says nothing of the one that is open now', async () => {
  let answer = (_: unknown) => {}
  const late = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  core({ act_as: late })
  const { unmount } = await open('/八')
  await chooseFirst()
  await openRegister('/九')
  await screen.findByTestId('acting-ask')
  answer({ who: '王丽', person: 5 })
  await new Promise((resolve) => setTimeout(resolve))
  expect(who()).toBe('root')
  expect(screen.getByTestId('acting-ask')).toBeTruthy()
  unmount()

  remember('acting./十', `${today()}/5`)
  const asked = core({ act_as: late, register_info: () => null })
  await open('/十')
  await waitFor(() => expect(asked.some(({ name }) => name === 'act_as')).toBe(true))
  await refreshRegister()
  answer({ who: '王丽', person: 5 })
  await new Promise((resolve) => setTimeout(resolve))
  expect(acting.value).toBeNull()
})
