// The day's counts on the overview: a button adds one, what was added is taken back, and a failure is told.
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import { today } from '@/shared/period'
import DayCounters from './DayCounters.vue'

function counting() {
  let count = 12
  return {
    day_counters: () => [{ channel: 7, matter: null, name: '电话', unit: 3, count }],
    count_one: ({ by }: Record<string, unknown>) => {
      count += Number(by)
      return {}
    },
  }
}

test('a button counts one more, told with the way to take it back', async () => {
  const { requests } = await show(DayCounters, counting())
  await waitFor(() => expect(screen.getByTestId('counter-1').textContent).toContain('电话 12'))
  await fireEvent.click(screen.getByTestId('counter-1'))
  await waitFor(() => expect(screen.getByTestId('counter-1').textContent).toContain('电话 13'))
  expect(requests('count_one')).toEqual([{ channel: 7, unit: 3, day: today(), by: 1 }])
  await waitFor(() => expect(notice.value?.text).toBe('电话加一，今天共 13 人次。'))
  notice.value?.action?.run()
  await waitFor(() => expect(screen.getByTestId('counter-1').textContent).toContain('电话 12'))
})

test('what was not counted is told', async () => {
  const refuse = () => Promise.reject({ code: 'disk_full', zh: '磁盘已满。', en: 'The disk is full.' })
  await show(DayCounters, { ...counting(), count_one: refuse })
  await fireEvent.click(await screen.findByTestId('counter-1'))
  await waitFor(() => expect(notice.value?.text).toBe('磁盘已满。'))
  expect(screen.getByTestId('counter-1').textContent).toContain('电话 12')
})

const word = (id: number, dimension: string, name: string) => ({
  id,
  dimension,
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
})

test('a matter of a channel gets a key of its own, and is counted with it', async () => {
  const counting = { channel: 7, matter: 9, name: '电话·招生咨询', unit: 3, count: 4 }
  let counters = [{ channel: 7, matter: null as number | null, name: '电话', unit: 3, count: 12 }]
  const { requests } = await show(DayCounters, {
    day_counters: () => counters,
    terms: () => [word(7, 'reply_channel', '电话'), word(9, 'reply_matter', '招生咨询')],
    set_counters: () => {
      counters = [...counters, counting]
      return {}
    },
    count_one: () => ({}),
  })
  await fireEvent.click(await screen.findByTestId('counters-edit'))
  await waitFor(() => expect(screen.getByTestId('counter-channel').textContent).toContain('电话'))
  await fireEvent.update(screen.getByTestId('counter-channel'), '7')
  expect(screen.getByTestId<HTMLButtonElement>('counter-pin').disabled).toBe(true)
  await fireEvent.update(screen.getByTestId('counter-matter'), '9')
  await fireEvent.submit(screen.getByTestId('counter-pin').closest('form') as HTMLFormElement)
  await waitFor(() => expect(screen.getByTestId('counter-2').textContent).toContain('电话·招生咨询 4'))
  expect(requests('set_counters')).toEqual([{ counters: [{ channel: 7 }, { channel: 7, matter: 9 }] }])
  await fireEvent.click(screen.getByTestId('counter-2'))
  await waitFor(() => expect(requests('count_one')[0]).toMatchObject({ channel: 7, matter: 9, by: 1 }))
})
