// The form by keyboard: twenty items in a row, input methods, faults at their fields, words, day counts.
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import type { NamedRecord, RecordView } from '@/api/bindings'
import { forgetCarried } from './carrying'
import { at, control, disk, fault, focused, nothingSaid, openForm, record, SAVE, saved, user } from './testing'

beforeEach(() => {
  disk.clear()
  localStorage.clear()
  forgetCarried()
})

test('twenty items are logged by keyboard alone, and what stays the same is kept', async () => {
  const today: string[] = []
  const overview = () => ({ today: [], logged_today: today.push('一条'), attention: [], late: [] })
  const { requests, emitted } = await openForm({}, { overview })
  expect(focused()).toBe('form-title')
  await user.keyboard('关于第1项的通知{Enter}')
  expect(focused()).toBe('form-published_on')
  await user.keyboard('3月2日{Enter}{Enter}公告{Enter}')
  expect(focused()).toBe('form-channels')
  await user.keyboard('公示{Enter}新闻网{Enter}{Enter}教务{Enter}')
  expect(focused()).toBe('form-is_public')
  await user.keyboard(SAVE)
  for (let n = 2; n <= 20; n += 1) {
    await waitFor(() => expect(control('title').value).toBe(''))
    expect(focused()).toBe('form-title')
    await user.keyboard(`关于第${n}项的通知{Enter}${SAVE}`)
  }
  await waitFor(() => expect(requests('log_record')).toHaveLength(20))
  const kept = { published_on: '3月2日', channels: [12, 11], department: 20, is_public: true }
  expect(requests('log_record')[0]).toEqual({
    thing: 'publication',
    values: { ...kept, title: '关于第1项的通知', doc_number: null, kind: 2, copies: null, remarks: null },
  })
  requests('log_record').forEach(({ values }, n) => {
    expect(values).toMatchObject({ ...kept, title: `关于第${n + 1}项的通知` })
    expect((values as Record<string, unknown>).kind).toBe(n === 0 ? 2 : null)
  })
  expect(emitted('saved')).toHaveLength(20)
  await waitFor(() =>
    expect(screen.getByTestId('form-done').textContent).toContain('关于第20项的通知。今天已登记 20 条。'),
  )
}, 30_000)

test('Enter leads from the last field to saving, and saves there', async () => {
  const { requests } = await openForm()
  control('is_public').focus()
  await user.keyboard('{Enter}')
  expect(focused()).toBe('form-save-next')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
})

test.each([
  ['isComposing', { isComposing: true }],
  ['keyCode 229', { keyCode: 229 }],
])('a key that an input method holds (%s) moves nowhere and saves nothing', async (_name, held) => {
  const { requests, emitted } = await openForm()
  await user.keyboard('guanyu')
  await fireEvent.keyDown(control('title'), { key: 'Enter', ...held })
  await fireEvent.keyDown(control('title'), { key: 'Enter', ctrlKey: true, ...held })
  await fireEvent.keyDown(control('title'), { key: 'Escape', ...held })
  await nextTick()
  expect(focused()).toBe('form-title')
  expect(requests('log_record')).toHaveLength(0)
  expect(emitted('close')).toBeUndefined()
  expect(emitted('saved')).toBeUndefined()
})

test('what was kept is shown as kept, and cleared at once', async () => {
  await openForm()
  await user.keyboard(`甲{Enter}2023-03-02${SAVE}`)
  const kept = await screen.findByTestId('form-kept')
  expect(kept.textContent).toContain('公开日期')
  within(at('published_on')).getByTestId('kept')
  await user.click(screen.getByTestId('form-clear-kept'))
  expect(control('published_on').value).toBe('')
  expect(screen.queryByTestId('form-kept')).toBeNull()
  expect(focused()).toBe('form-title')
})

test('what stays the same is carried into a form that was closed and is opened again the same day', async () => {
  const first = await openForm()
  await user.keyboard(`甲{Enter}2023-03-02${SAVE}`)
  await screen.findByTestId('form-kept')
  first.unmount()
  const second = await openForm()
  expect([control('title').value, control('published_on').value]).toEqual(['', '2023-03-02'])
  within(at('published_on')).getByTestId('kept')
  // What was taken over is no draft.
  expect(disk.size).toBe(0)
  await user.click(screen.getByTestId('form-clear-kept'))
  second.unmount()
  await openForm()
  expect(control('published_on').value).toBe('')
})

