// All that a search finds: its true number, its pages, what it is narrowed to, and what an address asks for.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { SearchAnswer } from '@/api/bindings'
import { show } from '@/app/testing/core'
import SearchPage from './SearchPage.vue'

const found = (from: number, total = 1234): SearchAnswer => ({
  total,
  hits: [0, 1].map((n) => ({
    id: `publication-${from + n}`,
    thing: 'publication',
    title: `奖学金公示${from + n}`,
    date: '2023-05-06',
    withdrawn: null,
  })),
})

test('an address asks for words and what they are narrowed to; the true number is told', async () => {
  const at = '/search?text=奖学金&thing=publication&year=2023&channel=2&department=x'
  const { requests } = await show(SearchPage, { search: () => found(1) }, { at })
  await waitFor(() => expect(screen.getByTestId('search-total').textContent).toContain('1,234'))
  const period = { from: '2023-01-01', to: '2023-12-31' }
  expect(requests('search')).toEqual([{ text: '奖学金', limit: 50, thing: 'publication', period, terms: [2] }])
  expect(screen.getAllByTestId('search-hit')[0]?.querySelector('mark')?.textContent).toBe('奖学金')
})

test('further pages are asked for by their place, and begin anew where the search is another', async () => {
  const search = ({ offset }: Record<string, unknown>) => found(Number(offset ?? 0) + 1)
  const { requests, router } = await show(SearchPage, { search }, { at: '/search?text=奖学金' })
  await userEvent.click(await screen.findByTestId('pager-next'))
  await waitFor(() => expect(requests('search').at(-1)).toEqual({ text: '奖学金', limit: 50, offset: 50 }))
  expect(screen.getByTestId('pager-range').textContent).toContain('第 51–100 条')
  await fireEvent.update(await screen.findByTestId('search-year'), '2023')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ text: '奖学金', year: '2023' }))
  await userEvent.click(await screen.findByTestId('search-everywhere'))
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ text: '奖学金' }))
})

test('arrows go from the words into the list and back, and Enter opens a record in its register', async () => {
  const { router } = await show(SearchPage, { search: () => found(1) }, { at: '/search?text=奖学金' })
  const hits = await screen.findAllByTestId('search-hit')
  screen.getByTestId('search-words').focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  expect(document.activeElement).toBe(hits[1])
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(document.activeElement).toBe(screen.getByTestId('search-words'))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/registers/publication?record=publication-1'))
})

test('what is typed stands in the address a moment later; an empty line says how to begin', async () => {
  const { requests, router } = await show(SearchPage, { search: () => found(1, 0) }, { at: '/search' })
  await screen.findByTestId('search-begin')
  expect(requests('search')).toEqual([])
  await userEvent.type(screen.getByTestId('search-words'), '校历')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ text: '校历' }))
})

test('where nothing is found it says what to try', async () => {
  await show(SearchPage, { search: () => ({ total: 0, hits: [] }) }, { at: '/search?text=不存在' })
  await screen.findByTestId('search-none')
})
