// The wording under the pen: nothing that was typed is lost or put in another's place, whatever is done next.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { Block, Lines } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import { closeNotice, notice } from '@/shared/notice'
import { setPeriod } from '@/shared/period'
import ReportPage from './ReportPage.vue'

const user = userEvent.setup()

const TEMPLATE = '# 报告\n\n## 概述\n\n1. 渠道。\n\n2. 文件。\n\n3. 会议。\n\n末段。'
const SHIPPED = '# 通用\n\n通用的一段。'

let text = TEMPLATE
let drafts: Record<string, string> = {}

/** The paper of a template of one-line blocks, as the core lays it out. */
function paper(): { blocks: Block[]; lines: Lines[]; title_lines: Lines; title: string } {
  const said = text.split('\n').map((line, at) => ({ line, lines: { first: at + 1, last: at + 1 } }))
  const [title, ...rest] = said.filter(({ line }) => line !== '')
  return {
    title: title?.line.slice(2) ?? '',
    title_lines: title?.lines ?? { first: 1, last: 1 },
    lines: rest.map(({ lines }) => lines),
    blocks: rest.map(({ line }) => {
      const words = line.replace(/^(## |\d+\. )/, '')
      const runs = [{ type: 'text' as const, text: words }]
      if (line.startsWith('## ')) return { type: 'heading', level: 1, runs }
      return { type: words === line ? 'paragraph' : 'item', runs }
    }),
  }
}

const standing: Answers = {
  report: ({ addressee, from, to, date }) => ({
    ...paper(),
    addressee,
    institution: '某校',
    period: { from, to },
    date,
  }),
  wording: () => ({ text }),
  set_wording: (request) => {
    text = String(request.text)
    return {}
  },
  shipped_wording: () => ({ text: SHIPPED }),
  drafts: () => drafts,
  write_draft: ({ key, draft }) => {
    drafts = draft === null ? {} : { [String(key)]: String(draft) }
    return null
  },
  print: () => null,
  save_file: () => 'D:\\年报.docx',
  export_report: ({ docx }) => ({ docx, xlsx: null }),
}

beforeEach(() => {
  localStorage.clear()
  closeNotice()
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
  text = TEMPLATE
  drafts = {}
})

async function edit(answers: Answers = {}) {
  const view = await show(ReportPage, { ...standing, ...answers })
  await screen.findByTestId('report-paper')
  await user.click(screen.getByTestId('edit-wording'))
  await screen.findAllByTestId('editable')
  return view
}

const words = () => screen.getByTestId('block-words') as HTMLTextAreaElement
const closed = () => waitFor(() => expect(screen.queryByTestId('block-words')).toBeNull())
const notified = (told: string) => waitFor(() => expect(notice.value?.text).toContain(told))
const undo = () => notice.value?.action?.run()

async function open(said: string) {
  const block = screen.getAllByTestId('editable').find((one) => one.textContent?.trim() === said)
  await user.click(block as HTMLElement)
  await waitFor(() => expect(words().value).toBe(said))
}

async function write(said: string) {
  await user.clear(words())
  await user.type(words(), said)
}

const refused: Answers = {
  set_wording: () => Promise.reject({ code: 'bad_template', zh: '第 6 行有误。', en: 'Line 6.' }),
}
const told = async (sentence: string) => expect((await screen.findByTestId('error')).textContent).toContain(sentence)

test('a deletion is taken back under an open block, and each paragraph has its own words', async () => {
  await edit()
  await open('文件。')
  await user.click(screen.getByTestId('block-remove'))
  await notified('已删除')
  await open('会议。')
  await write('会议新写。')
  undo()
  await waitFor(() => expect(text).toBe(TEMPLATE.replace('会议。', '会议新写。')))
  await closed()
})

test('a deletion is taken back from between paragraphs that were edited since', async () => {
  await edit()
  await open('文件。')
  await user.click(screen.getByTestId('block-remove'))
  await notified('已删除')
  await open('渠道。')
  await write('渠道新写。')
  await open('末段。')
  await write('末段新写。')
  undo()
  await waitFor(() => expect(text).toBe(TEMPLATE.replace('渠道。', '渠道新写。').replace('末段。', '末段新写。')))
})

test('a deletion is taken back together with what was typed in the block', async () => {
  await edit()
  await open('会议。')
  await write('写了一半')
  await user.click(screen.getByTestId('block-remove'))
  await notified('已删除')
  undo()
  await waitFor(() => expect(text).toBe(TEMPLATE))
  await waitFor(() => expect(words().value).toBe('写了一半'))
})

test('an undo that an open block holds up is offered again, and the block keeps its words', async () => {
  let refuses = false
  await edit({
    set_wording: (request) => (refuses ? refused.set_wording?.(request) : standing.set_wording?.(request)),
  })
  await open('文件。')
  await user.click(screen.getByTestId('block-remove'))
  await notified('已删除')
  const offered = notice.value
  await open('会议。')
  await write('会议新写。')
  refuses = true
  undo()
  await told('第 6 行有误')
  expect(words().value).toBe('会议新写。')
  await waitFor(() => expect(notice.value).not.toBe(offered))
  refuses = false
  undo()
  await waitFor(() => expect(text).toBe(TEMPLATE.replace('会议。', '会议新写。')))
})

test('a paragraph that was changed behind the pen is not overwritten', async () => {
  await edit()
  await open('会议。')
  await write('会议新写。')
  text = TEMPLATE.replace('会议。', '别处写的。')
  await user.click(screen.getByTestId('block-save'))
  await told('没有保存，您写的文字还在')
  expect(words().value).toBe('会议新写。')
  expect(text).toContain('别处写的。')
})

test('the general wording comes after what is under the pen, and both come back', async () => {
  await edit()
  await open('会议。')
  await write('会议新写。')
  await user.click(screen.getByTestId('wording-shipped'))
  await notified('通用文本')
  expect(text).toBe(SHIPPED)
  undo()
  await waitFor(() => expect(text).toBe(TEMPLATE.replace('会议。', '会议新写。')))
})

test('the general wording stays where it was edited before the undo', async () => {
  await edit()
  await user.click(screen.getByTestId('wording-shipped'))
  await notified('通用文本')
  await open('通用的一段。')
  await write('本校的一段。')
  undo()
  await told('没有撤回')
  expect(text).toBe(SHIPPED.replace('通用的一段。', '本校的一段。'))
})

test('general wording that cannot be read is told', async () => {
  await edit({ shipped_wording: () => Promise.reject({ code: 'internal', zh: '读不出通用文本。', en: 'Unread.' }) })
  await user.click(screen.getByTestId('wording-shipped'))
  await told('读不出通用文本')
  expect(text).toBe(TEMPLATE)
})

test('a paragraph that is left for another is saved, and the other is the one that was clicked', async () => {
  await edit()
  await open('渠道。')
  await user.clear(words())
  await user.type(words(), '渠道一。{Enter}渠道二。')
  await open('会议。')
  expect(text).toBe(TEMPLATE.replace('1. 渠道。', '1. 渠道一。\n\n2. 渠道二。'))
  await write('会议新写。')
  await user.click(screen.getByTestId('block-save'))
  await waitFor(() => expect(text).toContain('2. 文件。\n\n3. 会议新写。\n\n末段。'))
})

test('a paragraph with unchanged words is left without saving', async () => {
  const { requests } = await edit()
  await open('渠道。')
  await open('会议。')
  await user.click(screen.getByTestId('edit-wording'))
  await closed()
  expect(requests('set_wording')).toEqual([])
})

test('where saving is refused one stays at the paragraph and is told', async () => {
  const { requests } = await edit(refused)
  await open('渠道。')
  await write('渠道{{没有}')
  const other = screen.getAllByTestId('editable').find((one) => one.textContent?.trim() === '会议。')
  await user.click(other as HTMLElement)
  await told('第 6 行有误')
  expect(words().value).toBe('渠道{没有}')
  expect(document.activeElement).toBe(words())
  await user.click(screen.getByTestId('edit-wording'))
  await waitFor(() => expect(requests('set_wording')).toHaveLength(2))
  expect(words().value).toBe('渠道{没有}')
  await user.click(screen.getByTestId('export-docx'))
  await waitFor(() => expect(requests('set_wording')).toHaveLength(3))
  await user.click(screen.getByTestId('print'))
  await waitFor(() => expect(requests('set_wording')).toHaveLength(4))
  expect(requests('save_file')).toEqual([])
  expect(requests('print')).toEqual([])
  expect(Object.values(drafts)[0]).toContain('渠道{没有}')
})

test('a paragraph emptied of its words is not saved, and is told how to delete it', async () => {
  await edit()
  await open('渠道。')
  await user.clear(words())
  await user.click(screen.getByTestId('edit-wording'))
  await told('删除这一段')
  expect(text).toBe(TEMPLATE)
})

test('finishing saves what is under the pen', async () => {
  await edit()
  await open('会议。')
  await write('会议新写。')
  await user.click(screen.getByTestId('edit-wording'))
  await waitFor(() => expect(screen.getByTestId('report-paper').textContent).toContain('会议新写。'))
  expect(text).toBe(TEMPLATE.replace('会议。', '会议新写。'))
  await waitFor(() => expect(drafts).toEqual({}))
  expect(screen.queryAllByTestId('editable')).toEqual([])
})

test('another paragraph is added after the words just typed', async () => {
  await edit()
  await open('末段。')
  await user.clear(words())
  await user.type(words(), '甲。{Enter}乙。')
  await user.click(screen.getByTestId('block-add'))
  await waitFor(() => expect(words().value).toBe(''))
  expect(text).toBe(TEMPLATE.replace('末段。', '甲。\n\n乙。'))
  await user.type(words(), '丙。')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(text).toBe(TEMPLATE.replace('末段。', '甲。\n\n乙。\n\n丙。')))
})

test('what is exported and printed has the words under the pen', async () => {
  const { asked } = await edit()
  await open('会议。')
  await write('会议新写。')
  await user.click(screen.getByTestId('export-docx'))
  await screen.findByTestId('report-files')
  await open('末段。')
  await write('末段新写。')
  await user.click(screen.getByTestId('print'))
  await waitFor(() => expect(asked.some(({ name }) => name === 'print')).toBe(true))
  const acts = asked.map(({ name }) => name).filter((name) => /set_wording|export_report|print/.test(name))
  expect(acts).toEqual(['set_wording', 'export_report', 'set_wording', 'print'])
})

test('Escape gives the words up, and they can be had back', async () => {
  await edit()
  await open('会议。')
  await write('会议新写。')
  await user.keyboard('{Escape}')
  await closed()
  expect(text).toBe(TEMPLATE)
  await notified('已放弃')
  await open('渠道。')
  await write('渠道新写。')
  undo()
  await waitFor(() => expect(words().value).toBe('会议新写。'))
  expect(text).toBe(TEMPLATE.replace('渠道。', '渠道新写。'))
  await waitFor(() => expect(Object.values(drafts)[0]).toContain('会议新写。'))
})

test('words kept for a paragraph that has changed since are shown, and nothing is overwritten', async () => {
  const { unmount } = await edit()
  await open('会议。')
  await write('会议新写。')
  await waitFor(() => expect(Object.values(drafts)[0]).toContain('会议新写。'))
  unmount()
  text = TEMPLATE.replace('2. 文件。\n\n', '')
  await show(ReportPage, standing)
  await told('会议新写。')
  expect(screen.queryByTestId('block-words')).toBeNull()
})

test('that numbers open their records is told only where they do', async () => {
  await edit()
  expect(document.body.textContent).not.toContain('文中数字均可点开')
  await user.click(screen.getByTestId('edit-wording'))
  await screen.findByText(/文中数字均可点开/)
})
