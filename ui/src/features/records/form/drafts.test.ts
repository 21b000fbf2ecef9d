// Nothing typed is lost: drafts are written while typing, put back, and go with saving or clearing.
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { register } from '@/app/testing/core'
import { forgetCarried } from './carrying'
import { control, disk, openForm, record, SAVE, user } from './testing'

beforeEach(() => {
  disk.clear()
  forgetCarried()
})

test('the first key writes the draft at once, the last one soon after, and not every key between', async () => {
  const { requests } = await openForm()
  await user.keyboard('关')
  await waitFor(() => expect(requests('write_draft')).toHaveLength(1))
  expect(requests('write_draft')[0]).toMatchObject({ register: register.id, key: 'publication/new' })
  await user.keyboard('于放假的通知')
  await waitFor(() => expect(disk.get('publication/new')).toContain('关于放假的通知'))
  expect(requests('write_draft').length).toBeLessThan(5)
})

test('a form that was left half filled comes back as it was, words and all', async () => {
  const { unmount } = await openForm()
  await user.keyboard('甲{Enter}2023年2月30日')
  control('department').focus()
  await user.keyboard('基建处')
  unmount()
  await waitFor(() => expect(disk.get('publication/new')).toContain('基建处'))
  await openForm()
  await screen.findByTestId('form-restored')
  expect(['title', 'published_on', 'department'].map((key) => control(key).value)).toEqual([
    '甲',
    '2023年2月30日',
    '基建处',
  ])
  await user.click(screen.getByTestId('form-clear-draft'))
  expect(control('title').value).toBe('')
  await waitFor(() => expect(disk.size).toBe(0))
})

test('what the record before left is part of the draft', async () => {
  const { unmount } = await openForm()
  await user.keyboard(`甲{Enter}2023-03-02${SAVE}`)
  await waitFor(() => expect(control('title').value).toBe(''))
  await user.keyboard('乙')
  unmount()
  await openForm()
  expect(control('published_on').value).toBe('2023-03-02')
  expect((await screen.findByTestId('form-kept')).textContent).toContain('公开日期')
})

test('the draft of an edit holds only what was changed: the rest of the record is as it was saved last', async () => {
  const { unmount } = await openForm({ record: record({ title: '旧', doc_number: '一号', is_public: false }) })
  await user.keyboard('通知')
  await waitFor(() => expect(disk.get('publication-7')).toContain('旧通知'))
  unmount()
  await openForm({ record: record({ title: '旧', doc_number: '二号', is_public: false }) })
  expect([control('title').value, control('doc_number').value]).toEqual(['旧通知', '二号'])
})

test('saving removes the draft', async () => {
  const { requests } = await openForm()
  await user.keyboard('甲')
  await waitFor(() => expect(disk.size).toBe(1))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
  await waitFor(() => expect(disk.size).toBe(0))
})

test('Escape asks nothing, keeps the draft and tells under which key', async () => {
  const { emitted } = await openForm()
  await user.keyboard('甲{Escape}')
  expect(emitted('close')).toHaveLength(1)
  expect(emitted('kept')).toEqual([['publication/new']])
  await waitFor(() => expect(disk.get('publication/new')).toContain('甲'))
})

test('a copy does not write over a draft that waits, and both come back', async () => {
  const first = await openForm()
  await user.keyboard('甲')
  first.unmount()
  await waitFor(() => expect(disk.size).toBe(1))
  const copy = await openForm({ initial: { title: '乙' } })
  expect(control('title').value).toBe('乙')
  await user.keyboard('丙')
  copy.unmount()
  await waitFor(() => expect([...disk.keys()]).toEqual(['publication/new', 'publication/new/2']))
  const again = await openForm()
  expect(control('title').value).toBe('甲')
  await user.keyboard(SAVE)
  await waitFor(() => expect([...disk.keys()]).toEqual(['publication/new/2']))
  again.unmount()
  await openForm()
  expect(control('title').value).toBe('乙丙')
})

test('an edit keeps its draft under the record', async () => {
  await openForm({
    record: {
      id: 'publication-7',
      thing: 'publication',
      values: { title: '甲' },
      withdrawn: null,
      taken_back: false,
      origin: null,
      named: {},
      derived: [],
      named_by: [],
    },
  })
  await user.keyboard('乙')
  await waitFor(() => expect([...disk.keys()]).toEqual(['publication-7']))
})

test('a draft that cannot be written is told, and typing goes on', async () => {
  await openForm({}, { write_draft: () => Promise.reject({ code: 'disk_full', zh: '磁盘已满。', en: 'Disk full.' }) })
  await user.keyboard('甲乙')
  expect((await screen.findByTestId('error')).dataset.code).toBe('disk_full')
  expect(control('title').value).toBe('甲乙')
})

test('a form that is taken away tells what is not saved; one that was saved, or emptied by hand, tells nothing', async () => {
  const onKept = vi.fn()
  const one = await openForm({ onKept })
  await user.keyboard('甲')
  one.unmount()
  expect(onKept.mock.calls).toEqual([['publication/new']])
  const other = await openForm({ onKept })
  await user.click(screen.getByTestId('form-save'))
  await waitFor(() => expect(other.emitted('saved')).toHaveLength(1))
  other.unmount()
  await waitFor(() => expect(disk.size).toBe(0))
  const third = await openForm({ onKept })
  await user.keyboard('甲{Backspace}')
  await waitFor(() => expect(disk.size).toBe(0))
  third.unmount()
  expect(onKept).toHaveBeenCalledTimes(1)
})

test('a form goes on with the draft that it is asked for', async () => {
  for (const [key, title] of [
    ['publication/new', '甲'],
    ['publication/new/2', '乙'],
  ])
    disk.set(key ?? '', JSON.stringify({ thing: 'publication', values: { title }, words: {}, kept: [] }))
  await openForm({ draft: 'publication/new/2' })
  expect(control('title').value).toBe('乙')
})
