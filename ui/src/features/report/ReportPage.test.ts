// The report: a paper whose numbers open their records, and the files that are written of it.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { type Answers, show } from '@/app/testing/core'
import { setPeriod } from '@/shared/period'
import ReportPage from './ReportPage.vue'

const user = userEvent.setup()

const standing: Answers = {
  report: ({ addressee, from, to, date }) => ({
    title: '某职业技术学院\n2023年度信息公开工作报告',
    addressee,
    institution: '某职业技术学院',
    period: { from, to },
    date,
    blocks: [
      { type: 'heading', level: 1, runs: [{ type: 'text', text: '一、概述' }] },
      {
        type: 'paragraph',
        runs: [
          { type: 'text', text: '通过学校官网公开' },
          { type: 'figure', id: 'web', label: '学校官网', display: '118条' },
          { type: 'text', text: '。' },
        ],
      },
      { type: 'signature', institution: '某职业技术学院', date: '2023年11月20日' },
    ],
  }),
  save_file: ({ suggested }) => `D:\\${String(suggested)}`,
  export_report: ({ docx, xlsx }) => ({ docx: docx ?? null, xlsx: xlsx ?? null }),
  open_path: () => null,
}

beforeEach(() => {
  localStorage.clear()
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
})

test('the paper has its title, its text and its signature', async () => {
  await show(ReportPage, standing)
  const paper = await screen.findByTestId('report-paper')
  expect(screen.getByTestId('report-title').textContent).toBe('某职业技术学院2023年度信息公开工作报告')
  expect(paper.textContent).toContain('通过学校官网公开118条。')
  expect(paper.textContent).toContain('2023年11月20日')
})

test('a number opens the records behind it, beside the paper', async () => {
  const { requests } = await show(ReportPage, standing)
  await user.click(await screen.findByTestId('report-figure-web'))
  await screen.findByTestId('record-row')
  screen.getByTestId('report-paper')
  expect(requests('figure_rows')).toMatchObject([{ figure: 'web', from: '2023-02-01', to: '2023-11-20' }])
  await user.click(screen.getByTestId('records-close'))
  expect(document.activeElement).toBe(screen.getByTestId('report-figure-web'))
})

test('the addressee that is typed stands on the paper, once', async () => {
  const { requests } = await show(ReportPage, standing)
  await screen.findByTestId('report-paper')
  await user.type(screen.getByTestId('report-addressee-input'), '省教育厅')
  await waitFor(() => expect(screen.getByTestId('report-addressee').textContent).toBe('省教育厅：'))
  expect(requests('report').length).toBeLessThan(4)
})

test('another period is another report, dated on its last day', async () => {
  const { requests } = await show(ReportPage, standing)
  await screen.findByTestId('report-paper')
  setPeriod({ from: '2022-09-01', to: '2023-08-31' })
  await waitFor(() =>
    expect(requests('report').at(-1)).toMatchObject({ from: '2022-09-01', to: '2023-08-31', date: '2023-08-31' }),
  )
})

test.each(['docx', 'xlsx'] as const)(
  'the report is written as .%s where the person says, and opened',
  async (format) => {
    const { requests } = await show(ReportPage, standing)
    await screen.findByTestId('report-paper')
    await user.click(screen.getByTestId(`export-${format}`))
    const path = String(requests('export_report')[0]?.[format] ?? '')
    expect(path).toMatch(new RegExp(`^D:.*某职业技术学院2023年度信息公开工作报告.*\\.${format}$`))
    expect((await screen.findByTestId('report-files')).textContent).toContain(path)
    await user.click(screen.getByTestId('open-file'))
    expect(requests('open_path')).toEqual([{ path }])
  },
)

test('nothing is written where the person closes the dialog', async () => {
  const { requests } = await show(ReportPage, { ...standing, save_file: () => null })
  await screen.findByTestId('report-paper')
  await user.click(screen.getByTestId('export-docx'))
  await waitFor(() => expect(requests('save_file')).toHaveLength(1))
  expect(requests('export_report')).toHaveLength(0)
})

test('a file that cannot be written says why, and the paper stays', async () => {
  await show(ReportPage, {
    ...standing,
    export_report: () => Promise.reject({ code: 'write', zh: '无法写出。原有文件未改动。', en: 'Not written.' }),
  })
  await screen.findByTestId('report-paper')
  await user.click(screen.getByTestId('export-docx'))
  expect((await screen.findByTestId('error')).textContent).toContain('原有文件未改动')
  screen.getByTestId('report-paper')
})
