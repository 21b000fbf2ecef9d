// The quick line as a line to log: what it is read as, what Enter does then, and what is asked.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { QuickQuestion, QuickReading, SearchAnswer } from '@/api/bindings'
import { notice } from '@/shared/notice'
import { today } from '@/shared/period'
import { usePasted } from './pasted'
import QuickLine from './QuickLine.vue'
import { type Answers, show } from './testing/core'

const LINE = '3月2日 官网 招生章程'
const nothing: SearchAnswer = { total: 0, hits: [] }
const hit: SearchAnswer = {
  total: 1,
  hits: [{ id: 'publication-9', thing: 'publication', title: '招生章程', date: '2023-05-06', withdrawn: null }],
}
const reading: QuickReading = {
  thing: 'publication',
  values: { title: '招生章程', published_on: '2023-03-02', channels: [2] },
  parts: [
    { from: 0, to: 4, field: 'published_on', shown: '2023年3月2日' },
    { from: 5, to: 7, field: 'channels', shown: '学校官网' },
  ],
  assumed: [],
  left: '招生章程',
  questions: [],
  warnings: [],
  similar: [],
}
/** A department stands in names that are looked for as well. */
const wordsAlone: QuickReading = { ...reading, parts: [{ from: 0, to: 3, field: 'department', shown: '教务处' }] }
const unread: QuickReading = { ...reading, parts: [] }
const asking: QuickReading = {
  ...reading,
  questions: [
    {
      from: 5,
      to: 7,
      fault: { field: 'channels', code: 'word_unclear', zh: '请选定一个。', en: 'Choose one.' },
      written: '官网',
      choices: [
        { text: '学校官网', shown: '学校官网' },
        { text: '公示栏', shown: '公示栏' },
      ],
    },
  ],
}
const saved = { record: { id: 'publication-7' }, also: [], warnings: [], same_as: [] }
const line = () => screen.getByTestId<HTMLInputElement>('quick')

async function typed(answers: Answers) {
  const shown = await show(QuickLine, {
    search: () => nothing,
    read_quick: () => reading,
    log_record: () => saved,
    ...answers,
  })
  await userEvent.type(line(), LINE)
  await screen.findByTestId('quick-entry')
  return shown
}

test('the recognised parts are shown, each with its field', async () => {
  const { requests } = await typed({})
  expect(screen.getByTestId('quick-part-published_on').textContent?.trim()).toBe('公开日期 2023年3月2日')
  expect(screen.getByTestId('quick-part-channels').textContent?.trim()).toBe('公开渠道 学校官网')
  expect(screen.getByTestId('quick-left').textContent).toBe('招生章程')
  expect(requests('read_quick')).toEqual([{ text: LINE }])
})

test('Enter on a line saves it, tells it, and is ready for the next', async () => {
  const { requests } = await typed({ withdraw_record: () => ({}) })
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(line().value).toBe(''))
  expect(requests('log_record')).toEqual([{ thing: 'publication', values: reading.values }])
  expect(document.activeElement).toBe(line())
  expect(notice.value?.text).toBe('已登记为主动公开信息：招生章程。')
  notice.value?.action?.run()
  await waitFor(() => expect(requests('withdraw_record')).toHaveLength(1))
  expect(requests('withdraw_record')[0]?.id).toBe('publication-7')
  // A line that does not say it goes on with where this one was published, and never with its day.
  const carried = { publication: { channels: [2] } }
  await userEvent.type(line(), '校历')
  await waitFor(() => expect(requests('read_quick')[1]).toEqual({ text: '校历', carried }))
})

test('what a line took over is told, and left out by a key', async () => {
  const took = { field: 'department', shown: '学生工作处', carried: true }
  let carries = true
  const { requests } = await typed({ read_quick: () => ({ ...reading, assumed: carries ? [took] : [] }) })
  expect(screen.getByTestId('quick-part-department').textContent).toContain('沿用上一条')
  expect(screen.getByTestId('quick-carried').textContent).toContain('学生工作处')
  carries = false
  await fireEvent.keyDown(line(), { code: 'Digit0', key: '0', altKey: true })
  await waitFor(() => expect(screen.queryByTestId('quick-carried')).toBeNull())
  expect(requests('read_quick').at(-1)).not.toHaveProperty('carried')
})

test('the last record is repeated: today, without its number and its other days', async () => {
  const values = { title: '食堂价格公示', published_on: '2023-03-02', channels: [2], doc_number: '1号', kind: null }
  const { router } = await show(QuickLine, { last_logged: () => ({ id: 'publication-4', values }) })
  await userEvent.click(line())
  await fireEvent.keyDown(line(), { code: 'KeyL', key: 'l', altKey: true })
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(JSON.parse(String(router.currentRoute.value.query.fill))).toEqual({
    title: '食堂价格公示',
    published_on: today(),
    channels: [2],
  })
})

