// The page of figures: the numbers, the records behind them, and the period that they follow.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { type Answers, register, show as showPage, web, webDefinition } from '@/app/testing/core'
import { closeNotice, notice } from '@/shared/notice'
import { period, setPeriod } from '@/shared/period'
import FiguresPage from './FiguresPage.vue'
import { comparable } from './trends'

const user = userEvent.setup()

const trend = {
  figure: 'web',
  months: [
    { month: '2023-02', quantity: 0 },
    { month: '2023-05', quantity: 98 },
    { month: '2023-06', quantity: 20 },
  ],
  last_year: 106,
  last_year_display: '106条',
  last_year_rows: 106,
}
const show = (page: typeof FiguresPage, answers: Answers = {}) =>
  showPage(page, { figure_trends: () => [trend], ...answers })

beforeEach(() => {
  closeNotice()
  comparable.value = true
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
})

test('a figure shows its number, its unit and in small words what it counts', async () => {
  await show(FiguresPage)
  expect((await screen.findByTestId('figure-web-value')).textContent).toBe('118条')
  expect(screen.getByTestId('figure-web').textContent).toContain('公开渠道为“学校官网”')
})

test('a rounded or estimated number says so, and how the report words it', async () => {
  await show(FiguresPage, {
    figures: () => [{ ...web, value: 23617, unit: '人次', display: '23600余人次', estimates: 3 }],
  })
  expect((await screen.findByTestId('figure-web-value')).textContent).toBe('23617人次')
  expect(screen.getByTestId('figure-web').textContent).toContain('23600余人次')
  expect(screen.getByTestId('figure-web-estimates').textContent).toContain('3')
})

test('what nothing can be said of is not shown as zero', async () => {
  await show(FiguresPage, { figures: () => [{ ...web, value: null, display: '未填报', unit: '%' }] })
  expect((await screen.findByTestId('figure-web-value')).textContent).toBe('未填报')
})

test('words that the vocabulary lacks are a warning', async () => {
  await show(FiguresPage, { figures: () => [{ ...web, unknown: ['红网', '新湖南'] }] })
  expect((await screen.findByTestId('figure-web-unknown')).textContent).toContain('红网、新湖南')
})

test('the numbers are shown first; their months and the year before follow in words', async () => {
  let answer = (_trends: unknown) => {}
  await show(FiguresPage, {
    figure_trends: () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  })
  await screen.findByTestId('figure-web-value')
  expect(screen.getByTestId('figures-page').getAttribute('aria-busy')).toBe('false')
  expect(screen.getByTestId('figure-web-past').textContent).toBe('')
  await waitFor(() => {
    answer([trend])
    expect(screen.getByTestId('figure-web-past').textContent).toBe('上年同期 106 条较上年同期 +12 条，+11%')
  })
  const spark = screen.getByTestId('spark')
  expect(spark.querySelector('title')?.textContent).toBe('各月走势，最高为2023年5月，98')
  expect(spark.querySelector('desc')?.textContent).toBe('2023年2月 0、2023年5月 98、2023年6月 20')
})

test('trends of another period do not stand beside the numbers of this one', async () => {
  const late: ((trends: unknown) => void)[] = []
  await show(FiguresPage, { figure_trends: () => new Promise((resolve) => late.push(resolve)) })
  await waitFor(() => expect(late).toHaveLength(1))
  setPeriod({ from: '2023-01-01', to: '2023-01-31' })
  await waitFor(() => expect(late).toHaveLength(2))
  late[0]?.([trend])
  await new Promise((resolve) => setTimeout(resolve))
  expect(screen.getByTestId('figure-web-past').textContent).toBe('')
  late[1]?.([{ ...trend, last_year: null, last_year_rows: 0 }])
  await waitFor(() => expect(screen.queryByTestId('figure-web-past')).toBeNull())
})

