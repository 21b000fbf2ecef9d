// The overview: what each register holds, the months, what wants attention with its links, today's log, an empty register.
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { type Answers, register, show, web } from '@/app/testing/core'
import { recordOf, things as replies } from '@/features/records/flow/testing'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { due } from '@/features/requests/testing'
import { notice } from '@/shared/notice'
import { period } from '@/shared/period'
import OverviewPage from './OverviewPage.vue'

const overview = {
  held: [
    { thing: 'publication', records: 0, day_counts: 0 },
    { thing: 'reply', records: 62, day_counts: 28 },
    { thing: 'request', records: 8, day_counts: 0 },
    { thing: 'meeting', records: 2, day_counts: 0 },
  ],
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
  urgent: [
    due('request-1', { title: '学费收费依据', department: 9 }),
    due('notice-2', { thing: 'notice', title: '奖学金公示', standing: 'due_today', due: '2026-03-25', left: 0 }),
    due('consultation-3', { thing: 'consultation', title: '章程', standing: 'ended', due: '2026-03-10', left: -9 }),
    due('problem-4', {
      thing: 'problem',
      title: '更新慢',
      standing: 'running',
      due: '2027-01-05',
      left: 40,
      provisional: true,
    }),
  ],
  due: 14,
  attention: [
    { what: 'overdue', thing: 'request', count: 1 },
    { what: 'overdue', thing: 'problem', count: 2 },
    { what: 'ended', thing: 'consultation', count: 1 },
    { what: 'refused_rows', thing: null, count: 9 },
    { what: 'undated', thing: 'publication', count: 2 },
    { what: 'undated', thing: 'meeting', count: 3 },
    { what: 'stale_items', thing: null, count: 4 },
    { what: 'missing_items', thing: null, count: 30 },
  ],
}
const standing: Answers = {
  overview: () => overview,
  day_counters: () => [{ channel: 7, name: '电话', unit: 3, count: 12 }],
  count_one: () => ({}),
}
beforeEach(forgetVocabulary)

const target = (element: HTMLElement | null) => element?.getAttribute('href')

test('each register tells how many records in force it holds in the period, and opens at them', async () => {
  const { requests } = await show(OverviewPage, standing)
  const headline = await screen.findByTestId('headline-reply')
  expect(headline.textContent).toBe('62件答复')
  expect(target(headline)).toBe('/registers/reply?want=in_force')
  expect([...document.querySelectorAll('.headline')].map((one) => one.textContent)).toEqual([
    '0条主动公开',
    '62件答复',
    '8件依申请',
    '2次会议',
  ])
  // The counts of days stand beside the cases, in the words of their list.
  const days = screen.getByTestId('headline-day-counts')
  expect(days.textContent).toBe('日常登记 28 行')
  expect(target(days)).toBe('/registers/reply?want=day_counts')
  const { from, to } = period.value
  expect(requests('overview')).toEqual([{ from, to }])
})

test('what is due is told by register, each count opening exactly its records', async () => {
  await show(OverviewPage, standing)
  const block = await screen.findByTestId('due-block')
  expect(screen.getByTestId('due-total').textContent).toBe('共 14 项')
  expect([...block.querySelectorAll('.group')].map((group) => group.textContent?.trim())).toEqual([
    '✕ 已逾期依申请 1 件问题整改 2 项',
    '■ 期满待登记结果征求意见 1 项',
  ])
  expect(target(screen.getByTestId('attention-overdue-problem'))).toBe('/registers/problem?want=overdue')
  expect(target(screen.getByTestId('attention-ended-consultation'))).toBe('/registers/consultation?want=ended')
  expect(screen.getByTestId('attention').textContent).not.toContain('已逾期')
})

test('the most urgent are named with their department, their day and what is left, in words', async () => {
  const terms = () => [
    { id: 9, dimension: 'department', name: '财务处', parent: null, position: 1, retired: false, note: '' },
  ]
  await show(OverviewPage, { ...standing, terms })
  const rows = await screen.findAllByTestId('due-row')
  const cells = rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.replace(/\s/g, ' ')))
  expect(cells).toEqual([
    ['依申请', '学费收费依据', '财务处', '03-23', '✕ 已超 2 个工作日'],
    ['公示', '奖学金公示', '', '03-25', '! 今天是最后一天'],
    ['征求意见', '章程', '', '03-10', '■ 征求意见已截止，待反馈采纳情况'],
    ['问题整改', '更新慢', '', '暂定 01-05', '▷ 还剩 40 个工作日'],
  ])
  expect(rows[0]?.querySelector('.day')?.getAttribute('title')).toBe('答复期限：2026年3月23日（星期一）')
  expect(target(rows[1]?.querySelector('a') ?? null)).toBe('/registers/notice?record=notice-2')
})

