// Table 3 of the government form: its numbers open their requests, its checks and gaps are told in words.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { GovernmentForm } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import FiguresPage from '@/features/figures/FiguresPage.vue'

const user = userEvent.setup({ delay: null })
const cells = (count: number) => [
  { count, records: ['request-7'] },
  { count: 0, records: [] },
  { count, records: ['request-7'] },
]
const form = (year: number): GovernmentForm => ({
  year,
  columns: ['自然人', '其他', '总计'],
  rows: [
    { no: '一', label: '本年新收', cells: cells(1) },
    { no: '四', label: '结转下年度', cells: cells(0) },
  ],
  checks: [
    { rule: 'classes_add_up', ok: true, sums: [{ of: '一', left: 1, right: 1, ok: true }] },
    { rule: 'outcomes_add_up', ok: false, sums: [{ of: '自然人', left: 1, right: 2, ok: false }] },
  ],
  gaps: [{ record: 'request-7', title: '招标文件', lacks: 'outcome' }],
})
const answers: Answers = {
  government_form: ({ year }) => form(Number(year)),
  figure_trends: () => [],
  list_records: () => ({
    total: 1,
    records: [
      { id: 'request-7', title: '招标文件', values: { received_on: '2026-03-02' }, named: {}, withdrawn: null },
    ],
  }),
  copy_text: () => null,
}

async function showForm() {
  const page = await show(FiguresPage, answers, { at: '/figures?view=form&year=2026' })
  await screen.findAllByTestId('form-row')
  return page
}

test('a number opens its requests, none stays a plain 0', async () => {
  const { requests } = await showForm()
  const [first] = screen.getAllByTestId('form-cell')
  expect(screen.getAllByTestId('form-cell')).toHaveLength(2)
  expect(first?.getAttribute('aria-label')).toBe('一 本年新收，自然人：1 件')
  await user.click(first as HTMLElement)
  const panel = await screen.findByTestId('records-behind')
  await waitFor(() => expect(panel.textContent).toContain('招标文件'))
  expect(requests('list_records').at(-1)).toMatchObject({ thing: 'request', ids: ['request-7'] })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('records-behind')).toBeNull())
  expect(document.activeElement).toBe(first)
})

test('checks say whether they hold, with their sums; gaps lead to their request', async () => {
  await showForm()
  const [holds, fails] = screen.getAllByTestId('form-check')
  expect(holds?.textContent).toContain('相符')
  expect(fails?.textContent).toContain('不符')
  expect(fails?.textContent).toContain('自然人：1≠2')
  expect(fails?.querySelector('details')?.open).toBe(true)
  const gap = screen.getByTestId('form-gap')
  expect(gap.textContent).toContain('缺答复类型')
  expect(gap.querySelector('a')?.getAttribute('href')).toBe('/registers/request?record=request-7')
})

test('another year is asked for, and the table is copied as it stands', async () => {
  const { requests } = await showForm()
  await user.click(screen.getByTestId('form-year-before'))
  await waitFor(() => expect(requests('government_form').at(-1)).toEqual({ year: 2025 }))
  await screen.findByText('2025年收到和处理政府信息公开申请情况')
  await user.click(screen.getByTestId('form-copy'))
  await waitFor(() =>
    expect(requests('copy_text').at(-1)?.text).toBe(
      '序号\t项目\t自然人\t其他\t总计\r\n一\t本年新收\t1\t0\t1\r\n四\t结转下年度\t0\t0\t0',
    ),
  )
})