test('where no figure has a year before, it is said once', async () => {
  const none = { ...trend, last_year: null, last_year_rows: 0 }
  await show(FiguresPage, { figure_trends: () => [none, { ...none, figure: 'media' }] })
  expect((await screen.findByTestId('no-year-before')).textContent).toBe('上年同期无记录，不作比较。')
  expect(document.body.textContent.match(/上年同期/g)).toHaveLength(1)
})

test('a figure without a year before says so among others that have one', async () => {
  await show(FiguresPage, {
    figures: () => [web, { ...web, id: 'media' }],
    figure_trends: () => [trend, { ...trend, figure: 'media', last_year: null, last_year_rows: 0 }],
  })
  await waitFor(() => expect(screen.getByTestId('figure-media-past').textContent).toBe('上年同期无记录'))
  expect(screen.queryByTestId('no-year-before')).toBeNull()
})

test('where the year before cannot be had, the numbers stay', async () => {
  await show(FiguresPage, {
    figure_trends: () => Promise.reject({ code: 'store', zh: '数据库操作失败。', en: 'The database failed.' }),
  })
  expect((await screen.findByTestId('error')).textContent).toContain('数据库操作失败。')
  expect(screen.getByTestId('figure-web-value').textContent).toBe('118条')
})

test('the address names the figure whose records are open', async () => {
  const { router } = await show(FiguresPage)
  await router.push('/?figure=web')
  await screen.findByTestId('records-panel')
  await user.click(screen.getByTestId('records-close'))
  await waitFor(() => expect(screen.queryByTestId('records-panel')).toBeNull())
  expect(router.currentRoute.value.query).toEqual({})
})

test('all figures are copied as one table, with the year before', async () => {
  const nothing = { ...web, id: 'satisfaction', label: '满意度', unit: '%', value: null }
  const { requests } = await show(FiguresPage, {
    register_info: () => ({ ...register, records: 2 }),
    figures: () => [web, nothing],
    definitions: () => [webDefinition, { ...webDefinition, id: 'satisfaction', counts: 'evaluations' }],
    copy_text: () => null,
  })
  const copy = await screen.findByTestId('copy-statistics')
  await waitFor(() => expect((copy as HTMLButtonElement).disabled).toBe(false))
  await user.click(copy)
  await waitFor(() => expect(notice.value?.text).toContain('表已复制'))
  expect(requests('copy_text')[0]?.text).toBe(
    '章节\t统计项\t数\t单位\t上年同期\r\n主动公开\t学校官网\t118\t条\t106\r\n评议\t满意度\t未填报\t%\t',
  )
})

test('a figure opens its records with the sum, page by page, and Escape leads back to it', async () => {
  const { requests } = await show(FiguresPage)
  const figure = await screen.findByTestId('figure-web')
  figure.focus()
  await user.keyboard('{Enter}')
  await screen.findByTestId('record-row')
  expect(screen.queryByTestId('records-sum')).toBeNull()
  expect(screen.getByTestId('record-row').textContent).toContain('招生章程')
  await user.click(screen.getByTestId('pager-next'))
  await waitFor(() => expect(screen.getByTestId('record-row').textContent).toContain('毕业典礼'))
  expect(requests('figure_rows').map((r) => [r.offset, r.limit])).toEqual([
    [0, 100],
    [100, 100],
  ])
  screen.getByTestId('record-row').focus()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('records-panel')).toBeNull())
  expect(document.activeElement).toBe(screen.getByTestId('figure-web'))
})

