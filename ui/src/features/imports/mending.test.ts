// Refused rows put right in place, exported, or left for later; workbooks dropped onto the window.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { Correction, Leftover } from '@/api/bindings'
import { type Answers, register, show } from '@/app/testing/core'
import { drop, hover } from '@/app/testing/drop'
import ImportPage from './ImportPage.vue'
import { startOver } from './importing'
import { clearWaiting } from './waiting'

const user = userEvent.setup()
const faulty = (row: number) => ({
  row,
  column: '公开日期',
  value: '2023年2月30日',
  code: 'date_impossible',
  message: `台账.xlsx “主动公开”第${row}行：不是有效日期，请核对。`,
  sentence: '不是有效日期，请核对。',
  also: [],
  cells: [
    { column: '信息名称', value: '招生章程' },
    { column: '公开日期', value: '2023年2月30日' },
  ],
})

/** A core that takes a row once its date was put right. */
function verdict(corrections: Correction[]) {
  const right = new Set(corrections.filter(({ value }) => value === '2023-02-28').map(({ row }) => row))
  const refused = [43, 44].filter((row) => !right.has(row)).map(faulty)
  const sheet = { sheet: '主动公开', into: 'publications', rows: 3, duplicates: [], refused, warnings: [] }
  return { batch: null, new_terms: [], case_files: 0, sheets: [{ ...sheet, accepted: 3 - refused.length }] }
}

/** The core's page of these rows. */
function waitingPage(rows: Leftover[], offset: number) {
  const batches = [...new Set(rows.map(({ batch }) => batch))].map((batch) => ({
    batch,
    file: '台账.xlsx',
    rows: rows.filter((row) => row.batch === batch).length,
  }))
  return { total: rows.length, batches, rows: rows.slice(offset, offset + 50) }
}

const standing: Answers = {
  pick_workbook: () => 'D:\\台账.xlsx',
  leftovers: () => waitingPage([], 0),
  inspect_workbook: () => ({
    file: '台账.xlsx',
    sheets: [
      { sheet: '主动公开', hidden: false, into: 'publications', header_row: 1, rows: 3, columns: [], sample: [] },
    ],
  }),
  import: ({ corrections, dry_run }) => ({
    ...verdict(corrections as Correction[]),
    batch: dry_run ? null : 'import-1',
  }),
}

beforeEach(() => {
  startOver()
  clearWaiting()
})

async function toCheck(answers: Answers = {}) {
  const view = await show(ImportPage, { ...standing, ...answers })
  await user.click(await screen.findByTestId('import-pick'))
  await user.click(await screen.findByTestId('import-check'))
  await screen.findAllByTestId('refused-row')
  return view
}

const run = () => screen.getByTestId('import-run') as HTMLButtonElement
const rows = () => screen.queryAllByTestId('refused-row').map((row) => row.dataset.row)
function date(row: number): HTMLTextAreaElement {
  const line = screen.getAllByTestId('refused-row').find((each) => each.dataset.row === String(row))
  return within(line as HTMLElement).getByTestId('mend-公开日期')
}
async function mend(row: number) {
  await user.clear(date(row))
  await user.type(date(row), '2023-02-28')
}

test('a faulty cell is marked, and its sentence belongs to it', async () => {
  await toCheck()
  expect(date(43).getAttribute('aria-invalid')).toBe('true')
  const why = document.getElementById(date(43).getAttribute('aria-describedby') ?? '')
  expect(why?.textContent).toContain('不是有效日期')
  expect(why?.textContent).not.toContain('台账.xlsx')
  expect(screen.getAllByTestId('mend-信息名称')[0]?.getAttribute('aria-invalid')).toBeNull()
  expect(run().textContent).toContain('导入 1 行（另有 2 行未收，导入后可补录）')
})

test('a mended cell is checked once its row is left, and the row leaves the list', async () => {
  const { requests } = await toCheck()
  await mend(43)
  expect(run().disabled).toBe(true)
  await user.tab()
  await user.click(date(44))
  await waitFor(() => expect(rows()).toEqual(['44']))
  expect(requests('import').at(-1)).toMatchObject({
    dry_run: true,
    corrections: [{ sheet: '主动公开', row: 43, column: '公开日期', value: '2023-02-28' }],
  })
  expect(screen.getByTestId('mended-row').textContent).toContain('已改 1 处')
  expect(document.activeElement).toBe(date(44))
  await user.click(run())
  await screen.findByTestId('import-result')
  expect(requests('import').at(-1)).toMatchObject({ dry_run: false, corrections: [{ row: 43 }] })
})

