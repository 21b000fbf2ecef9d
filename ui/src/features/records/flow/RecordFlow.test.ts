// Beside an open record: its course, the next step filled in on the spot, and the records that belong to it.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { RecordView } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import { today } from '@/shared/period'
import { saved } from '../form/testing'
import RecordDetail from '../RecordDetail.vue'
import { forgetVocabulary } from '../vocabulary'
import { listedAs, recordOf, terms, things } from './testing'

const user = userEvent.setup({ delay: null })

beforeEach(() => {
  localStorage.clear()
  forgetVocabulary()
})

async function showRecord(record: RecordView, answers: Answers = {}) {
  const page = await show(
    RecordDetail,
    {
      things: () => things,
      terms: () => terms,
      record: () => record,
      history: () => [],
      check_record: ({ values }) => ({ values, refusals: [], warnings: [], similar: [] }),
      edit_record: ({ id, values }) => saved(values as RecordView['values'], String(id)),
      ...answers,
    },
    { props: { id: record.id } },
  )
  await screen.findByTestId('record-detail')
  return page
}

const reply = (values: RecordView['values'] = {}, more: Partial<RecordView> = {}) =>
  recordOf('reply-1', { received_on: '2023-03-01', subject: '食堂价格', is_day_count: false, ...values }, more)

test('a reply is assigned in one line: the department, the day that is today, and by when', async () => {
  const { requests } = await showRecord(reply())
  expect(screen.getByTestId('flow-assigned').className).toBe('now')
  await user.click(screen.getByTestId('deed-assign'))
  await waitFor(() => expect(document.activeElement?.closest('[data-testid="form-department"]')).not.toBeNull())
  await user.keyboard('教务{Enter}')
  const day = screen.getByTestId('form-assigned_on').querySelector('input')
  expect(day?.value).toBe(today())
  await user.keyboard('{Enter}2023-03-20{Enter}')
  await waitFor(() => expect(requests('edit_record')).toHaveLength(1))
  expect(requests('edit_record')[0]).toMatchObject({
    id: 'reply-1',
    values: { subject: '食堂价格', department: 20, assigned_on: today(), due_on: '2023-03-20' },
  })
  await waitFor(() => expect(screen.queryByTestId('step-form')).toBeNull())
})

test('a step that was passed over says so, for eyes and ears alike', async () => {
  await showRecord(reply({ replied_on: '2023-03-05' }))
  expect(screen.getByTestId('flow-assigned').textContent).toBe('—转办未登记')
  expect(screen.getByTestId('flow-due').textContent).toBe('—期限未登记')
  expect(screen.getByTestId('flow-replied').textContent).toBe('✓答复（已完成）2023-03-05')
})

test('what is refused is told at the field of the step, and what was typed stays', async () => {
  const fields = [{ field: 'replied_on', code: 'date_impossible', zh: '没有这一天。', en: 'No such day.' }]
  await showRecord(reply({ assigned_on: '2023-03-02' }), {
    edit_record: () => Promise.reject({ code: 'refused', zh: '未通过', en: 'Refused', fields }),
  })
  await user.click(screen.getByTestId('deed-answer'))
  await waitFor(() => expect(document.activeElement?.closest('[data-testid="form-replied_on"]')).not.toBeNull())
  await user.keyboard('2023-02-30{Enter}')
  await waitFor(() => expect(screen.getByTestId('form-replied_on').textContent).toContain('没有这一天。'))
  expect(screen.getByTestId('form-replied_on').querySelector('input')?.value).toBe('2023-02-30')
})

