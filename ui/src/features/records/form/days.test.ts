// Days in the form: from the calendar, by the arrows, and where one is required.
import { waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { forgetCarried } from './carrying'
import { at, control, disk, openForm, user } from './testing'

beforeEach(() => {
  disk.clear()
  localStorage.clear()
  forgetCarried()
})

test('a day is chosen from the calendar, and typing goes on', async () => {
  await openForm()
  await user.click(control('published_on'))
  await user.keyboard('2023-03-02{Alt>}{ArrowDown}{/Alt}')
  expect(control('published_on').value).toBe('2023-03-02')
  const month = await within(at('published_on')).findByTestId('month')
  await waitFor(() => expect(month.querySelector('[data-day="2023-03-02"]')).toBe(document.activeElement))
  await user.keyboard('{PageDown}')
  await waitFor(() => expect(month.querySelector('[data-day="2023-04-02"]')).toBe(document.activeElement))
  await user.keyboard('{ArrowDown}{ArrowRight}')
  await waitFor(() => expect(month.querySelector('[data-day="2023-04-10"]')).toBe(document.activeElement))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(control('published_on').value).toBe('2023-04-10'))
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await user.click(within(await within(at('published_on')).findByTestId('month')).getByText('15'))
  await waitFor(() => expect(control('published_on').value).toBe('2023-04-15'))
  await waitFor(() => expect(document.activeElement).toBe(control('published_on')))
  expect(within(at('published_on')).queryByTestId('month')).toBeNull()
  await user.click(within(at('published_on')).getByTestId('calendar'))
  await within(at('published_on')).findByTestId('month')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(within(at('published_on')).queryByTestId('month')).toBeNull())
  expect(control('published_on').value).toBe('2023-04-15')
})

test('arrows go a day on and back', async () => {
  await openForm()
  control('published_on').focus()
  await user.keyboard('2023-02-28{ArrowUp}')
  expect(control('published_on').value).toBe('2023-03-01')
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(control('published_on').value).toBe('2023-02-27')
})

test('the day of what is public is marked as required, that of what is not is none', async () => {
  await openForm()
  const marked = () => at('published_on').textContent?.includes('必填')
  expect(marked()).toBe(true)
  await user.click(control('is_public'))
  await waitFor(() => expect(marked()).toBe(false))
})
