// A field that names another record: found by words, chosen and emptied by keyboard, kept in a draft.
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { Answers } from '@/app/testing/core'
import { listedAs, terms, things } from '../flow/testing'
import { forgetVocabulary } from '../vocabulary'
import { forgetCarried } from './carrying'
import { at, control, disk, focused, openForm, SAVE, user } from './testing'

const meetings = [
  listedAs('meeting-2', '校务会', { held_on: '2023-03-08' }),
  listedAs('meeting-1', '校务会（扩大）', { held_on: '2023-03-01' }),
]

beforeEach(() => {
  disk.clear()
  forgetCarried()
  forgetVocabulary()
  localStorage.setItem('sunreg.form.more', 'open')
})

const open = (props: Record<string, unknown> = {}, answers: Answers = {}) =>
  openForm(props, {
    things: () => things,
    terms: () => terms,
    list_records: ({ thing, text, ids }) => {
      const found = meetings.filter(
        ({ id, title }) =>
          thing === 'meeting' && (!ids || (ids as string[]).includes(id)) && title.includes(String(text ?? '')),
      )
      return { total: found.length, records: found }
    },
    ...answers,
  })

test('a record is found by its words and chosen by Enter, with its day beside its title', async () => {
  const { requests } = await open()
  await user.keyboard('纪要')
  control('meeting').focus()
  await user.keyboard('扩大')
  await waitFor(() => expect(screen.getAllByTestId('option')).toHaveLength(1))
  expect(screen.getByTestId('option').textContent).toContain('2023-03-01校务会（扩大）')
  await user.keyboard('{Enter}')
  expect(control('meeting').value).toBe('校务会（扩大）')
  await waitFor(() => expect(focused()).not.toBe('form-meeting'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')[0]).toMatchObject({ values: { meeting: 'meeting-1' } }))
})

test('without a word the newest are offered, and only those in force are asked for', async () => {
  const { requests } = await open()
  control('meeting').focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(screen.getAllByTestId('option')).toHaveLength(2))
  expect(requests('list_records').at(-1)).toMatchObject({ thing: 'meeting', standing: 'in_force' })
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(control('meeting').value).toBe('校务会（扩大）'))
})

test('Enter that comes before the answer waits for it', async () => {
  await open()
  control('meeting').focus()
  await user.keyboard('扩大{Enter}')
  await waitFor(() => expect(control('meeting').value).toBe('校务会（扩大）'))
})

test('a record is let go of by typing it away, or by the button', async () => {
  const { requests } = await open({ initial: { title: '纪要', meeting: 'meeting-2' } })
  await waitFor(() => expect(control('meeting').value).toBe('校务会'))
  control('meeting').focus()
  control('meeting').select()
  await user.keyboard('{Delete}')
  expect(control('meeting').value).toBe('')
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(screen.getAllByTestId('option')).toHaveLength(2))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(control('meeting').value).toBe('校务会'))
  await user.click(screen.getByTestId('link-clear'))
  expect(control('meeting').value).toBe('')
  control('title').focus()
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')[0]).toMatchObject({ values: { meeting: null } }))
})

test('words that mean no record are told at the field, stay, and are saved as nothing', async () => {
  const { requests } = await open()
  await user.keyboard('纪要')
  control('meeting').focus()
  await user.keyboard('没有的会议')
  await waitFor(() => expect(at('meeting').textContent).toContain('没有找到有效的记录'))
  control('title').focus()
  await user.keyboard(SAVE)
  await waitFor(() => expect(at('meeting').textContent).toContain('没有选定“没有的会议”所指的记录'))
  expect(control('meeting').value).toBe('没有的会议')
  expect(requests('log_record')).toHaveLength(0)
})

test('a draft brings the record back, by its title', async () => {
  disk.set(
    'publication/new',
    JSON.stringify({ thing: 'publication', values: { title: '纪要', meeting: 'meeting-1' }, words: {}, kept: [] }),
  )
  await open()
  await waitFor(() => expect(control('meeting').value).toBe('校务会（扩大）'))
})

test('a record that was withdrawn meanwhile says so in the field', async () => {
  const withdrawn = { ...listedAs('meeting-2', '校务会'), withdrawn: '误登' }
  await open(
    { initial: { title: '纪要', meeting: 'meeting-2' } },
    { list_records: () => ({ total: 1, records: [withdrawn] }) },
  )
  await waitFor(() => expect(control('meeting').value).toBe('校务会（已作废）'))
})