test('refusals stand at their fields, the first has the focus, and nothing typed is lost', async () => {
  const { requests } = await openForm(
    {},
    {
      log_record: () =>
        Promise.reject({
          code: 'refused',
          zh: '未保存。',
          en: 'Not saved.',
          fields: [
            fault('published_on', 'date_impossible', '没有这一天。'),
            fault('copies', 'number_negative', '不能为负。'),
          ],
        }),
    },
  )
  await user.keyboard(`甲{Enter}2023年2月30日${SAVE}`)
  const refusal = await within(at('published_on')).findByTestId('refusal')
  expect(refusal.textContent).toContain('没有这一天。')
  await waitFor(() => expect(focused()).toBe('form-published_on'))
  const input = control('published_on')
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const described = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
  expect(described.join('')).toContain('没有这一天。')
  expect(input.value).toBe('2023年2月30日')
  // Behind 更多, but at fault.
  within(at('copies')).getByTestId('refusal')
  expect(requests('log_record')).toHaveLength(1)
})

test('a register that vanished keeps everything, and the record can be saved again', async () => {
  let there = false
  const { emitted } = await openForm(
    {},
    {
      log_record: ({ values }) =>
        there
          ? saved(values as RecordView['values'], 'publication-1')
          : Promise.reject({ code: 'register_vanished', zh: '台账所在的位置不见了。', en: 'The register is gone.' }),
    },
  )
  await user.keyboard(`甲{Enter}2023-03-02${SAVE}`)
  expect((await screen.findByTestId('form-vanished')).textContent).toContain('已填写的内容都还在')
  // The banner across the top tells what happened; the form does not tell it again.
  expect(screen.queryByTestId('error')).toBeNull()
  expect([control('title').value, control('published_on').value]).toEqual(['甲', '2023-03-02'])
  expect(disk.get('publication/new')).toContain('甲')
  there = true
  await user.keyboard(SAVE)
  await waitFor(() => expect(emitted('saved')).toHaveLength(1))
})

test('the check tells how a day was read and what is doubtful, but not of fields that nobody was at', async () => {
  await openForm(
    {},
    {
      check_record: ({ values }) => ({
        ...nothingSaid,
        values: { ...(values as object), published_on: '2023-03-02' },
        refusals: [fault('copies', 'number_unreadable', '不是数目。')],
        warnings: [fault('channels', 'public_without_channel', '公开但没有渠道。')],
      }),
    },
  )
  control('published_on').focus()
  await user.keyboard('3-2{Enter}')
  await waitFor(() =>
    expect(within(at('published_on')).getByTestId('day-read').textContent).toContain('2023-03-02，星期四'),
  )
  expect(screen.queryByTestId('refusal')).toBeNull()
  expect(screen.queryByTestId('warning')).toBeNull()
  control('channels').focus()
  await user.tab()
  expect((await within(at('channels')).findByTestId('warning')).textContent).toContain('公开但没有渠道。')
})

test('a likely repetition is told and looked at in place, and does not hinder', async () => {
  const { requests } = await openForm(
    {},
    {
      check_record: ({ values }) => ({
        ...nothingSaid,
        values,
        similar: [
          { id: 'publication-9', title: '关于放假的通知', date: '2023-03-02', why: 'same_title', withdrawn: false },
        ],
      }),
      record: () => ({
        id: 'publication-9',
        thing: 'publication',
        values: { doc_number: '院办〔2023〕9号' },
        withdrawn: null,
        taken_back: false,
        origin: null,
        named: {},
        derived: [],
        named_by: [],
      }),
    },
  )
  await user.keyboard('关于放假的通知')
  const strip = await screen.findByTestId('similar')
  expect(strip.textContent).toContain('2023-03-02')
  expect(strip.textContent).toContain('同名称')
  await user.click(screen.getByTestId('similar-look'))
  await within(strip).findByText('院办〔2023〕9号')
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
})