test('where nothing is due, that is said', async () => {
  await show(OverviewPage, { ...standing, overview: () => ({ ...overview, urgent: [], due: 0, attention: [] }) })
  expect((await screen.findByTestId('due-block')).textContent).toContain('没有到期或待办结的事项。')
})

test('a count asks for the day again, and for nothing that it has no part in', async () => {
  const { asked } = await show(OverviewPage, standing)
  await screen.findByTestId('due-block')
  await waitFor(() => expect(screen.getByTestId('overview-page').getAttribute('aria-busy')).toBe('false'))
  const before = asked.length
  await fireEvent.click(screen.getByTestId('counter-1'))
  await waitFor(() => expect(asked.slice(before).map(({ name }) => name)).toContain('overview'))
  await waitFor(() => expect(screen.getByTestId('overview-page').getAttribute('aria-busy')).toBe('false'))
  expect(asked.slice(before).map(({ name }) => name)).toEqual(['count_one', 'overview', 'day_counters'])
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
    'publication-3/answer': JSON.stringify({
      thing: 'publication',
      title: '食堂价格',
      values: { replied_on: '2023-03-0' },
    }),
    import: JSON.stringify({ workbook: 'D:\\台账.xlsx', sheets: [], mends: [] }),
    'beside/checks/publication-5/a': JSON.stringify({ title: '评优公示', decision: null, reason: '' }),
    'beside/checks/publication-5/review': JSON.stringify({ title: '评优公示', answers: {} }),
    'beside/evidence/publication-6/files': JSON.stringify({ title: '招生章程', paths: ['D:\\扫描.pdf'] }),
    'beside/evidence/publication-8/files': '{"title":"写了一',
  })
  await show(OverviewPage, { ...standing, drafts, register_info: () => ({ ...register, records: 0 }) })
  const told = await screen.findByTestId('attention-unsaved')
  expect(told.textContent).toBe('未保存的内容 6 条：评优公示、招生章程、台账.xlsx、食堂价格、主动公开信息、关于放假的')
  expect([...told.querySelectorAll('a')].map(target)).toEqual([
    '/registers/publication?record=publication-5&tab=checks',
    '/registers/publication?record=publication-6&tab=evidence',
    '/imports',
    '/registers/publication?record=publication-3',
    '/registers/publication?draft=publication-7',
    '/registers/publication?draft=publication/new',
  ])
})

test('what is not saved is given up from the overview, and comes back on demand', async () => {
  const kept = new Map([['publication/new', half('关于放假的')]])
  const { requests } = await show(OverviewPage, {
    ...standing,
    drafts: () => Object.fromEntries(kept),
    write_draft: ({ key, draft }) => {
      if (draft === null) kept.delete(String(key))
      else kept.set(String(key), String(draft))
      return null
    },
  })
  await fireEvent.click(await screen.findByRole('button', { name: '放弃“关于放假的”的未保存内容' }))
  await waitFor(() => expect(screen.queryByTestId('attention-unsaved')).toBeNull())
  expect(requests('write_draft')).toMatchObject([{ key: 'publication/new', draft: null }])
  notice.value?.action?.run()
  await waitFor(() => expect(screen.getByTestId('unsaved').textContent).toBe('关于放假的'))
})

test('a step that its record has done without meanwhile waits no more, and is told with what was typed', async () => {
  const step = (values: Record<string, string>) => JSON.stringify({ thing: 'reply', title: '食堂价格', values })
  const { requests } = await show(OverviewPage, {
    ...standing,
    things: () => replies,
    drafts: () => ({
      'reply-1/answer': step({ replied_on: '2023-03-0' }),
      'reply-2/answer': step({ replied_on: '3' }),
    }),
    record: ({ id }) =>
      recordOf(String(id), { subject: '食堂价格', replied_on: id === 'reply-1' ? '2023-03-05' : null }),
  })
  const told = await screen.findByTestId('step-dropped')
  expect(told.textContent).toContain('“登记答复”已另行办理，先前填了一半的内容不再保留：答复日期“2023-03-0”。')
  expect(target(told.querySelector('a'))).toBe('/registers/reply?record=reply-1')
  expect(requests('write_draft')).toMatchObject([{ key: 'reply-1/answer', draft: null }])
})
