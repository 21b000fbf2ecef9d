// What a typed line left open: told at its field, hindering until it is changed or stays so, and kept with the draft.
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { FaultCode, Unsettled } from '@/api/bindings'
import { forgetCarried } from './carrying'
import { at, control, disk, focused, nothingSaid, openForm, SAVE, user } from './testing'

const LINE = '3月2日 官网、宣传橱窗 校庆预告片 外联部'
const open = (field: string, code: FaultCode, zh: string, written: string, ...choices: string[]): Unsettled => ({
  fault: { field, code, zh, en: zh },
  written,
  choices: choices.map((shown) => ({ text: shown, shown })),
})
const department = open('department', 'word_unknown', '“责任部门”的“外联部”不在词表中。', '外联部', '教务处')
const channel = open('channels', 'word_unknown', '“公开渠道”的“宣传橱窗”不在词表中。', '宣传橱窗', '公示栏')
const copies = open('copies', 'number_unreadable', '“印发份数”的“约20”不是确定的数字。', '约20')
const day = open('published_on', 'several_days', '写了多个日期，已取3月2日。', '3月5日', '2023年3月2日', '2023年3月5日')
const register = open('', 'thing_unclear', '这一行可以登记为主动公开信息、答复。', '', '主动公开信息', '答复')

const opened = (...unsettled: Unsettled[]) =>
  openForm({
    initial: { title: '校庆预告片', published_on: '2023-03-02', channels: [10] },
    line: { text: LINE, unsettled },
  })

beforeEach(() => {
  disk.clear()
  localStorage.clear()
  forgetCarried()
})

test('what a line asks stands at its field: what was typed, the sentence, what it may mean', async () => {
  await opened(department, channel, copies, day)
  expect(control('department').value).toBe('外联部')
  expect(at('department').textContent).toContain('⚠ “责任部门”的“外联部”不在词表中。')
  expect(control('department').getAttribute('aria-invalid')).toBe('true')
  expect(control('channels').value).toBe('宣传橱窗')
  within(at('channels')).getByText('学校官网')
  expect(control('copies').value).toBe('约20')
  expect(at('published_on').textContent).toContain('原写“3月5日”。写了多个日期')
  expect(control('published_on').value).toBe('2023-03-02')
})

test('it is saved by nobody until each is answered, changed, or stays so', async () => {
  const { requests } = await opened(department, channel, copies, day)
  await user.keyboard(SAVE)
  await waitFor(() => expect(focused()).toBe('form-published_on'))
  await user.click(within(at('published_on')).getByTestId('answer-2'))
  expect(control('published_on').value).toBe('2023年3月5日')
  expect(focused()).toBe('form-published_on')
  await user.click(within(at('channels')).getByTestId('answer-1'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(focused()).toBe('form-department'))
  expect(within(at('department')).getByTestId('stay').textContent?.trim()).toBe('不填')
  await user.click(within(at('department')).getByTestId('stay'))
  expect(control('department').value).toBe('')
  expect(within(at('copies')).getByTestId('stay').getAttribute('aria-label')).toBe('就这样：印发份数')
  await user.clear(control('copies'))
  await user.type(control('copies'), '20')
  expect(screen.queryAllByTestId('unsettled')).toHaveLength(0)
  expect(requests('log_record')).toEqual([])
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
  const values = { published_on: '2023年3月5日', channels: [10, 12], department: null, copies: '20' }
  expect(requests('log_record')[0]?.values).toMatchObject(values)
})

test('what stays so by a key is as it stands', async () => {
  const { requests } = await opened(day)
  within(at('published_on')).getByTestId('stay').focus()
  await user.keyboard('{Enter}')
  expect(focused()).toBe('form-published_on')
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')[0]?.values).toMatchObject({ published_on: '2023-03-02' }))
})

test('all of it is kept from the first moment, and is there again after a restart', async () => {
  const view = await opened(department, register)
  await waitFor(() => expect([...disk.keys()]).toEqual(['publication/new']))
  view.unmount()
  await openForm({ draft: 'publication/new' })
  expect(control('title').value).toBe('校庆预告片')
  expect(at('department').textContent).toContain('“外联部”不在词表中')
  within(screen.getByTestId('form-asked')).getByText('答复')
})

test('for which register a line is, is asked at the head; of another it is read anew', async () => {
  const reading = { thing: 'reply', values: { subject: '校庆预告片' }, questions: [] }
  const view = await openForm(
    { initial: { title: '校庆预告片' }, line: { text: LINE, unsettled: [register] } },
    { read_quick: () => reading },
  )
  await user.keyboard(SAVE)
  await waitFor(() => expect(focused()).toBe('answer-1'))
  await user.click(screen.getByTestId('answer-2'))
  await waitFor(() => expect(view.router.currentRoute.value.path).toBe('/registers/reply'))
  expect(view.requests('read_quick')).toEqual([{ text: `答复${LINE}` }])
  expect(disk.size).toBe(0)
})

test('the register in which the form stands is settled by its choice', async () => {
  const { requests } = await opened(register)
  await user.click(screen.getByTestId('answer-1'))
  expect(screen.queryByTestId('form-asked')).toBeNull()
  expect(requests('read_quick')).toEqual([])
})

test('what was said of a field is said again after a refusal elsewhere', async () => {
  const names = { field: 'remarks', code: 'several_names' as const, zh: '像是多人。', en: 'Several.' }
  const refusal = { field: 'published_on', code: 'date_impossible' as const, zh: '没有这一天。', en: 'No such day.' }
  await openForm(
    {},
    {
      check_record: ({ values }) => ({ ...nothingSaid, values, warnings: [names], refusals: [refusal] }),
      log_record: () => Promise.reject({ code: 'refused', zh: '未能保存。', en: 'Not saved.', fields: [refusal] }),
    },
  )
  await user.type(control('published_on'), '2026-11-31')
  await user.click(await screen.findByTestId('form-more'))
  await user.type(control('remarks'), '王某、李某')
  await user.tab()
  await waitFor(() => expect(at('remarks').textContent).toContain('像是多人'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(at('published_on').textContent).toContain('没有这一天'))
  await waitFor(() => expect(at('remarks').textContent).toContain('像是多人'))
})