test('a mended row is put back as the workbook has it', async () => {
  const { requests } = await toCheck()
  await mend(43)
  await user.click(screen.getByTestId('recheck'))
  await user.click(within(await screen.findByTestId('mended-row')).getByTestId('put-back'))
  await waitFor(() => expect(rows()).toEqual(['43', '44']))
  expect(date(43).value).toBe('2023年2月30日')
  expect(requests('import').at(-1)?.corrections).toEqual([])
})

test('Enter goes to the next faulty cell, but not while a word is being composed', async () => {
  await toCheck()
  date(43).focus()
  await fireEvent.keyDown(date(43), { key: 'Enter', keyCode: 229 })
  expect(document.activeElement).toBe(date(43))
  await user.keyboard('{Enter}')
  expect(document.activeElement).toBe(date(44))
})

test('a check that fails leaves the edits unchecked, and nothing typed is lost', async () => {
  let fails = false
  await toCheck({
    import: ({ corrections }) =>
      fails
        ? Promise.reject({ code: 'file_unreadable', zh: '读不到表格。', en: 'Unreadable.' })
        : verdict(corrections as Correction[]),
  })
  fails = true
  await mend(43)
  await user.click(screen.getByTestId('recheck'))
  expect((await screen.findByTestId('error')).textContent).toContain('读不到表格')
  expect(date(43).value).toBe('2023-02-28')
  expect(run().disabled).toBe(true)
})

test('refused rows are exported where the person says, and the file is opened from here', async () => {
  const { requests } = await toCheck({
    save_file: ({ suggested }) => `D:\\${suggested}`,
    export_refused: ({ to }) => ({ path: to, rows: 2 }),
    open_path: () => null,
  })
  await user.click(screen.getByTestId('export-refused'))
  const path = 'D:\\台账（未收行）.xlsx'
  expect((await screen.findByTestId('written')).textContent).toContain(path)
  expect(requests('export_refused')[0]).toMatchObject({ to: path, import: { corrections: [] } })
  await user.click(screen.getByTestId('open-written'))
  await waitFor(() => expect(requests('open_path')).toEqual([{ path }]))
})

test('a blank ledger is not written where no place was chosen', async () => {
  const { requests } = await show(ImportPage, { ...standing, save_file: () => null })
  await user.click(await screen.findByTestId('blank-ledger'))
  await waitFor(() => expect(requests('save_file')).toHaveLength(1))
  expect(requests('blank_ledger')).toHaveLength(0)
  expect(screen.queryByTestId('written')).toBeNull()
})

const leftover = (id: number, batch: string): Leftover => ({
  id,
  batch,
  file: '台账.xlsx',
  sheet: '会议',
  row: id + 40,
  thing: 'meeting',
  values: {},
  cells: [{ column: '会议名称', value: '校长办公会' }],
  faults: [{ column: '日期', value: '', code: 'required_missing', message: '', sentence: '“日期”未填。' }],
})

test('rows that wait lead to their form, and are left out only after a word', async () => {
  let waiting = [leftover(1, 'import-1'), leftover(2, 'import-1'), leftover(3, 'import-2')]
  const { requests } = await show(ImportPage, {
    ...standing,
    leftovers: ({ offset }) => waitingPage(waiting, offset as number),
    settle_leftovers: ({ ids }) => {
      waiting = waiting.filter(({ id }) => !(ids as number[]).includes(id))
      return {}
    },
    leave_out_leftovers: ({ id }) => {
      waiting = waiting.filter(({ batch }) => batch !== id)
      return {}
    },
  })
  expect((await screen.findByTestId('mend-leftover-1')).getAttribute('href')).toBe('/registers/meeting?leftover=1')
  await user.click(screen.getByTestId('settle-3'))
  await user.click(await screen.findByTestId('settle-no'))
  expect(requests('settle_leftovers')).toHaveLength(0)
  await user.click(screen.getByTestId('settle-3'))
  await user.click(await screen.findByTestId('settle-yes'))
  await waitFor(() => expect(screen.getAllByTestId('leftover-row')).toHaveLength(2))
  await user.click(screen.getByTestId('settle-import-1'))
  expect(screen.getByTestId('settle-confirm').textContent).toContain('这 2 行')
  await user.click(await screen.findByTestId('settle-yes'))
  await waitFor(() => expect(screen.queryByTestId('leftovers')).toBeNull())
  expect(requests('settle_leftovers')).toEqual([{ ids: [3] }])
  expect(requests('leave_out_leftovers')).toEqual([{ id: 'import-1' }])
})