test("a day's count has its quantity and unit, a single case is one", async () => {
  const { requests } = await openForm({ thing: 'reply' })
  expect(screen.queryByTestId('form-quantity')).toBeNull()
  await user.click(screen.getByTestId('way-day'))
  expect(control('unit').value).toBe('人次')
  control('received_on').focus()
  await user.keyboard('2023-03-02{Enter}电话{Enter}咨询{Enter}128')
  expect(focused()).toBe('form-quantity')
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
  expect(requests('log_record')[0]?.values).toEqual({
    received_on: '2023-03-02',
    channel: 40,
    matter: 41,
    subject: null,
    quantity: '128',
    unit: 31,
    is_estimate: false,
    is_day_count: true,
  })
  await waitFor(() => expect(control('quantity').value).toBe(''))
  expect((screen.getByTestId('way-day') as HTMLInputElement).checked).toBe(true)
  expect(control('channel').value).toBe('电话')
})

test('text of 10,000 characters, emoji and right-to-left marks are kept as typed and sent', async () => {
  const { requests } = await openForm()
  const long = `\u202e😀${'长'.repeat(10_000)}`
  await user.click(screen.getByTestId('form-more'))
  await fireEvent.update(control('remarks'), long)
  expect(at('remarks').textContent).toContain('10002 / 5000 字，超出 5002 字')
  control('title').focus()
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')[0]?.values).toMatchObject({ remarks: long }))
})

test('Shift+Enter in prose is a new line; Enter moves on', async () => {
  await openForm({ record: record({ title: '甲', remarks: '一' }) })
  control('remarks').focus()
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  expect(focused()).toBe('form-remarks')
  await user.keyboard('{Enter}')
  expect(focused()).toBe('form-save-next')
})

test('an edit sends the record whole, marks what was changed, and is saved by Ctrl+Enter', async () => {
  const { requests, emitted } = await openForm({ record: record({ title: '甲', channels: [10], is_public: true }) })
  await user.keyboard('乙')
  within(at('title')).getByTestId('changed')
  expect(within(at('channels')).queryByTestId('changed')).toBeNull()
  await user.keyboard(SAVE)
  await waitFor(() => expect(emitted('saved')?.[0]).toEqual([expect.anything(), false]))
  expect(requests('edit_record')[0]).toMatchObject({ id: 'publication-7', values: { title: '甲乙', channels: [10] } })
})

test('a refused row stands above the form as it was written', async () => {
  await openForm({
    initial: { title: '招生章程' },
    leftover: {
      id: 5,
      batch: 'import-1',
      file: '台账.xlsx',
      sheet: '主动公开',
      row: 43,
      thing: 'publication',
      values: {},
      cells: [{ column: '公开日期', value: '2023年2月30日' }],
      faults: [
        {
          column: '公开日期',
          value: '2023年2月30日',
          code: 'date_impossible',
          message: '',
          sentence: '不是有效日期。',
        },
      ],
    },
  })
  const note = screen.getByTestId('leftover').textContent
  for (const said of ['第 43 行', '2023年2月30日', '不是有效日期。']) expect(note).toContain(said)
  expect(control('title').value).toBe('招生章程')
})

test('after a refused row is saved the next one begins empty, whatever the page around says', async () => {
  const leftover = {
    id: 5,
    batch: 'import-1',
    file: '台账.xlsx',
    sheet: '主动公开',
    row: 43,
    thing: 'publication',
    values: {},
    cells: [],
    faults: [],
  }
  const { requests, rerender } = await openForm({ initial: { title: '招生章程' }, leftover })
  await user.keyboard(SAVE)
  await waitFor(() => expect(control('title').value).toBe(''))
  expect(requests('log_record')[0]).toMatchObject({ leftover: 5 })
  await rerender({ initial: null, leftover: null })
  await user.keyboard(`乙${SAVE}`)
  await waitFor(() =>
    expect(requests('log_record').map(({ values }) => (values as { title: string }).title)).toEqual(['招生章程', '乙']),
  )
  expect(requests('log_record')[1]).not.toHaveProperty('leftover')
  expect(requests('drafts')).toHaveLength(1)
})

test('a reply about disclosure work says that a case file was logged with it', async () => {
  const also: NamedRecord[] = [{ id: 'case_file-3', thing: 'case_file', title: '反映公开不及时' }]
  await openForm(
    { thing: 'reply' },
    {
      log_record: ({ values }) => saved(values as RecordView['values'], 'reply-1', { also }),
    },
  )
  control('subject').focus()
  await user.keyboard(`反映公开不及时${SAVE}`)
  await waitFor(() => expect(screen.getByTestId('form-done').textContent).toContain('已同时登记案件：反映公开不及时。'))
})
