// The overview: what each register holds, the months, what wants attention with its links, today's log, an empty register.
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { type Answers, register, show, web } from '@/app/testing/core'
import { period } from '@/shared/period'
import OverviewPage from './OverviewPage.vue'

const overview = {
  today: [
    {
      seq: 10,
      at: '2023-11-20T10:15:00',
      who: '本机',
      operation: 'import',
      thing: null,
      record: null,
      title: '台账.xlsx',
      records: 752,
    },
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
  late: [],
  attention: [
    { what: 'refused_rows', thing: null, count: 9 },
    { what: 'undated', thing: 'publication', count: 2 },
    { what: 'undated', thing: 'meeting', count: 3 },
    { what: 'stale_items', thing: null, count: 4 },
    { what: 'missing_items', thing: null, count: 30 },
  ],
}
/** As many as the letters of its name. */
const list_records = ({ thing }: Record<string, unknown>) => ({ total: String(thing).length, records: [] })
const standing: Answers = { overview: () => overview, list_records }
const target = (element: HTMLElement | null) => element?.getAttribute('href')

test('each register tells how many records in force it holds in the period, and opens at them', async () => {
  const { requests } = await show(OverviewPage, standing)
  const headline = await screen.findByTestId('headline-reply')
  expect(headline.textContent).toBe('5条答复')
  expect(target(headline)).toBe('/registers/reply?want=in_force')
  expect(document.querySelectorAll('.headline')).toHaveLength(7)
  const { from, to } = period.value
  expect(requests('list_records')).toContainEqual({
    thing: 'reply',
    period: { from, to },
    standing: 'in_force',
    limit: 0,
  })
})

test('what wants attention names its register and leads there, each with its own link', async () => {
  await show(OverviewPage, standing)
  expect(target(await screen.findByTestId('attention-refused_rows'))).toBe('/imports')
  const undated = screen.getByTestId('attention-undated-publication')
  expect(undated.textContent).toBe('主动公开信息：2 条没有日期，不计入任何期间')
  expect(target(undated)).toBe('/registers/publication?want=undated')
  expect(target(screen.getByTestId('attention-undated-meeting'))).toBe('/registers/meeting?want=undated')
  const stale = screen.getByTestId('attention-stale_items')
  expect(stale.textContent).toBe('清单事项：4 项待更新')
  expect(target(stale)).toBe('/list-items?state=stale')
  expect(target(screen.getByTestId('attention-missing_items'))).toBe('/list-items?state=missing')
})

test('where nothing wants attention, that is said', async () => {
  await show(OverviewPage, { ...standing, overview: () => ({ ...overview, attention: [] }) })
  expect((await screen.findByTestId('attention')).textContent).toContain('没有需要处理的事项。')
})

test('the months come after the numbers, with the year before beside them', async () => {
  let tell: (trends: unknown) => void = () => {}
  await show(OverviewPage, {
    ...standing,
    figures: () => [{ ...web, id: 'items', label: '全校主动公开信息' }],
    figure_trends: () =>
      new Promise((resolve) => {
        tell = resolve
      }),
  })
  const months = await screen.findByTestId('months')
  await waitFor(() => expect(screen.getByTestId('overview-page').getAttribute('aria-busy')).toBe('false'))
  expect(months.querySelectorAll('li')).toHaveLength(0)
  await waitFor(() => {
    tell([
      {
        figure: 'items',
        months: [{ month: '2023-05', quantity: 118 }],
        last_year: 106,
        last_year_display: '106条',
        last_year_rows: 106,
      },
    ])
    expect(months.querySelectorAll('li')).toHaveLength(1)
  })
  expect(screen.getByTestId('last-year').textContent).toContain('上年同期 106 条')
  expect(screen.getByTestId('last-year').textContent).toContain('+12')
  expect(target(screen.getByTestId('main-figure'))).toBe('/figures?figure=items')
})

test('an entry of today tells when and what, and opens its record; an import tells how many', async () => {
  await show(OverviewPage, standing)
  const [imported, logged] = await screen.findAllByTestId('done')
  expect(imported?.textContent).toMatch(/10:15.*导入.*台账\.xlsx.*752 条/s)
  expect(logged?.textContent).toMatch(/09:30.*登记/s)
  expect(logged?.textContent).not.toContain('1 条')
  expect(screen.getByTestId('today').textContent).toContain('已登记 1 条')
  expect(target(logged?.querySelector('a') ?? null)).toBe('/registers/publication?record=publication-1')
})

test('the usual work is one click away', async () => {
  await show(OverviewPage, standing)
  expect(target(await screen.findByTestId('new-meeting'))).toBe('/registers/meeting?new=1')
  expect(target(screen.getByTestId('action-imports'))).toBe('/imports')
  expect(target(screen.getByTestId('action-report'))).toBe('/report')
})

test('an empty register says what to do next', async () => {
  await show(OverviewPage, {
    ...standing,
    overview: () => ({ today: [], logged_today: 0, attention: [], late: [] }),
    register_info: () => ({ ...register, records: 0 }),
  })
  expect(target(await screen.findByTestId('log-first'))).toBe('/registers/publication?new=1')
  expect(target(screen.getByTestId('to-imports'))).toBe('/imports')
  expect(screen.queryByTestId('months')).toBeNull()
})

const half = (title: string) => JSON.stringify({ thing: 'publication', values: { title }, words: {}, kept: [] })

test('what is not saved is listed with its way back, also before the first record', async () => {
  const drafts = () => ({
    'publication/new': half('关于放假的'),
    'publication-7': half(''),
    import: JSON.stringify({ workbook: 'D:\\台账.xlsx', sheets: [], mends: [] }),
  })
  await show(OverviewPage, { ...standing, drafts, register_info: () => ({ ...register, records: 0 }) })
  const told = await screen.findByTestId('attention-unsaved')
  expect(told.textContent).toBe('未保存的内容 3 条：台账.xlsx、主动公开信息、关于放假的')
  expect([...told.querySelectorAll('a')].map(target)).toEqual([
    '/imports',
    '/registers/publication?draft=publication-7',
    '/registers/publication?draft=publication/new',
  ])
})
