// A figure as chart and table: what it can be broken down by, each part open to its records, copies that hold.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Breakdown } from '@/api/bindings'
import { type Answers, register, show, web, webDefinition } from '@/app/testing/core'
import type { Bars } from '@/shared/chart'
import { closeNotice, notice } from '@/shared/notice'
import { setPeriod } from '@/shared/period'
import FiguresPage from './FiguresPage.vue'

/** A page without a size draws nothing: what would be drawn, and the way in for a click on it. */
const drawn = vi.hoisted(() => ({ bars: [] as Bars[], click: (_at: number) => {} }))
vi.mock('@/shared/chartDrawing', () => ({
  draw: (_into: HTMLElement, opened: (at: number) => void) => {
    drawn.click = opened
    return { show: (bars: Bars) => drawn.bars.push(bars), resize: () => {}, end: () => {} }
  },
  picture: async () => 'iVBORw0KGgo=',
}))

const user = userEvent.setup()
const hostile = '<img src=x onerror=alert(1)>'
const months: Breakdown = {
  parts: [
    { key: '2023-02', label: '2023-02', quantity: 20, records: 20 },
    { key: '2023-05', label: '2023-05', quantity: 98, records: 98 },
  ],
  overlapping: false,
}
const channels: Breakdown = {
  parts: [
    { key: '2', label: hostile, quantity: 118, records: 118 },
    { key: '3', label: '公示栏', quantity: 7, records: 7 },
    { key: '', label: '', quantity: 1, records: 1 },
  ],
  overlapping: true,
}
const share = { ...web, id: 'satisfaction', label: '满意度', unit: '%' }

beforeEach(() => {
  closeNotice()
  drawn.bars = []
  setPeriod({ from: '2023-02-01', to: '2023-06-30' })
})

async function charts(answers: Answers = {}) {
  const shown = await show(FiguresPage, {
    figure_trends: () => [],
    figures: () => [share, web],
    definitions: () => [
      webDefinition,
      { ...webDefinition, id: 'satisfaction', measure: { type: 'ratio', part: 'satisfied', whole: 'valid' } },
    ],
    breakdown: ({ by }) => (by === 'month' ? months : channels),
    figure_months: () => [{ month: '2022-05', quantity: 60 }],
    copy_text: () => null,
    copy_picture: () => null,
    ...answers,
  })
  await user.click(await screen.findByTestId('view-charts'))
  await screen.findByTestId('charts')
  return shown
}
const choose = (id: string, value: string) => user.selectOptions(screen.getByTestId(id), value)
const offered = (id: string) =>
  within(screen.getByTestId(id))
    .getAllByRole('option')
    .map((option) => option.textContent)
const cells = () => screen.getAllByTestId('part-row').map((row) => [...row.children].map((cell) => cell.textContent))

test('a figure stands by month, months without any too, with last year’s beside', async () => {
  const { requests } = await charts()
  await screen.findByTestId('parts-table')
  expect(cells()).toEqual([
    ['2023年2月', '20', '0', '20'],
    ['2023年3月', '0', '0', '0'],
    ['2023年4月', '0', '0', '0'],
    ['2023年5月', '98', '60', '98'],
    ['2023年6月', '0', '0', '0'],
  ])
  expect(requests('figure_months')).toEqual([{ figure: 'web', from: '2022-02-01', to: '2022-06-30' }])
  await waitFor(() => expect(drawn.bars.at(-1)?.values.values).toEqual([20, 0, 0, 98, 0]))
})

test('a share is not offered, and a figure is broken down only by fields that it has', async () => {
  await charts()
  expect(offered('chart-figure')).toEqual(['学校官网'])
  expect(offered('chart-by')).toEqual(['按月', '文种', '公开渠道'])
})

test('what is published in several channels is said to count in each, and the empty field has a name', async () => {
  const { requests, router } = await charts()
  await choose('chart-by', 'channels')
  expect((await screen.findByTestId('chart-overlapping')).textContent).toContain('合计可大于总数')
  expect(cells()).toEqual([
    [hostile, '118', '118'],
    ['公示栏', '7', '7'],
    ['未填写', '1', '1'],
  ])
  expect(requests('breakdown').at(-1)).toEqual({ figure: 'web', by: 'channels', from: '2023-02-01', to: '2023-06-30' })
  expect(router.currentRoute.value.query).toEqual({ view: 'charts', figure: 'web', by: 'channels' })
})

