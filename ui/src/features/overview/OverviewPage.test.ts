// The overview: figures that open, what wants attention with its links, today's log, an empty register.
import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { register, show } from '@/app/testing/core'
import OverviewPage from './OverviewPage.vue'

const overview = {
  today: [
    {
      seq: 9,
      at: '2023-11-20T09:30:00',
      who: '本机',
      operation: 'record.log',
      thing: 'publication',
      record: 'publication-1',
      title: '招生章程',
      records: 1,
    },
  ],
  logged_today: 1,
  attention: [
    { what: 'refused_rows', thing: null, count: 9 },
    { what: 'undated', thing: 'meeting', count: 2 },
  ],
}
const target = (element: HTMLElement | null) => element?.getAttribute('href')

test('a headline opens its figure, and what wants attention leads to it', async () => {
  await show(OverviewPage, { overview: () => overview })
  expect(target(await screen.findByTestId('headline-web'))).toBe('/figures?figure=web')
  expect(target(screen.getByTestId('attention-refused_rows'))).toBe('/imports')
  expect(target(screen.getByTestId('attention-undated'))).toBe('/registers/meeting?want=undated')
})

test('an entry of today tells when and what, and opens its record', async () => {
  await show(OverviewPage, { overview: () => overview })
  const done = await screen.findByTestId('done')
  expect(done.textContent).toMatch(/09:30.*登记/s)
  expect(target(done.querySelector('a'))).toBe('/registers/publication?record=publication-1')
})

test('an empty register says what to do next', async () => {
  await show(OverviewPage, {
    overview: () => ({ today: [], logged_today: 0, attention: [] }),
    register_info: () => ({ ...register, records: 0 }),
  })
  expect(target(await screen.findByTestId('to-imports'))).toBe('/imports')
})
