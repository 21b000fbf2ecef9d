// The polite line at the bottom: one at a time, gone by itself, never while somebody is at it.
import { fireEvent, render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import NoticeBar from './NoticeBar.vue'
import { closeNotice, notify } from './notice'

beforeEach(() => {
  vi.useFakeTimers()
  render(NoticeBar, { global: { plugins: [createI18n({ legacy: false, missingWarn: false, fallbackWarn: false })] } })
})

afterEach(() => {
  closeNotice()
  vi.useRealTimers()
})

test('the newest line takes the place of the one before and goes after eight seconds', async () => {
  notify('已保存')
  notify('已作废')
  await vi.advanceTimersByTimeAsync(7900)
  expect(screen.getByRole('status').textContent).toContain('已作废')
  expect(screen.getByRole('status').textContent).not.toContain('已保存')
  await vi.advanceTimersByTimeAsync(200)
  expect(screen.queryByTestId('notice')).toBeNull()
})

test('it stays while the focus is on it, F6 leads there and Esc closes it', async () => {
  const run = vi.fn()
  notify('已作废', { action: { label: '撤回', run } })
  await vi.advanceTimersByTimeAsync(0)
  await fireEvent.keyDown(document.body, { key: 'F6' })
  expect(document.activeElement).toBe(screen.getByTestId('notice-action'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(screen.getByTestId('notice')).toBeTruthy()
  await fireEvent.keyDown(screen.getByTestId('notice-action'), { key: 'Escape' })
  expect(screen.queryByTestId('notice')).toBeNull()
  expect(run).not.toHaveBeenCalled()
})

test('its action is run once and closes it', async () => {
  const run = vi.fn()
  notify('已作废', { action: { label: '撤回', run } })
  await vi.advanceTimersByTimeAsync(0)
  await fireEvent.click(screen.getByTestId('notice-action'))
  expect(run).toHaveBeenCalledOnce()
  expect(screen.queryByTestId('notice')).toBeNull()
})
