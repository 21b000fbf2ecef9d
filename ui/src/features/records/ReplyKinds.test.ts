// The page of replies: cases and day counts told apart by a switch with the number of each, which stays as it was set.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { ListRequest } from '@/api/bindings'
import { show } from '@/app/testing/core'
import { listedAs, terms, things } from './flow/testing'
import { forgetListings } from './listing'
import RegisterPage from './RegisterPage.vue'
import { forgetVocabulary } from './vocabulary'

const user = userEvent.setup({ delay: null })

beforeEach(() => {
  localStorage.clear()
  forgetListings()
  forgetVocabulary()
})

const replies = [
  listedAs('reply-1', '食堂价格', { received_on: '2023-03-01', is_day_count: false }),
  listedAs('reply-2', '电话', { received_on: '2023-03-01', is_day_count: true }),
  listedAs('reply-3', '电话', { received_on: '2023-03-02', is_day_count: true }),
]

async function showReplies(at = '/registers/reply') {
  const page = await show(
    RegisterPage,
    {
      things: () => things,
      terms: () => terms,
      list_records: (asked) => {
        const { filters = [], limit } = asked as unknown as ListRequest
        const any = filters.find(({ field }) => field === 'is_day_count')?.any
        const found = replies.filter(({ values }) => !any || any.includes(values.is_day_count === true))
        return { total: found.length, records: found.slice(0, limit), split: { with: 2, without: 1 } }
      },
    },
    { props: { thing: 'reply' }, at },
  )
  await screen.findAllByTestId('list-row')
  return page
}

const pressed = () =>
  ['single', 'day', 'all'].filter((kind) => screen.getByTestId(`kind-${kind}`).getAttribute('aria-pressed') === 'true')

test('both numbers are told whichever kind is shown, with the list itself, and the choice stays', async () => {
  const { unmount, requests } = await showReplies()
  await waitFor(() => expect(screen.getByTestId('reply-kinds').textContent).toBe('件（1）日常登记（2）全部（3）'))
  expect(requests('list_records')).toHaveLength(1)
  expect(requests('list_records')[0]).toMatchObject({ split_by: 'is_day_count' })
  expect(pressed()).toEqual(['all'])
  await user.click(screen.getByTestId('kind-single'))
  await waitFor(() => expect(screen.getAllByTestId('list-row')).toHaveLength(1))
  expect(screen.getByTestId('reply-kinds').textContent).toBe('件（1）日常登记（2）全部（3）')
  unmount()
  forgetListings()
  await showReplies()
  await waitFor(() => expect(screen.getAllByTestId('list-row')).toHaveLength(1))
  expect(pressed()).toEqual(['single'])
})

test('words looked for in all years are looked for in both kinds', async () => {
  localStorage.setItem('sunreg.replies.kind', 'single')
  await showReplies('/registers/reply?text=电话')
  expect(pressed()).toEqual(['all'])
})

test('a case says how it stands, a day count waits for nothing', async () => {
  await showReplies()
  expect(screen.getByTestId('head-due').textContent?.trim()).toBe('办理期限')
  expect(screen.getAllByTestId('due').map((cell) => cell.textContent)).toEqual(['▷\u00a0待转办', '', ''])
})