test('a record shows its fields in words, its origin, and what was changed', async () => {
  await show(FiguresPage, {
    record: () => ({
      id: 'publication-1',
      thing: 'publication',
      values: { title: '招生章程', kind: 1, channels: [2, 3], is_public: true },
      withdrawn: '重复发布',
      taken_back: false,
      origin: {
        batch: 'import-1',
        file: '台账.xlsx',
        sheet: '主动公开',
        row: 9,
        imported_at: '2023-11-20T09:30:00',
        corrected: [],
      },
      named: {},
      derived: [],
      named_by: [],
    }),
    history: () => [
      {
        seq: 7,
        at: '2023-11-21T10:00:00',
        who: '王敏',
        operation: 'record.edit',
        part: 'record',
        before: { title: '招生章程', channels: [2] },
        after: { title: '招生章程', channels: [2, 3] },
      },
    ],
  })
  await user.click(await screen.findByTestId('figure-web'))
  await user.click(await screen.findByTestId('record-row'))
  const detail = await screen.findByTestId('record-detail')
  expect(within(detail).getByTestId('field-kind').textContent).toBe('新闻报道')
  expect(within(detail).getByTestId('field-channels').textContent).toBe('学校官网、公示栏')
  expect(within(detail).getByTestId('field-is_public').textContent).toBe('是')
  expect(within(detail).getByTestId('record-withdrawn').textContent).toContain('重复发布')
  await user.click(within(detail).getByTestId('tab-origin'))
  expect((await within(detail).findByTestId('record-origin')).textContent).toContain(
    '台账.xlsx，工作表“主动公开”第 9 行',
  )
  await user.click(within(detail).getByTestId('tab-history'))
  const entry = (await within(detail).findByTestId('history-entry')).textContent
  expect(entry).toContain('修改')
  expect(entry).toContain('王敏')
  expect(entry).toMatch(/公开渠道：\s*学校官网\s*→\s*学校官网、公示栏/)
  expect(entry).not.toContain('信息名称')
})

test('another period is counted anew, and open records follow it', async () => {
  const { requests } = await show(FiguresPage)
  await user.click(await screen.findByTestId('figure-web'))
  await screen.findByTestId('record-row')
  setPeriod({ from: '2022-09-01', to: '2023-08-31' })
  const school = { from: '2022-09-01', to: '2023-08-31' }
  await waitFor(() => expect(requests('figures').at(-1)).toEqual(school))
  await waitFor(() => expect(requests('figure_rows').at(-1)).toMatchObject({ ...school, figure: 'web', offset: 0 }))
})

test('an answer that comes late does not replace that of the period in force', async () => {
  const late: ((figures: unknown) => void)[] = []
  await show(FiguresPage, { figures: () => new Promise((resolve) => late.push(resolve)) })
  setPeriod({ from: '2023-01-01', to: '2023-01-31' })
  await waitFor(() => expect(late).toHaveLength(2))
  late[1]?.([{ ...web, value: 2, display: '2条' }])
  expect((await screen.findByTestId('figure-web-value')).textContent).toBe('2条')
  late[0]?.([web])
  await new Promise((resolve) => setTimeout(resolve))
  expect(screen.getByTestId('figure-web-value').textContent).toBe('2条')
})

test('an error shows its sentence and can be tried again', async () => {
  let broken = true
  await show(FiguresPage, {
    figures: () =>
      broken ? Promise.reject({ code: 'store', zh: '数据库操作失败。', en: 'The database failed.' }) : [web],
  })
  expect((await screen.findByTestId('error')).textContent).toContain('数据库操作失败。')
  broken = false
  await user.click(screen.getByTestId('error-retry'))
  await screen.findByTestId('figure-web')
  expect(screen.queryByTestId('error')).toBeNull()
})

test('an empty register says what to do next', async () => {
  const { router } = await show(FiguresPage, {
    register_info: () => ({ ...register, records: 0, first_day: null, last_day: null }),
  })
  await user.click(await screen.findByTestId('to-imports'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/imports'))
})

test('where the period misses all records, theirs is offered', async () => {
  await show(FiguresPage, { figures: () => [{ ...web, value: 0, display: '0条', rows: 0 }] })
  setPeriod({ from: '2026-01-01', to: '2026-12-31' })
  expect((await screen.findByTestId('period-missed')).textContent).toContain('2023年2月1日 至 2023年11月20日')
  await user.click(screen.getByTestId('period-adopt'))
  expect(period.value).toEqual({ from: '2023-02-01', to: '2023-11-20' })
})
