// The day's counts: one key adds one, what was added is taken back, and a failure is told.
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import { today } from '@/shared/period'
import DayCounters from './DayCounters.vue'

function counting() {
  let count = 12
  return {
    day_counters: () => [{ channel: 7, name: '电话', unit: 3, count }],
    count_one: ({ by }: Record<string, unknown>) => {
      count += Number(by)
      return {}
    },
  }
}

test('one key counts one more, and the notice takes it back', async () => {
  const { requests } = await show(DayCounters, counting())
  await waitFor(() => expect(screen.getByTestId('counter-1').textContent).toContain('电话 12'))
  await fireEvent.keyDown(window, { code: 'Digit1', key: '1', altKey: true })
  await waitFor(() => expect(screen.getByTestId('counter-1').textContent).toContain('电话 13'))
  expect(requests('count_one')).toEqual([{ channel: 7, unit: 3, day: today(), by: 1 }])
  await waitFor(() => expect(notice.value?.text).toContain('13'))
  notice.value?.action?.run()
  await waitFor(() => expect(screen.getByTestId('counter-1').textContent).toContain('电话 12'))
})

test('a digit alone, or one without a counter, counts nothing', async () => {
  const { requests } = await show(DayCounters, counting())
  await screen.findByTestId('counter-1')
  await fireEvent.keyDown(window, { code: 'Digit1', key: '1' })
  await fireEvent.keyDown(window, { code: 'Digit2', key: '2', altKey: true })
  expect(requests('count_one')).toEqual([])
})

test('what was not counted is told', async () => {
  const refuse = () => Promise.reject({ code: 'disk_full', zh: '磁盘已满。', en: 'The disk is full.' })
  await show(DayCounters, { ...counting(), count_one: refuse })
  await fireEvent.click(await screen.findByTestId('counter-1'))
  await screen.findByText(/磁盘已满/)
  expect(screen.getByTestId('counter-1').textContent).toContain('电话 12')
})
