// 数据核对 beside the report: what is not settled is counted, opened, accepted with a reason by keyboard, and taken back.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { CrossCheck } from '@/api/bindings'
import { i18n } from '@/app/i18n'
import { type Answers, show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import { setPeriod } from '@/shared/period'
import ReportPage from './ReportPage.vue'

const user = userEvent.setup()

const line = (id: string, outcome: CrossCheck['outcome'], more: Partial<CrossCheck> = {}): CrossCheck => ({
  id,
  label: `核对${id}`,
  basis: null,
  outcome,
  sentence: `${id}的情况。`,
  figures: [],
  records: 0,
  accepted: null,
  ...more,
})

const accepted = (holds: boolean) => ({ reason: '外聘部门另报', at: '2023-11-20T09:30:00', by: '王丽', holds })

const LINES = [
  line('zeros', 'pass'),
  line('year_before', 'cannot_tell'),
  line('declared/web', 'fail', { figures: ['web'], records: 118, basis: '教办函〔2014〕23号' }),
  line('undated', 'fail', { accepted: accepted(true) }),
]

const answers = (lines: readonly CrossCheck[] = LINES): Answers => ({
  report: ({ addressee, from, to, date }) => ({
    title: '信息公开工作报告',
    addressee,
    institution: '某职业技术学院',
    period: { from, to },
    date,
    title_lines: { first: 1, last: 1 },
    lines: [{ first: 3, last: 3 }],
    blocks: [{ type: 'heading', level: 1, runs: [{ type: 'text', text: '一、概述' }] }],
  }),
  wording: () => ({ text: '# 信息公开工作报告\n\n## 概述\n' }),
  cross_checks: () => lines,
  cross_check_records: () => ({
    total: 1,
    records: [{ id: 'publication-1', thing: 'publication', title: '招生章程', date: '2023-05-06', quantity: 1 }],
  }),
  accept_check: ({ id, accept, reason }) => {
    const found = lines.find((other) => other.id === id)
    return { ...found, accepted: accept ? { ...accepted(true), reason } : null }
  },
  acceptances: () => [
    {
      seq: 7,
      at: '2023-11-20T09:30:00',
      who: '王丽',
      operation: 'check.accept',
      part: 'record',
      before: null,
      after: { accepted: true, reason: '外聘部门另报' },
    },
  ],
})

beforeEach(() => {
  localStorage.clear()
  i18n.global.locale.value = 'zh-CN'
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
})

async function opened(lines?: readonly CrossCheck[]) {
  const shown = await show(ReportPage, answers(lines))
  await waitFor(() => expect(screen.getByTestId('to-checks').textContent).not.toContain('…'))
  await user.click(screen.getByTestId('to-checks'))
  return shown
}

const group = (name: string) => within(screen.getByTestId(`checks-${name}`))
const ids = (name: string) =>
  group(name)
    .getAllByTestId('check')
    .map((item) => item.dataset.check)

test('what is not settled is counted on the button and stands first, what fails before all', async () => {
  const { requests } = await opened()
  expect(screen.getByTestId('to-checks').textContent).toBe('数据核对（2）')
  expect(requests('cross_checks')).toEqual([{ from: '2023-02-01', to: '2023-11-20' }])
  expect(ids('pending')).toEqual(['declared/web', 'year_before'])
  expect(ids('accepted')).toEqual(['undated'])
  const words = screen.getByTestId('checks-panel').textContent
  for (const part of ['不符', '无法判断', 'declared/web的情况。', '依据：教办函〔2014〕23号', '已接受：外聘部门另报'])
    expect(words).toContain(part)
  // What holds is folded away.
  expect(group('passed').queryByTestId('check')).toBeNull()
  await user.click(screen.getByTestId('checks-passed-toggle'))
  expect(ids('passed')).toEqual(['zeros'])
})

test('a line opens its records and its figures, and leads back to itself', async () => {
  const { requests } = await opened()
  await user.click(screen.getByTestId('check-records'))
  await screen.findByTestId('record-row')
  expect(requests('cross_check_records')).toEqual([
    { id: 'declared/web', from: '2023-02-01', to: '2023-11-20', offset: 0, limit: 100 },
  ])
  await user.click(screen.getByTestId('records-behind-close'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('check-records')))
  await user.click(screen.getByTestId('check-figure-web'))
  await screen.findByTestId('records-panel')
  await user.click(screen.getByTestId('records-close'))
  await screen.findByTestId('checks-panel')
  await user.click(screen.getByTestId('checks-close'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('to-checks')))
})

test('a line is accepted with a reason by keyboard alone, and no longer counts', async () => {
  const { requests } = await opened()
  const accept = group('pending').getAllByTestId('check-accept')[0] as HTMLElement
  accept.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('accept-reason')))
  await user.keyboard('{Enter}')
  expect(screen.getByTestId('accept-form').textContent).toContain('请写明理由')
  expect(requests('accept_check')).toEqual([])
  await user.keyboard('上报数含外聘部门{Enter}')
  await waitFor(() => expect(ids('accepted')).toContain('declared/web'))
  expect(requests('accept_check')).toEqual([
    { id: 'declared/web', from: '2023-02-01', to: '2023-11-20', accept: true, reason: '上报数含外聘部门' },
  ])
  expect(screen.getByTestId('to-checks').textContent).toBe('数据核对（1）')
  expect(notice.value?.text).toBe('已接受“核对declared/web”。')
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.check).toBe('declared/web'))
})

test('Esc leaves the reason without accepting, and the button has the focus again', async () => {
  const { requests } = await opened()
  await user.click(group('pending').getAllByTestId('check-accept')[1] as HTMLElement)
  await user.keyboard('也许{Escape}')
  expect(screen.queryByTestId('accept-form')).toBeNull()
  expect(requests('accept_check')).toEqual([])
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.testid).toBe('check-accept'))
})

test('what was accepted is taken back with a reason, and tells who accepted it', async () => {
  const { requests } = await opened()
  await user.click(screen.getByTestId('check-history'))
  expect((await screen.findByTestId('acceptance')).textContent).toContain('接受：外聘部门另报')
  await user.click(screen.getByTestId('check-take-back'))
  await user.type(screen.getByTestId('accept-reason'), '已补登{Enter}')
  await waitFor(() => expect(ids('pending')).toContain('undated'))
  expect(requests('accept_check')).toMatchObject([{ id: 'undated', accept: false, reason: '已补登' }])
})

test('what was accepted before its numbers changed is to be settled again', async () => {
  await opened([line('undated', 'fail', { accepted: accepted(false) })])
  expect(ids('pending')).toEqual(['undated'])
  expect(screen.getByTestId('check-stale').textContent).toContain('接受后数据有变')
  expect(screen.getByTestId('check-accept').textContent).toContain('重新接受')
  screen.getByTestId('check-take-back')
})

test('where all is settled, that is said', async () => {
  await opened([line('zeros', 'pass')])
  expect(screen.getByTestId('to-checks').textContent).toBe('数据核对（0）')
  screen.getByTestId('checks-settled')
})
