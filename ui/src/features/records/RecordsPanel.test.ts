// The records behind a figure, or behind one part of it, and the way into their register.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { show, web } from '@/app/testing/core'
import { setPeriod } from '@/shared/period'
import RecordsPanel from './RecordsPanel.vue'
import { view } from './testing'
import { forgetVocabulary } from './vocabulary'

const user = userEvent.setup()
const period = { from: '2023-02-01', to: '2023-11-20' }

beforeEach(() => {
  forgetVocabulary()
  setPeriod(period)
})

test('one part of a figure is asked for alone, and title and sum say which', async () => {
  const part = { by: 'department', key: '7', label: '党委办公室' }
  const { requests } = await show(RecordsPanel, {}, { props: { figure: web, part } })
  await screen.findByTestId('records-sum')
  expect(screen.getByRole('heading').textContent).toBe('学校官网：党委办公室')
  expect(requests('figure_rows')).toEqual([
    { figure: 'web', ...period, part: { by: 'department', key: '7' }, offset: 0, limit: 100 },
  ])
  expect(requests('figure_months')).toEqual([])
  // The number of the whole figure is not that of its part.
  expect(screen.getByTestId('records-panel').textContent).not.toContain('118条')
})

test('the part without a word is called unfilled', async () => {
  await show(RecordsPanel, {}, { props: { figure: web, part: { by: 'department', key: '', label: '' } } })
  expect((await screen.findByRole('heading')).textContent).toBe('学校官网：未填写')
})

test('a record behind a figure opens in its register', async () => {
  const { router } = await show(RecordsPanel, { record: () => view() }, { props: { figure: web } })
  await user.click(await screen.findByTestId('record-row'))
  await user.click(await screen.findByTestId('record-place'))
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/registers/publication?record=publication-1'))
})
test('the keyboard follows into a record and back to its row, and Escape closes one after the other', async () => {
  const { emitted } = await show(RecordsPanel, { record: () => view() }, { props: { figure: web } })
  await user.click(await screen.findByTestId('record-row'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('record-back')))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('record-row')))
  await user.keyboard('{Escape}')
  expect(emitted('close')).toHaveLength(1)
})