test('where nothing was logged yet there is nothing to repeat, and it is told', async () => {
  const { router } = await show(QuickLine, { last_logged: () => null })
  await userEvent.click(screen.getByTestId('quick-repeat'))
  await waitFor(() => expect(notice.value?.text).toContain('还没有登记过'))
  expect(router.currentRoute.value.path).toBe('/')
})

test('rows of a spreadsheet pasted into the line go to their page, a line of words stays', async () => {
  const { router } = await show(QuickLine)
  const clipboard = (text: string) => ({ clipboardData: { getData: () => text } })
  await fireEvent.paste(line(), clipboard('3月2日 官网 招生章程\n'))
  expect(router.currentRoute.value.path).toBe('/')
  await fireEvent.paste(line(), clipboard('招生章程\t2023-03-02\n校历\t2023-03-03'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/rows'))
  expect(usePasted().value).toBe('招生章程\t2023-03-02\n校历\t2023-03-03')
})

test('Enter pressed before anything was answered waits for the answers', async () => {
  const { requests } = await show(QuickLine, {
    search: () => nothing,
    read_quick: () => reading,
    log_record: () => saved,
  })
  await fireEvent.update(line(), LINE)
  await fireEvent.keyDown(line(), { key: 'Enter' })
  expect(requests('log_record')).toEqual([])
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
})

test('Enter logs a line that is a record though something is found; an arrow leads to what is', async () => {
  const { requests, router } = await typed({ search: () => hit })
  await screen.findByTestId('quick-hit')
  expect(screen.getByTestId('quick-entry').textContent).toContain('回车登记')
  expect(screen.getByTestId('quick-told').textContent).toContain('另有 1 条')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
  expect(router.currentRoute.value.path).toBe('/')
  await userEvent.type(line(), LINE)
  await screen.findByTestId('quick-hit')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ record: 'publication-9' }))
  expect(requests('log_record')).toHaveLength(1)
})

test('for words alone Enter opens what is found, and Ctrl+Enter logs', async () => {
  const { requests, router } = await typed({ search: () => hit, read_quick: () => wordsAlone })
  await screen.findByTestId('quick-hit')
  expect(screen.getByTestId('quick-entry').textContent).toContain('Ctrl+Enter 登记')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
  await userEvent.type(line(), '招生章程')
  await screen.findByTestId('quick-hit')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ record: 'publication-9' }))
  expect(requests('log_record')).toHaveLength(1)
})

test('a number by itself, or a channel beside words, is looked for; with a title or a day it is logged', async () => {
  const number = { from: 0, to: 5, field: 'doc_number', shown: '湘院〔3〕' }
  const department = { from: 0, to: 3, field: 'department', shown: '学生工作处' }
  const channel = { from: 0, to: 2, field: 'channels', shown: '学校官网' }
  const readings: Record<string, QuickReading> = {
    '湘院〔3〕': { ...reading, parts: [number], left: '' },
    '湘院〔3〕 招生章程': { ...reading, parts: [number] },
    '官网 招生章程': { ...reading, parts: [channel] },
    '学生处 官网 部门预算': { ...reading, parts: [channel, department], left: '部门预算' },
    '3月2日 官网 招生章程': reading,
  }
  await show(QuickLine, { search: () => hit, read_quick: ({ text }) => readings[String(text)] ?? unread })
  const logged = ['湘示院〔3〕 招生章程', '3月2日 官网 招生章程']
  const chosen = () => document.getElementById(line().getAttribute('aria-activedescendant') ?? '')?.dataset.testid
  for (const text of Object.keys(readings)) {
    await fireEvent.update(line(), text)
    await waitFor(() => expect(chosen()).toBe(logged.includes(text) ? 'quick-entry' : 'quick-hit'))
  }
})

test('for words alone of which nothing is found Enter opens the form, and it is said so', async () => {
  const { requests, router } = await typed({ read_quick: () => wordsAlone })
  await waitFor(() => expect(screen.getByTestId('quick-entry').textContent).toContain('回车填入表单'))
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(requests('log_record')).toEqual([])
})

