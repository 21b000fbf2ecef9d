// Theme, text size and language stand on the root element and are remembered.
import userEvent from '@testing-library/user-event'
import { render, screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followAppearance, textSize, theme } from '@/shared/appearance'
import { read } from '@/shared/memory'
import AppearancePanel from './AppearancePanel.vue'
import { i18n, setLocale } from './i18n'

const user = userEvent.setup()
const root = document.documentElement

beforeEach(async () => {
  followAppearance()
  render(AppearancePanel, { global: { plugins: [i18n] } })
  await user.click(screen.getByTestId('appearance'))
})

afterEach(() => {
  theme.value = 'auto'
  textSize.value = 'normal'
  setLocale('zh-CN')
})

test('the language of the page is told from the start', () => {
  expect(root.lang).toBe('zh-CN')
})

test('high contrast and the largest text are put on the root element and remembered', async () => {
  await user.click(screen.getByLabelText('高对比度'))
  await user.click(screen.getByLabelText('特大'))
  expect([root.dataset.theme, root.dataset.text]).toEqual(['contrast', 'larger'])
  expect([read('theme'), read('text')]).toEqual(['contrast', 'larger'])
})

test('the language changes at once, for those who hear the page too', async () => {
  await user.click(screen.getByTestId('language-en'))
  expect(root.lang).toBe('en')
  expect(screen.getByText('High contrast')).toBeTruthy()
  expect(read('locale')).toBe('en')
})

test('the panel follows its button under the Tab key, and Esc leads back to it', async () => {
  const button = screen.getByTestId('appearance')
  button.focus()
  await user.tab()
  expect(document.activeElement?.getAttribute('type')).toBe('radio')
  await user.keyboard('{Escape}')
  expect(button.getAttribute('aria-expanded')).toBe('false')
  expect(document.activeElement).toBe(button)
})
