// The search is made ready step by step once a register is open, and no further than that.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope } from 'vue'
import { refreshRegister } from './register'
import { prepareSearch } from './searchMemory'
import { answering, register } from './testing/core'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function opened(ready: (step: number) => unknown) {
  let step = 0
  const asked = answering({ register_info: () => register, prepare_search: () => ready(++step) })
  await refreshRegister()
  const scope = effectScope()
  scope.run(prepareSearch)
  const steps = () => asked.filter(({ name }) => name === 'prepare_search').length
  return { scope, steps }
}

test('a step follows another until all is ready', async () => {
  const { scope, steps } = await opened((step) => ({ ready: step === 3, done: step, total: 3 }))
  await vi.advanceTimersByTimeAsync(100)
  expect(steps()).toBe(0)
  await vi.advanceTimersByTimeAsync(5000)
  expect(steps()).toBe(3)
  scope.stop()
})

test('a step that fails is left to the first search', async () => {
  const { scope, steps } = await opened(() => Promise.reject({ code: 'store', zh: '读不出。', en: 'Unreadable.' }))
  await vi.advanceTimersByTimeAsync(5000)
  expect(steps()).toBe(1)
  scope.stop()
})