test('what is logged already is said, and Enter opens the form instead', async () => {
  const same = { id: 'publication-4', title: '招生章程', date: '2023-03-02', why: 'same_in_every_field' as const }
  const again = { ...reading, similar: [{ ...same, withdrawn: false }] }
  const { requests, router } = await typed({ read_quick: () => again })
  expect(screen.getByTestId('quick-same').textContent).toContain('⚠ 与已登记的“招生章程”各项相同')
  expect(screen.getByTestId('quick-entry').textContent).toContain('回车打开表单')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(requests('log_record')).toEqual([])
})

test('a recognised line has not failed where nothing like it is found', async () => {
  await typed({})
  await waitFor(() => expect(screen.getByTestId('quick-told').textContent?.trim()).toBe(''))
})

test('words neither found nor recognised are told what to do, and logged in a register that is chosen', async () => {
  const { requests, router } = await show(QuickLine, { search: () => nothing, read_quick: () => unread })
  await userEvent.type(line(), '食堂')
  expect((await screen.findByTestId('quick-register-publication')).textContent).toBe('主动公开')
  expect(screen.getByTestId('quick-told').textContent).toContain('要登记的')
  await userEvent.keyboard('{Enter}')
  expect(router.currentRoute.value.path).toBe('/')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(JSON.parse(String(router.currentRoute.value.query.fill))).toEqual({ title: '食堂' })
  expect(requests('log_record')).toEqual([])
})

test('what the line does not say is marked: today, and a word that nobody knows', async () => {
  const assumed = [{ field: 'published_on', shown: '2023年3月2日', carried: false }]
  const fault = { field: 'kind', code: 'word_unknown' as const, zh: '不在词表中。', en: 'Unknown.' }
  const questions = [{ from: 5, to: 7, fault, written: '官网', choices: [] }]
  await typed({ read_quick: () => ({ ...reading, parts: [], assumed, questions }) })
  expect(screen.getByTestId('quick-part-published_on').textContent).toContain('未写，按今天登记')
  expect(screen.getByTestId('quick-part-kind').textContent).toContain('官网 不在词表中')
})

test('a line that asks something is saved by nobody: the form takes over what it says and what it asks', async () => {
  const { requests, router } = await typed({ read_quick: () => asking })
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  const { fill, line: typedLine } = router.currentRoute.value.query
  expect(JSON.parse(String(fill))).toEqual(reading.values)
  const [{ fault, written, choices }] = asking.questions as [QuickQuestion]
  expect(JSON.parse(String(typedLine))).toEqual({ text: LINE, unsettled: [{ fault, written, choices }] })
  expect(requests('log_record')).toEqual([])
  expect(line().value).toBe('')
})

test('an answer takes the place of what was asked about', async () => {
  const { requests } = await typed({ read_quick: () => asking })
  expect(screen.getByTestId('quick-question').textContent).toContain('请选定一个')
  await fireEvent.keyDown(line(), { code: 'Digit2', key: '2', altKey: true })
  await waitFor(() => expect(line().value).toBe('3月2日 公示栏 招生章程'))
  await waitFor(() => expect(requests('read_quick')).toHaveLength(2))
})

test('Tab selects one part after the other to be typed anew, and leaves the line behind the last', async () => {
  await typed({})
  const selected = () => line().value.slice(line().selectionStart ?? 0, line().selectionEnd ?? 0)
  await userEvent.tab()
  expect(selected()).toBe('3月2日')
  await userEvent.tab()
  expect(selected()).toBe('官网')
  expect(screen.getByTestId('quick-told').textContent).toContain('已选中“官网”')
  await userEvent.tab({ shift: true })
  expect(selected()).toBe('3月2日')
  await userEvent.tab()
  await userEvent.tab()
  expect(document.activeElement).not.toBe(line())
})

test('what an input method composes is logged by no Enter', async () => {
  const { requests } = await typed({})
  for (const how of [{ isComposing: true }, { keyCode: 229 }])
    for (const ctrlKey of [false, true]) await fireEvent.keyDown(line(), { key: 'Enter', ctrlKey, ...how })
  expect(requests('log_record')).toEqual([])
})

test('what could not be saved stays in the line, and is told', async () => {
  const refuse = () => Promise.reject({ code: 'disk_full', zh: '磁盘已满。', en: 'The disk is full.' })
  await typed({ log_record: refuse })
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByTestId('quick-told').textContent).toContain('磁盘已满'))
  expect(line().value).toBe(LINE)
})

test('what an archived report counts goes to the form, which asks for the reason', async () => {
  const refuse = () => Promise.reject({ code: 'correction_reason_missing', zh: '更正须写明原因。', en: 'A reason.' })
  const { router } = await typed({ log_record: refuse })
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(router.currentRoute.value.query.fill).toContain('招生章程')
  expect(line().value).toBe('')
})