test('a row opens the records of its part by keyboard, and Escape leads back to it', async () => {
  await charts()
  await choose('chart-by', 'channels')
  await screen.findByTestId('chart-overlapping')
  screen.getByRole('button', { name: '公示栏' }).focus()
  await user.keyboard('{Enter}')
  await screen.findByTestId('records-panel')
  expect(screen.getByRole('button', { name: '公示栏' }).getAttribute('aria-expanded')).toBe('true')
  await screen.findByTestId('record-row')
  screen.getByTestId('record-row').focus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('records-panel')).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '公示栏' }))
})

test('a bar opens the records of its part; a month without any opens none', async () => {
  const { requests } = await charts()
  await waitFor(() => expect(drawn.bars).not.toHaveLength(0))
  drawn.click(1)
  await new Promise((resolve) => setTimeout(resolve))
  expect(screen.queryByTestId('records-panel')).toBeNull()
  drawn.click(3)
  await screen.findByTestId('records-panel')
  await waitFor(() =>
    expect(requests('figure_rows').at(-1)).toMatchObject({ figure: 'web', part: { by: 'month', key: '2023-05' } }),
  )
})

test('the table is copied with tabs and as HTML in which a label is text', async () => {
  const { requests } = await charts()
  await choose('chart-by', 'channels')
  await screen.findByTestId('chart-overlapping')
  await user.click(screen.getByTestId('copy-table'))
  await waitFor(() => expect(notice.value?.text).toContain('表已复制'))
  const [copied] = requests('copy_text')
  expect(copied?.text).toBe(`公开渠道\t数量（条）\t记录数\r\n${hostile}\t118\t118\r\n公示栏\t7\t7\r\n未填写\t1\t1`)
  expect(copied?.html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(copied?.html).not.toContain('<img')
})

test('the chart is copied as a picture', async () => {
  const { requests } = await charts()
  await user.click(await screen.findByTestId('copy-picture'))
  await waitFor(() => expect(notice.value?.text).toContain('图已复制'))
  expect(requests('copy_picture')).toEqual([{ png: 'iVBORw0KGgo=' }])
})

test('a clipboard that refuses is told', async () => {
  await charts({ copy_text: () => Promise.reject({ code: 'clipboard', zh: '剪贴板被占用。', en: 'Busy.' }) })
  await user.click(await screen.findByTestId('copy-table'))
  expect((await screen.findByTestId('error')).textContent).toContain('剪贴板被占用。')
  expect(notice.value).toBeNull()
})

test('an answer to another question does not stand under the name of this one', async () => {
  const late: ((breakdown: Breakdown) => void)[] = []
  await charts({ breakdown: () => new Promise((resolve) => late.push(resolve)) })
  await waitFor(() => expect(late).toHaveLength(1))
  await choose('chart-by', 'channels')
  await waitFor(() => expect(late).toHaveLength(2))
  late[1]?.(channels)
  await screen.findByTestId('chart-overlapping')
  late[0]?.(months)
  await new Promise((resolve) => setTimeout(resolve))
  expect(cells()[1]).toEqual(['公示栏', '7', '7'])
})

test('a figure without records says what to do, and offers nothing to copy', async () => {
  await charts({ breakdown: () => ({ parts: [], overlapping: false }), figure_months: () => [] })
  expect((await screen.findByTestId('empty')).textContent).toContain('可改选统计项')
  expect(screen.queryByTestId('copy-table')).toBeNull()
})

test('of a long table the first hundred rows are shown, all when asked for', async () => {
  const parts = Array.from({ length: 130 }, (_, at) => ({ key: `${at}`, label: `部门${at}`, quantity: 1, records: 1 }))
  await charts({ breakdown: () => ({ parts, overlapping: false }) })
  await choose('chart-by', 'kind')
  expect((await screen.findByTestId('chart-rest')).textContent).toContain('其余 110 项合计 110 条')
  expect(screen.getAllByTestId('part-row')).toHaveLength(100)
  await user.click(screen.getByTestId('parts-all'))
  expect(screen.getAllByTestId('part-row')).toHaveLength(130)
})

test('an empty register shows no charts', async () => {
  const { router } = await show(FiguresPage, {
    register_info: () => ({ ...register, records: 0, first_day: null, last_day: null }),
  })
  await router.push('/?view=charts')
  await screen.findByTestId('to-imports')
  expect(screen.queryByTestId('charts')).toBeNull()
})
