// 归档年报: what was filed stands beside what is, each change with its reason; the files are exported as they were.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { type Answers, show } from '@/app/testing/core'
import ArchivePage from './ArchivePage.vue'
import { archived, changes, filed } from './testing'

const user = userEvent.setup()
const answers: Answers = {
  archived_reports: () => [archived],
  archived_report: () => ({ report: archived, document: {}, figures: filed }),
  archive_changes: () => changes,
  archived_rows: ({ figure }) => ({
    figure,
    value: 118,
    total: 1,
    records: [{ id: 'publication-7', thing: 'publication', title: '招生章程', date: '2023-05-06', quantity: 1 }],
  }),
  save_file: ({ suggested }) => `D:\\${String(suggested)}`,
  export_archived: ({ docx, xlsx }) => ({ docx: docx ?? null, xlsx: xlsx ?? null }),
  export_archive_changes: ({ to }) => ({ path: to, rows: 1 }),
}
const OPENED = '/archive?report=archive-1'

test('the list names each archived report, its checksum in short and whole on demand', async () => {
  await show(ArchivePage, answers, { at: '/archive' })
  const row = await screen.findByTestId('archive-row')
  for (const told of ['第 1 号', archived.title, '2023-02-01', '王丽', '0.1.0', 'abcdef012345'])
    expect(row.textContent).toContain(told)
  expect(row.textContent).not.toContain(archived.sha256)
  await user.click(screen.getByTestId('digest-archive-1'))
  expect(row.textContent).toContain(archived.sha256)
})

test('without an archived report the page says how one comes about', async () => {
  const { router } = await show(ArchivePage, { archived_reports: () => [] }, { at: '/archive' })
  await user.click(await screen.findByTestId('to-report'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/report'))
})

test('what changed comes first: filed, now, by how much, which record, who and why', async () => {
  await show(ArchivePage, answers, { at: OPENED })
  const sheet = await screen.findByTestId('corrections')
  const row = within(sheet).getByTestId('archived-figure')
  expect(row.textContent?.replace(/\s+/g, '')).toBe('学校官网118条117条−1')
  const [gone, edited] = within(sheet).getAllByTestId('record-change')
  expect(gone?.textContent).toContain('招生章程')
  expect(gone?.textContent).toContain('不再计入')
  expect(gone?.textContent).toContain('原因：重复登记')
  expect(edited?.textContent).toContain('原因：补注来源')
  expect(within(sheet).getByTestId('corrections-since').textContent).toContain('统计口径有变动：学校官网')
  await user.click(screen.getByTestId('corrected-all'))
  expect(within(sheet).getAllByTestId('archived-figure')).toHaveLength(2)
})

test('where nothing moved it is said, and every figure is there', async () => {
  const same = changes.figures.map((figure) => ({ ...figure, now: figure.filed, records: [] }))
  const untouched = { ...changes, figures: same, edited: [] }
  await show(ArchivePage, { ...answers, archive_changes: () => untouched }, { at: OPENED })
  expect((await screen.findByTestId('corrections-none')).textContent).toContain('与归档时一致')
  expect(screen.getAllByTestId('archived-figure')).toHaveLength(2)
  expect(screen.queryByTestId('record-change')).toBeNull()
})

test('a filed number opens its records as they were, and closing leads back to it', async () => {
  const { requests } = await show(ArchivePage, answers, { at: OPENED })
  await user.click(await screen.findByTestId('filed-web'))
  const panel = await screen.findByTestId('filed-panel')
  await within(panel).findByTestId('record-row')
  expect(requests('archived_rows')).toEqual([{ id: 'archive-1', figure: 'web', offset: 0, limit: 100 }])
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('filed-panel')).toBeNull())
  expect(document.activeElement).toBe(screen.getByTestId('filed-web'))
})

test('the files are exported as they were filed, and the sheet of corrections beside them', async () => {
  const { requests } = await show(ArchivePage, answers, { at: OPENED })
  await screen.findByTestId('corrections')
  for (const file of ['docx', 'sheet']) await user.click(screen.getByTestId(`archived-${file}`))
  const to = `D:\\${archived.title}`
  await waitFor(() => expect(screen.getAllByTestId('open-file')).toHaveLength(2))
  expect(requests('export_archived')).toEqual([{ id: 'archive-1', docx: `${to}.docx` }])
  expect(requests('export_archive_changes')).toEqual([{ id: 'archive-1', to: `${to}（更正情况）.xlsx` }])
})

test('an archive that is not what it was tells so, and shows no numbers', async () => {
  const broken = () => Promise.reject({ code: 'archive_changed', zh: '归档文件已被改动。', en: 'Changed.' })
  await show(ArchivePage, { ...answers, archived_report: broken }, { at: OPENED })
  expect((await screen.findByTestId('error')).textContent).toContain('归档文件已被改动')
  expect(screen.queryByTestId('corrections')).toBeNull()
})
