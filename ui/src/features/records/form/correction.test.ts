// A record that an archived report counts is saved with a reason alone, which goes along and stays for the next.
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { at, control, disk, fault, focused, nothingSaid, openForm, record, SAVE, user } from './testing'

const reason_needed = fault('reason', 'correction_reason_needed', '在已归档的“2023年度报告”的统计期间内')
const sealed = { check_record: ({ values }: Record<string, unknown>) => ({ ...nothingSaid, values, reason_needed }) }
const item = record({ title: '招生章程', published_on: '2023-05-06', is_public: true })

beforeEach(() => disk.clear())

const typeReason = (text: string) => user.type(screen.getByTestId('correction-reason'), text)

test('the field appears with the report that asks for it, and saving waits for it', async () => {
  const { requests } = await openForm({ record: item }, sealed)
  await user.type(control('title'), '（修订）')
  expect((await screen.findByTestId('correction')).textContent).toContain('2023年度报告')
  await user.keyboard(SAVE)
  expect(requests('edit_record')).toEqual([])
  await waitFor(() => expect(focused()).toBe('correction-reason'))
  expect(screen.getByTestId('correction').textContent).toContain('请写明更正原因')
  await typeReason('名称录入有误')
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('edit_record')).toMatchObject([{ id: item.id, reason: '名称录入有误' }]))
})

test('what no archived report counts is saved without a reason', async () => {
  const { requests } = await openForm({ record: item })
  await user.type(control('title'), '（修订）')
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('edit_record')).toHaveLength(1))
  expect(requests('edit_record')[0]).not.toHaveProperty('reason')
  expect(screen.queryByTestId('correction')).toBeNull()
})

test('saved faster than it could be checked, the form asks for it then', async () => {
  const missing = { code: 'correction_reason_missing', zh: '更正须写明原因。', en: 'A reason.' }
  let asked = false
  const { requests } = await openForm(
    { record: item },
    {
      check_record: ({ values }) => ({ ...nothingSaid, values, ...(asked && { reason_needed }) }),
      edit_record: () => {
        asked = true
        return Promise.reject(missing)
      },
    },
  )
  await user.type(control('title'), '改')
  await user.keyboard(SAVE)
  await screen.findByTestId('correction')
  expect(requests('edit_record')).toHaveLength(1)
})

test('records logged late one after the other have one reason, and a draft brings it back', async () => {
  const { requests, unmount } = await openForm({}, sealed)
  await user.type(control('title'), '补登一')
  await screen.findByTestId('correction')
  await typeReason('漏登补记')
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toMatchObject([{ reason: '漏登补记' }]))
  await waitFor(() => expect(control('title').value).toBe(''))
  await user.type(control('title'), '补登二')
  await screen.findByTestId('correction')
  expect((screen.getByTestId('correction-reason') as HTMLInputElement).value).toBe('漏登补记')
  unmount()
  await openForm({}, sealed)
  await waitFor(() => expect(at('title').querySelector('input')?.value).toBe('补登二'))
  expect(((await screen.findByTestId('correction-reason')) as HTMLInputElement).value).toBe('漏登补记')
})

test('a reason that the core refuses is told at it', async () => {
  const long = fault('reason', 'text_too_long', '原因过长')
  const refuse = () => Promise.reject({ code: 'refused', zh: '', en: '', fields: [long] })
  await openForm({ record: item }, { ...sealed, edit_record: refuse })
  await user.type(control('title'), '改')
  await screen.findByTestId('correction')
  await typeReason('很长')
  await user.keyboard(SAVE)
  await waitFor(() => expect(screen.getByTestId('correction').textContent).toContain('原因过长'))
  await typeReason('了')
  await waitFor(() => expect(screen.getByTestId('correction').textContent).not.toContain('原因过长'))
})
