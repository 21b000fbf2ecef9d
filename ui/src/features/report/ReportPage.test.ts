// The report: a paper whose numbers open their records, and the files that are written of it.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '@/app/i18n'
import { type Answers, show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import { setPeriod } from '@/shared/period'
import ReportPage from './ReportPage.vue'

const user = userEvent.setup()

const TEMPLATE = [
  '# {institution}',
  '# {reporting_year}信息公开工作报告',
  '',
  '## 概述',
  '',
  '通过学校官网公开{web}。',
  '',
  '[signature]',
  '',
].join('\n')

const standing: Answers = {
  report: ({ addressee, from, to, date }) => ({
    title: '某职业技术学院\n2023年度信息公开工作报告',
    addressee,
    institution: '某职业技术学院',
    period: { from, to },
    date,
    title_lines: { first: 1, last: 2 },
    lines: [
      { first: 4, last: 4 },
      { first: 6, last: 6 },
      { first: 8, last: 8 },
    ],
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
  wording: () => ({ text: TEMPLATE }),
  set_wording: () => ({}),
  drafts: () => ({}),
  write_draft: () => null,
  print: () => null,
  save_file: ({ suggested }) => `D:\\${String(suggested)}`,
  export_report: ({ docx, xlsx }) => ({ docx: docx ?? null, xlsx: xlsx ?? null }),
  open_path: () => null,
}

beforeEach(() => {
  localStorage.clear()
  i18n.global.locale.value = 'zh-CN'
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

const dayField = async () => (await screen.findByLabelText('成文日期')) as HTMLInputElement

test('a day that there is not is told at its field, and neither shown, printed nor written', async () => {
  const { requests } = await show(ReportPage, standing)
  await screen.findByTestId('report-paper')
  await fireEvent.update(await dayField(), '2026-02-30')
  expect((await screen.findByTestId('date-fault')).textContent).toContain('核对有没有这一天')
  expect((await dayField()).value).toBe('2026-02-30')
  for (const id of ['print', 'export-docx', 'export-xlsx'])
    expect((screen.getByTestId(id) as HTMLButtonElement).disabled).toBe(true)
  expect(screen.getByTestId('report-refused').textContent).toContain('成文日期')
  await fireEvent.update(await dayField(), '2026年2月28日')
  await waitFor(() => expect(requests('report').at(-1)).toMatchObject({ date: '2026-02-28' }))
  expect(requests('report').map(({ date }) => date)).not.toContain('2026-03-02')
  expect(screen.queryByTestId('report-refused')).toBeNull()
})

test('a day that is emptied is the last of the period again', async () => {
  await show(ReportPage, standing)
  await screen.findByTestId('report-paper')
  await user.clear(await dayField())
  await user.tab()
  await waitFor(async () => expect((await dayField()).value).toBe('2023-11-20'))
})

test('an addressee that is too long stays as pasted and is told', async () => {
  await show(ReportPage, standing)
  await screen.findByTestId('report-paper')
  const field = screen.getByTestId('report-addressee-input') as HTMLInputElement
  await user.click(field)
  await user.paste('教'.repeat(103))
  expect(field.value).toHaveLength(103)
  expect(screen.getByTestId('addressee-fault').textContent).toContain('103 / 100 字，超出 3 字')
  expect((screen.getByTestId('export-docx') as HTMLButtonElement).disabled).toBe(true)
})

test('sentences stand apart', async () => {
  i18n.global.locale.value = 'en'
  await show(ReportPage, standing)
  const hint = await screen.findByText(/Name the addressee/)
  expect(hint.parentElement?.textContent).toMatch(/records\.\s+Name/)
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

async function openParagraph(answers: Answers = {}) {
  const view = await show(ReportPage, { ...standing, ...answers })
  await user.click(await screen.findByTestId('edit-wording'))
  const editable = await screen.findAllByTestId('editable')
  await user.click(editable[2] as HTMLElement)
  return view
}

const words = () => screen.getByTestId('block-words') as HTMLTextAreaElement

test('a paragraph is edited in place, its numbers by their names, and nothing else of the wording changes', async () => {
  const { requests } = await openParagraph()
  expect(words().value).toBe('通过学校官网公开{学校官网}。')
  words().setSelectionRange(2, 6)
  await user.clear(words())
  await user.type(words(), '公开')
  await user.click(screen.getByTestId('insert-web'))
  await user.type(words(), '，均可查。')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(requests('set_wording')).toEqual([
      { text: TEMPLATE.replace('通过学校官网公开{web}。', '公开{web}，均可查。') },
    ]),
  )
})

test('wording that the register refuses is told at its block and stays as typed', async () => {
  await openParagraph({
    set_wording: () => Promise.reject({ code: 'bad_template', zh: '年报模板第 6 行有误。', en: 'Line 6.' }),
  })
  await user.type(words(), '{{没有}}')
  await user.click(screen.getByTestId('block-save'))
  expect((await screen.findByTestId('error')).textContent).toContain('第 6 行有误')
  expect(words().value).toContain('{没有}')
})

test('Ctrl and Enter while an input method composes save nothing, and Escape gives up', async () => {
  const { requests } = await openParagraph()
  await user.type(words(), '另写')
  await fireEvent.keyDown(words(), { key: 'Enter', isComposing: true })
  await fireEvent.keyDown(words(), { key: 'Enter', ctrlKey: true, isComposing: true })
  await fireEvent.keyDown(words(), { key: 'Enter', ctrlKey: true, keyCode: 229 })
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('block-words')).toBeNull())
  expect(requests('set_wording')).toEqual([])
})

test('a paragraph is deleted, and the deletion can be taken back', async () => {
  let text = TEMPLATE
  const { requests } = await openParagraph({
    wording: () => ({ text }),
    set_wording: (request) => {
      text = String(request.text)
      return {}
    },
  })
  await user.click(screen.getByTestId('block-remove'))
  await waitFor(() => expect(requests('set_wording')).toHaveLength(1))
  expect(text).not.toContain('学校官网')
  await waitFor(() => expect(notice.value?.text).toContain('已删除'))
  notice.value?.action?.run()
  await waitFor(() => expect(text).toBe(TEMPLATE))
})

test('words under the pen when the window closed are there again', async () => {
  let kept: string | null = null
  const drafts: Answers = {
    write_draft: ({ draft }) => {
      kept = draft as string | null
      return null
    },
    drafts: () => (kept ? { 'report/wording': kept } : {}),
  }
  const { unmount } = await openParagraph(drafts)
  await user.type(words(), '还没写完')
  await waitFor(() => expect(kept).toContain('还没写完'))
  unmount()
  await show(ReportPage, { ...standing, ...drafts })
  await waitFor(() => expect(words().value).toContain('还没写完'))
})

test('printing is the shell’s', async () => {
  const { requests } = await show(ReportPage, standing)
  await user.click(await screen.findByTestId('print'))
  await waitFor(() => expect(requests('print')).toHaveLength(1))
})

test('the outline marks the part of the report that one has come to', async () => {
  let look = () => {}
  class Observer {
    constructor(hear: () => void) {
      look = hear
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  const heading = (text: string) => ({ type: 'heading', level: 1, runs: [{ type: 'text', text }] })
  const document = standing.report?.({}) as Record<string, unknown>
  const line = { first: 4, last: 4 }
  await show(ReportPage, {
    ...standing,
    report: () => ({ ...document, lines: [line, line], blocks: [heading('一、概述'), heading('二、主动公开情况')] }),
  })
  const entries = await screen.findAllByTestId('outline-entry')
  const tops: Record<string, number> = { 'block-0': 100, 'block-1': 700 }
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, tops[this.id] ?? 0, 0, 0)
  })
  const marked = () => entries.map((entry) => entry.getAttribute('aria-current'))
  look()
  await waitFor(() => expect(marked()).toEqual(['location', null]))
  tops['block-1'] = 200
  look()
  await waitFor(() => expect(marked()).toEqual([null, 'location']))
  vi.unstubAllGlobals()
})