test('a step that is given up leaves no draft, one that is half filled in does', async () => {
  const { requests } = await showRecord(reply({ assigned_on: '2023-03-02' }))
  await user.click(screen.getByTestId('deed-answer'))
  await screen.findByTestId('form-replied_on')
  expect(requests('write_draft')).toHaveLength(0)
  await waitFor(() => expect(document.activeElement?.closest('[data-testid="form-replied_on"]')).not.toBeNull())
  await user.keyboard('2023-03-0')
  await waitFor(() => expect(requests('write_draft').at(-1)).toMatchObject({ key: 'reply-1/answer' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(requests('write_draft').at(-1)).toMatchObject({ key: 'reply-1/answer', draft: null }))
  expect(screen.queryByTestId('step-form')).toBeNull()
})

test('a step saves and forgets nothing of what waits in the form of its record', async () => {
  const waiting = {
    thing: 'reply',
    values: { subject: '未写完', department: 20 },
    files: [{ path: 'D:\\a.jpg', name: 'a.jpg', size: 1 }],
  }
  const { requests } = await showRecord(reply({ assigned_on: '2023-03-02' }), {
    drafts: () => ({ 'reply-1': JSON.stringify(waiting) }),
  })
  await user.click(screen.getByTestId('deed-answer'))
  await waitFor(() => expect(document.activeElement?.closest('[data-testid="form-replied_on"]')).not.toBeNull())
  await user.keyboard('2023-03-20{Escape}')
  await waitFor(() => expect(screen.queryByTestId('step-form')).toBeNull())
  await user.click(screen.getByTestId('deed-answer'))
  await waitFor(() => expect(document.activeElement?.closest('[data-testid="form-replied_on"]')).not.toBeNull())
  await user.keyboard('2023-03-21{Enter}')
  await waitFor(() => expect(requests('edit_record')).toHaveLength(1))
  expect(requests('edit_record')[0]).toMatchObject({ values: { subject: '食堂价格', replied_on: '2023-03-21' } })
  expect(requests('edit_record')[0]).not.toMatchObject({ values: { department: 20 } })
  await waitFor(() => expect(screen.queryByTestId('step-form')).toBeNull())
  expect(requests('write_draft').map((request) => (request as { key: string }).key)).not.toContain('reply-1')
})

test('a step that comes back from its draft leaves alone what was saved of the record meanwhile', async () => {
  const draft = { thing: 'reply', title: '旧事由', values: { replied_on: '2023-03-21' } }
  const { requests } = await showRecord(reply({ assigned_on: '2023-03-02', subject: '新事由' }), {
    drafts: () => ({ 'reply-1/answer': JSON.stringify(draft) }),
  })
  await user.click(screen.getByTestId('deed-answer'))
  await waitFor(() => expect(document.activeElement?.closest('[data-testid="form-replied_on"]')).not.toBeNull())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(requests('edit_record')).toHaveLength(1))
  expect(requests('edit_record')[0]).toMatchObject({ values: { subject: '新事由', replied_on: '2023-03-21' } })
})

test('a day count has no course, nor has what was withdrawn', async () => {
  const { unmount } = await showRecord(reply({ is_day_count: true }))
  expect(screen.queryByTestId('flow')).toBeNull()
  unmount()
  await showRecord(reply({}, { withdrawn: '误登' }))
  expect(screen.queryByTestId('flow')).toBeNull()
})

test('a case file that outlives the mark of its reply is told of, and can be withdrawn there', async () => {
  const derived = [{ id: 'case_file-3', thing: 'case_file' as const, title: '反映公开不及时' }]
  const { requests } = await showRecord(reply({ about_disclosure: false }, { derived }), {
    withdraw_record: () => reply(),
  })
  expect(screen.getByTestId('left-case').textContent).toContain('“反映公开不及时”仍然有效')
  await user.click(screen.getByTestId('left-case-withdraw'))
  await user.type(screen.getByTestId('withdraw-reason'), '不属信息公开')
  await user.click(screen.getByTestId('withdraw-do'))
  await waitFor(() => expect(requests('withdraw_record')).toEqual([{ id: 'case_file-3', reason: '不属信息公开' }]))
})

test('a meeting shows its minutes first, then what else it made public, and logs more', async () => {
  const by = (id: string, title: string, date: string) => ({
    field: 'meeting',
    record: { id, thing: 'publication' as const, title },
    date,
  })
  const named_by = [by('publication-4', '新闻', '2023-03-02'), by('publication-5', '纪要', '2023-03-03')]
  const { router } = await showRecord(recordOf('meeting-1', { name: '校务会', held_on: '2023-03-01' }, { named_by }), {
    list_records: () => ({
      total: 2,
      records: [listedAs('publication-4', '新闻', { kind: 1 }), listedAs('publication-5', '纪要', { kind: 2 })],
    }),
  })
  await waitFor(() => expect(screen.getAllByTestId('linked-record')[0]?.textContent).toContain('会议纪要'))
  expect(screen.getAllByTestId('linked-record').map((row) => row.querySelector('a')?.textContent)).toEqual([
    '纪要',
    '新闻',
  ])
  await user.click(screen.getByTestId('log-publication'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(JSON.parse(String(router.currentRoute.value.query.fill))).toEqual({ meeting: 'meeting-1' })
})

test('what is corrected says so at its head; a correction begins with its title, its kind and the original', async () => {
  const named_by = [
    { field: 'corrects', record: { id: 'publication-9', thing: 'publication' as const, title: '更正' }, date: null },
  ]
  const values = { title: '关于印发《学籍办法》的通知', kind: 1, department: 20 }
  const { router } = await showRecord(recordOf('publication-7', values, { named_by }), {
    list_records: () => ({ total: 1, records: [listedAs('publication-9', '更正', { kind: 3 })] }),
  })
  expect(screen.getByTestId('corrected').textContent).toContain('本条已有更正或澄清：更正')
  expect(await screen.findByTestId('linked-corrects')).toBeTruthy()
  await user.click(screen.getByTestId('log-correction'))
  await waitFor(() => expect(router.currentRoute.value.query.fill).toBeTruthy())
  expect(JSON.parse(String(router.currentRoute.value.query.fill))).toEqual({
    title: '关于《关于印发〈学籍办法〉的通知》的更正',
    corrects: 'publication-7',
    kind: 3,
    department: 20,
  })
})

test('history names a linked record by its title and its number', async () => {
  const entry = { seq: 1, at: '2023-03-01T09:00:00', who: '王丽', operation: 'record.edit' }
  await showRecord(recordOf('publication-7', { title: '纪要', meeting: 'meeting-3' }), {
    history: () => [
      { ...entry, part: 'record', before: { title: '纪要' }, after: { title: '纪要', meeting: 'meeting-3' } },
    ],
    list_records: () => ({ total: 1, records: [listedAs('meeting-3', '校务会')] }),
  })
  await user.click(screen.getByTestId('tab-history'))
  await waitFor(() => expect(screen.getByTestId('history-entry').textContent).toContain('校务会（meeting-3）'))
})

test('a step that was half filled in and done in the form meanwhile is dropped, and what was typed is told', async () => {
  const half = JSON.stringify({ thing: 'reply', title: '食堂价格', values: { replied_on: '2023-03-0' } })
  const drafts = () => ({ 'reply-1/answer': half, 'reply-9/answer': half })
  const { requests } = await showRecord(reply({ replied_on: '2023-03-05' }), { drafts })
  expect((await screen.findByTestId('flow-dropped')).textContent).toContain('答复日期“2023-03-0”')
  expect(requests('write_draft')).toMatchObject([{ key: 'reply-1/answer', draft: null }])
})