test('rows that wait are asked for a page at a time, and a page that went with its rows gives way', async () => {
  let waiting = Array.from({ length: 51 }, (_, at) => leftover(at + 1, at < 50 ? 'import-2' : 'import-1'))
  await show(ImportPage, {
    ...standing,
    leftovers: ({ offset }) => waitingPage(waiting, offset as number),
    settle_leftovers: ({ ids }) => {
      waiting = waiting.filter(({ id }) => !(ids as number[]).includes(id))
      return {}
    },
  })
  await waitFor(() => expect(screen.getAllByTestId('leftover-row')).toHaveLength(50))
  expect(screen.getByTestId('leftovers-import-2').textContent).toContain('共 50 行')
  expect(screen.queryByTestId('leftovers-import-1')).toBeNull()
  await user.click(screen.getByTestId('pager-next'))
  await screen.findByTestId('leftovers-import-1')
  expect(screen.getAllByTestId('leftover-row')).toHaveLength(1)
  await user.click(screen.getByTestId('settle-51'))
  await user.click(await screen.findByTestId('settle-yes'))
  await waitFor(() => expect(screen.getAllByTestId('leftover-row')).toHaveLength(50))
  expect(screen.queryByTestId('pager-next')).toBeNull()
})

test('of files dropped together the first begins, the others wait, and one that is no workbook is told', async () => {
  const { requests } = await show(ImportPage, standing)
  await screen.findByTestId('batches')
  hover(true)
  await screen.findByTestId('drop-hint')
  drop('D:\\一.xlsx', 'D:\\说明.pdf', 'D:\\二.csv')
  await screen.findByTestId('columns-step')
  expect(requests('inspect_workbook')).toEqual([{ workbook: 'D:\\一.xlsx' }])
  expect(screen.queryByTestId('drop-hint')).toBeNull()
  expect(screen.getByTestId('unfit').textContent).toContain('说明.pdf 不是表格')
  expect(screen.getByTestId('queued').textContent).toContain('二.csv')
  expect(screen.queryByTestId('import-next')).toBeNull()
  await user.click(screen.getByTestId('import-check'))
  await user.click(await screen.findByTestId('import-run'))
  await user.click(await screen.findByTestId('import-next'))
  await waitFor(() => expect(requests('inspect_workbook').at(-1)).toEqual({ workbook: 'D:\\二.csv' }))
})

/** What the shell holds on disk: it outlives the window. */
function disk() {
  const kept: Record<string, string> = {}
  const answers: Answers = {
    drafts: () => ({ ...kept }),
    write_draft: ({ key, draft }) => {
      if (draft === null) delete kept[String(key)]
      else kept[String(key)] = String(draft)
      return null
    },
  }
  return { kept, answers }
}

test('cells put right outlive the window: the import is gone on with, checked anew, and forgotten once it is done', async () => {
  const { kept, answers } = disk()
  const first = await toCheck(answers)
  await user.clear(screen.getAllByTestId('mend-公开日期')[0] as HTMLElement)
  await user.type(screen.getAllByTestId('mend-公开日期')[0] as HTMLElement, '2023-02-28')
  await waitFor(() => expect(kept.import).toContain('2023-02-28'))
  first.unmount()
  startOver()
  const { requests } = await show(ImportPage, { ...standing, ...answers })
  expect((await screen.findByTestId('kept-import')).textContent).toContain('台账.xlsx')
  await user.click(screen.getByTestId('kept-resume'))
  await waitFor(() => expect(screen.getAllByTestId('mended-row')).toHaveLength(1))
  expect(requests('import')[0]).toMatchObject({
    workbook: 'D:\\台账.xlsx',
    corrections: [{ sheet: '主动公开', row: 43, column: '公开日期', value: '2023-02-28' }],
  })
  await user.click(screen.getByTestId('import-run'))
  await screen.findByTestId('import-result')
  await waitFor(() => expect(kept).toEqual({}))
})

test('cells put right in a workbook that has changed since are left out, and that is said', async () => {
  const { answers } = disk()
  const sheet = { sheet: '主动公开', into: 'publications', headerRow: 1, fields: {}, rows: 2, sample: [] }
  const mend = { sheet: '主动公开', row: 43, column: '公开日期', before: '甲', value: '乙' }
  const draft = JSON.stringify({ workbook: 'D:\\台账.xlsx', sheets: [sheet], mends: [mend] })
  await show(ImportPage, { ...standing, ...answers, drafts: () => ({ import: draft }) })
  await user.click(await screen.findByTestId('kept-resume'))
  expect((await screen.findByTestId('kept-dropped')).textContent).toContain('上次改正的 1 格')
  expect(screen.getByTestId('columns-step')).toBeTruthy()
})

test('an import that was left half done is given up on a word', async () => {
  const { kept, answers } = disk()
  kept.import = JSON.stringify({ workbook: 'D:\\台账.xlsx', sheets: [], mends: [] })
  await show(ImportPage, { ...standing, ...answers, register_info: () => ({ ...register, id: 'another' }) })
  await user.click(await screen.findByTestId('kept-forget'))
  await waitFor(() => expect(kept).toEqual({}))
  expect(screen.queryByTestId('kept-import')).toBeNull()
})
