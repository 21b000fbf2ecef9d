// The quick line: what is looked for while a person types, and what Enter opens.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { Hit, SearchAnswer } from '@/api/bindings'
import QuickLine from './QuickLine.vue'
import { show } from './testing/core'

const hit = (n: number, title: string): Hit => ({
  id: `meeting-${n}`,
  thing: 'meeting',
  title,
  date: '2023-05-06',
  withdrawn: n === 2 ? '重复' : null,
})
const found: SearchAnswer = { total: 12, hits: [hit(1, '奖学金评审会'), hit(2, '关于奖学金的例会')] }
const line = () => screen.getByTestId('quick')
const titles = () => screen.queryAllByTestId('quick-hit').map((option) => option.textContent)

test('words are looked for once, a moment after the last key, and marked where they stand', async () => {
  const { requests } = await show(QuickLine, { search: () => found })
  await userEvent.type(line(), ' 奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  expect(requests('search')).toEqual([{ text: '奖学金', limit: 8 }])
  expect(screen.getAllByTestId('quick-hit')[1]?.querySelector('mark')?.textContent).toBe('奖学金')
  await waitFor(() => expect(screen.getByTestId('quick-told').textContent).toContain('共找到 12 条，这里是最近的 2 条'))
})

test('a withdrawn record says so', async () => {
  await show(QuickLine, { search: () => found })
  await userEvent.type(line(), '奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  expect(titles()[0]).not.toContain('作废')
  expect(titles()[1]).toContain('作废')
})

test('a title with markup in it is shown as text', async () => {
  await show(QuickLine, { search: () => ({ total: 1, hits: [hit(1, '<img src=x onerror=alert(1)>')] }) })
  await userEvent.type(line(), 'img')
  await waitFor(() => expect(titles()[0]).toContain('<img src=x onerror=alert(1)>'))
  expect(screen.getByTestId('quick-drop').querySelector('img')).toBeNull()
})

test('an answer to words that no longer stand there is not shown', async () => {
  const answers: Record<string, (answer: SearchAnswer) => void> = {}
  const { requests } = await show(QuickLine, {
    search: ({ text }) => new Promise((answer) => (answers[String(text)] = answer)),
  })
  await fireEvent.update(line(), '奖')
  await waitFor(() => expect(requests('search')).toHaveLength(1))
  await fireEvent.update(line(), '奖学')
  await waitFor(() => expect(requests('search')).toHaveLength(2))
  answers.奖学?.({ total: 1, hits: [hit(2, '奖学金')] })
  await waitFor(() => expect(titles()).toHaveLength(1))
  answers.奖?.({ total: 1, hits: [hit(1, '获奖')] })
  await new Promise((later) => setTimeout(later, 20))
  expect(titles()[0]).toContain('奖学金')
})

test('nothing is looked for, and Enter opens nothing, while an input method composes', async () => {
  const { requests, router } = await show(QuickLine, { search: () => found })
  await fireEvent(line(), new CompositionEvent('compositionstart'))
  await fireEvent.update(line(), 'jiangxuejin')
  await fireEvent.keyDown(line(), { key: 'Enter', isComposing: true })
  await fireEvent.keyDown(line(), { key: 'Enter', keyCode: 229 })
  await new Promise((later) => setTimeout(later, 200))
  expect(requests('search')).toEqual([])
  expect(router.currentRoute.value.path).toBe('/')
  await fireEvent.update(line(), '奖学金')
  await fireEvent(line(), new CompositionEvent('compositionend'))
  await waitFor(() => expect(requests('search')).toEqual([{ text: '奖学金', limit: 8 }]))
  await waitFor(() => expect(titles()).toHaveLength(2))
  await fireEvent.keyDown(line(), { key: 'Enter', keyCode: 229 })
  expect(router.currentRoute.value.path).toBe('/')
})

test('arrows go round, the line tells which is chosen, and Enter opens it in its register', async () => {
  const { router } = await show(QuickLine, { search: () => found })
  await userEvent.type(line(), '奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  const chosen = () => document.getElementById(line().getAttribute('aria-activedescendant') ?? '')
  expect(chosen()?.textContent).toContain('奖学金评审会')
  await userEvent.keyboard('{ArrowDown}')
  expect(chosen()?.getAttribute('aria-selected')).toBe('true')
  expect(chosen()?.textContent).toContain('关于奖学金的例会')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/registers/meeting?record=meeting-2'))
  expect(screen.getByTestId('quick-drop').style.display).toBe('none')
})

test('all that was found, by its true number, is a page away', async () => {
  const { router } = await show(QuickLine, { search: () => ({ ...found, total: 1234 }) })
  await userEvent.type(line(), '奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  expect(screen.getByTestId('quick-all').textContent).toContain('全部 1,234 条')
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/search'))
  expect(router.currentRoute.value.query).toEqual({ text: '奖学金' })
})

test('a search is narrowed by keys: Tab leads to the lists, and the list goes along to all that was found', async () => {
  const { requests, router } = await show(QuickLine, { search: () => found })
  await userEvent.type(line(), '奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  screen.getByTestId('quick-repeat').focus()
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByTestId('search-thing'))
  await fireEvent.update(screen.getByTestId('search-year'), '2023')
  await fireEvent.update(screen.getByTestId('search-channel'), '2')
  const period = { from: '2023-01-01', to: '2023-12-31' }
  await waitFor(() => expect(requests('search').at(-1)).toEqual({ text: '奖学金', limit: 8, period, terms: [2] }))
  await fireEvent.keyDown(screen.getByTestId('search-channel'), { key: 'Escape' })
  expect(document.activeElement).toBe(line())
  await waitFor(() => expect(titles()).toHaveLength(2))
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ text: '奖学金', year: '2023', channel: '2' }))
})

test('the last choice lists all there is in the register', async () => {
  const { router } = await show(QuickLine, { search: () => found })
  await userEvent.type(line(), '奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  await userEvent.keyboard('{ArrowUp}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ text: '奖学金' }))
  expect(router.currentRoute.value.path).toBe('/registers/meeting')
})

test('Esc closes the list, and once more empties the line', async () => {
  await show(QuickLine, { search: () => found })
  await userEvent.type(line(), '奖学金')
  await waitFor(() => expect(titles()).toHaveLength(2))
  await userEvent.keyboard('{Escape}')
  expect(screen.getByTestId('quick-drop').style.display).toBe('none')
  expect((line() as HTMLInputElement).value).toBe('奖学金')
  await userEvent.keyboard('{Escape}')
  expect((line() as HTMLInputElement).value).toBe('')
})

test('Ctrl+K leads to the line from anywhere', async () => {
  await show(QuickLine)
  expect(document.activeElement).not.toBe(line())
  await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  expect(document.activeElement).toBe(line())
})

test('where nothing is found it says what to try', async () => {
  await show(QuickLine, { search: () => ({ total: 0, hits: [] }) })
  await userEvent.type(line(), '不存在')
  await waitFor(() => expect(screen.getByTestId('quick-told').textContent).toContain('没有找到'))
})
