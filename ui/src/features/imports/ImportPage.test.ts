// The import: columns corrected, verdicts shown, new words decided on, one batch, and back again.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { InspectWorkbook, SheetInspection } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import ImportPage from './ImportPage.vue'
import { startOver } from './importing'

const user = userEvent.setup()
const workbook = 'D:\\信息公开\\台账.xlsx'

const inspection = {
  file: '台账.xlsx',
  sheets: [
    {
      sheet: '主动公开',
      hidden: false,
      into: 'publications',
      header_row: 2,
      rows: 761,
      columns: [
        { heading: '信息名称', field: 'title' },
        { heading: '类型', field: null },
      ],
      sample: [['招生章程', '新闻报道']],
    },
  ],
}

const refusal = (row: number) => ({
  row,
  column: '公开日期',
  value: '2023年2月30日',
  code: 'date_impossible',
  message: '台账.xlsx “主动公开”第43行：“公开日期”填写的“2023年2月30日”不是有效日期，请核对。',
  sentence: '“公开日期”填写的“2023年2月30日”不是有效日期，请核对。',
  also: [],
  cells: [],
})

const verdict = {
  sheet: '主动公开',
  into: 'publications',
  rows: 761,
  accepted: 752,
  duplicates: [
    { row: 17, of: { row: 9 } },
    { row: 18, of: { record: 'publication-3' } },
  ],
  refused: [refusal(43)],
  warnings: [{ row: 0, code: 'column_unrecognized', message: '', sentence: '没有认出“序”这一列，其内容未导入。' }],
}

const answer = (over = {}) => ({ batch: null, new_terms: [], case_files: 0, sheets: [verdict], ...over })
const newTerms = [{ dimension: 'department', name: '基建处' }]

const standing: Answers = {
  pick_workbook: () => workbook,
  leftovers: () => ({ total: 0, batches: [], rows: [] }),
  inspect_workbook: () => inspection,
  import: ({ dry_run }) => answer({ batch: dry_run ? null : 'import-1' }),
}

beforeEach(startOver)

async function toCheck(answers: Answers = {}) {
  const view = await show(ImportPage, { ...standing, ...answers })
  await user.click(await screen.findByTestId('import-pick'))
  await user.click(await screen.findByTestId('import-check'))
  return view
}

const button = (id: string) => screen.getByTestId(id) as HTMLButtonElement

test('an empty list of imports says what to do', async () => {
  await show(ImportPage, standing)
  expect((await screen.findByTestId('batches')).textContent).toContain('选一份登记表')
})

test('a list of imports that could not be read leaves the page at rest, and is read when asked again', async () => {
  let there = false
  const batches = () => (there ? [] : Promise.reject({ code: 'internal', zh: '没有读出。', en: 'Not read.' }))
  await show(ImportPage, { ...standing, batches })
  expect((await screen.findByTestId('error')).textContent).toContain('没有读出。')
  await waitFor(() => expect(screen.getByTestId('imports-page').getAttribute('aria-busy')).toBe('false'))
  expect(screen.queryByTestId('error-dismiss')).toBeNull()
  there = true
  await user.click(screen.getByTestId('error-retry'))
  await screen.findByTestId('batches')
  expect(screen.queryByTestId('error')).toBeNull()
  expect(screen.getByTestId('imports-page').getAttribute('aria-busy')).toBe('false')
})

test('a dialog that is closed changes nothing', async () => {
  const { asked } = await show(ImportPage, { ...standing, pick_workbook: () => null })
  await user.click(await screen.findByTestId('import-pick'))
  await waitFor(() => expect(asked.map((a) => a.name)).toContain('pick_workbook'))
  expect(asked.map((a) => a.name)).not.toContain('inspect_workbook')
})

test('a column that was not recognised is given its field, and only that is sent', async () => {
  const { requests } = await show(ImportPage, standing)
  await user.click(await screen.findByTestId('import-pick'))
  await user.selectOptions(await screen.findByTestId('column-类型'), '文种')
  await user.click(screen.getByTestId('import-check'))
  await screen.findByTestId('verdict-主动公开')
  expect(requests('import')).toEqual([
    {
      workbook,
      strict: false,
      dry_run: true,
      mapping: {
        sheets: [
          { sheet: '主动公开', into: 'publications', header_row: 2, columns: [{ heading: '类型', field: 'kind' }] },
        ],
      },
      corrections: [],
    },
  ])
})

const unrecognised: SheetInspection = {
  sheet: '通知',
  hidden: false,
  into: null,
  header_row: null,
  rows: 2,
  columns: [],
  sample: [
    ['条目', '何日', '何处'],
    ['关于放假的通知', '2023-09-28', '学校官网'],
  ],
}

/** A core that recognises no sheet, and reads one as it is told. */
const readsAsTold: Answers = {
  ...standing,
  inspect_workbook: (request) => {
    const told = (request as InspectWorkbook).mapping?.sheets[0]
    if (!told) return { file: '通知.csv', sheets: [unrecognised] }
    if (!told.header_row)
      return Promise.reject({ code: 'bad_mapping', zh: '列对应关系有误：“通知”没有表头。', en: 'No header.' })
    const columns = ['条目', '何日', '何处'].map((heading) => ({ heading, field: null }))
    const { into, header_row } = told
    return { file: '通知.csv', sheets: [{ ...unrecognised, into, header_row, columns, sample: [] }] }
  },
}

test('an unrecognised sheet is mapped by hand', async () => {
  const { requests } = await show(ImportPage, readsAsTold)
  await user.click(await screen.findByTestId('import-pick'))
  await user.selectOptions(await screen.findByTestId('sheet-into-通知'), '主动公开')
  expect((await screen.findByTestId('header-row-failure')).textContent).toContain('“通知”没有表头')
  expect(button('import-check').disabled).toBe(true)
  await user.type(screen.getByTestId('header-row'), '1')
  await user.tab()
  await user.selectOptions(await screen.findByTestId('column-条目'), '信息名称')
  await user.selectOptions(screen.getByTestId('column-何日'), '公开日期')
  await user.selectOptions(screen.getByTestId('column-何处'), '公开渠道')
  expect(screen.queryByTestId('header-row-failure')).toBeNull()
  await user.click(button('import-check'))
  await waitFor(() => expect(requests('import')).toHaveLength(1))
  const sheet = { sheet: '通知', into: 'publications', header_row: 1 }
  expect(requests('inspect_workbook').at(-1)).toEqual({ workbook, mapping: { sheets: [{ ...sheet, columns: [] }] } })
  expect(requests('import')[0]?.mapping).toEqual({
    sheets: [
      {
        ...sheet,
        columns: [
          { heading: '条目', field: 'title' },
          { heading: '何日', field: 'published_on' },
          { heading: '何处', field: 'channels' },
        ],
      },
    ],
  })
})

test('an answer that comes after another choice is dropped, and the first recognition needs none', async () => {
  const late: ((answer: unknown) => void)[] = []
  const { requests } = await show(ImportPage, {
    ...standing,
    inspect_workbook: ({ mapping }) => (mapping ? new Promise((resolve) => late.push(resolve)) : inspection),
  })
  const as = (heading: string) => ({
    file: '台账.xlsx',
    sheets: [{ ...inspection.sheets[0], columns: [{ heading, field: null }] }],
  })
  await user.click(await screen.findByTestId('import-pick'))
  const target = await screen.findByTestId('sheet-into-主动公开')
  await user.selectOptions(target, '会议')
  await user.selectOptions(target, '答复')
  await waitFor(() => expect(late).toHaveLength(2))
  expect(button('import-check').disabled).toBe(true)
  late[1]?.(as('收件日期'))
  await screen.findByTestId('column-收件日期')
  late[0]?.(as('会议名称'))
  await new Promise((resolve) => setTimeout(resolve))
  screen.getByTestId('column-收件日期')
  await user.selectOptions(target, '主动公开')
  await screen.findByTestId('column-信息名称')
  expect(requests('inspect_workbook')).toHaveLength(3)
})

test('with every sheet left out there is nothing to check', async () => {
  await show(ImportPage, standing)
  await user.click(await screen.findByTestId('import-pick'))
  await user.selectOptions(await screen.findByTestId('sheet-into-主动公开'), '不导入')
  expect(button('import-check').disabled).toBe(true)
})

test('the verdict of a sheet shows its counts, refused rows, repeated rows and notes', async () => {
  await toCheck()
  const line = await screen.findByTestId('verdict-主动公开')
  const count = (name: string) => within(line).getByTestId(`verdict-主动公开-${name}`).textContent
  expect(['rows', 'accepted', 'duplicates', 'refused', 'warnings'].map(count)).toEqual(['761', '752', '2', '1', '1'])
  const refused = screen.getByTestId('refused-row').textContent
  expect(refused).toContain('43')
  expect(refused).toContain('不是有效日期')
  await user.click(screen.getByTestId('tab-duplicates'))
  const repeated = screen.getAllByTestId('duplicate-row').map((row) => row.textContent)
  expect(repeated[0]).toContain('第 9 行')
  expect(repeated[1]).toContain('台账中已有的记录')
  await user.click(screen.getByTestId('tab-warnings'))
  expect(screen.getByTestId('warning-row').textContent).toContain('整表')
})

test('sheets without rows are counted, not listed', async () => {
  const empty = (sheet: string) => ({
    ...verdict,
    sheet,
    rows: 0,
    accepted: 0,
    duplicates: [],
    refused: [],
    warnings: [],
  })
  await toCheck({ import: () => answer({ sheets: [verdict, empty('依申请公开'), empty('举报、复议、诉讼')] }) })
  expect((await screen.findByTestId('verdict-empty')).textContent).toBe('另有 2 张空表')
  expect(screen.queryByTestId('verdict-依申请公开')).toBeNull()
})

test('of 100,000 refused rows a page is drawn', async () => {
  const refused = Array.from({ length: 100_000 }, (_, row) => refusal(row + 3))
  await toCheck({ import: () => answer({ sheets: [{ ...verdict, refused }] }) })
  await screen.findByTestId('verdict-rows')
  expect(screen.getAllByTestId('refused-row')).toHaveLength(50)
  await user.click(screen.getByTestId('pager-next'))
  expect(screen.getAllByTestId('refused-row')[0]?.textContent).toContain('53')
})

test('new words must be decided on before anything is imported', async () => {
  const { requests } = await toCheck({
    import: ({ dry_run }) => {
      const near = { dimension: 'channel', name: '官微', near: ['官方微信公众号', '官方微博'] }
      return answer({ batch: dry_run ? null : 'import-1', new_terms: [...newTerms, near] })
    },
  })
  expect((await screen.findByTestId('new-terms')).textContent).toContain('基建处')
  expect(screen.getByText('官微').textContent).toBe('官微（可能是官方微信公众号、官方微博）')
  expect(button('import-run').disabled).toBe(true)
  await user.click(screen.getByTestId('terms-add'))
  expect(button('import-run').disabled).toBe(false)
  // Decided, they make room for the rows; and can be decided on again.
  expect(screen.getByTestId('new-terms').textContent).toContain('新增这些词条')
  expect(screen.queryByTestId('new-term')).toBeNull()
  await user.click(screen.getByTestId('terms-change'))
  expect(screen.getAllByTestId('new-term')[0]?.textContent).toBe('基建处')
  expect((screen.getByTestId('terms-add') as HTMLInputElement).checked).toBe(true)
  await user.click(button('import-run'))
  await screen.findByTestId('import-result')
  expect(requests('import').map(({ dry_run, strict }) => [dry_run, strict])).toEqual([
    [true, false],
    [false, false],
  ])
})

test('strict shows the rows that it refuses, and imports so', async () => {
  const { requests } = await toCheck({
    import: ({ dry_run, strict }) =>
      answer({
        batch: dry_run ? null : 'import-1',
        new_terms: strict ? [] : newTerms,
        sheets: [{ ...verdict, accepted: strict ? 700 : 752 }],
      }),
  })
  await user.click(await screen.findByTestId('terms-strict'))
  await waitFor(() => expect(button('import-run').textContent).toContain('导入 700 行'))
  expect(screen.getByTestId('new-terms').textContent).toContain('1 个：不新增')
  await user.click(button('import-run'))
  await screen.findByTestId('import-result')
  expect(requests('import').at(-1)).toMatchObject({ dry_run: false, strict: true })
})

test('the result names its batch, the list of imports has it, and it leads to the figures', async () => {
  const batch = {
    id: 'import-1',
    file: '台账.xlsx',
    file_digest: '',
    imported_at: '2023-11-20T09:30:00',
    accepted: 752,
  }
  const { router } = await toCheck({ batches: () => [{ ...batch, undone_at: null }] })
  await user.click(await screen.findByTestId('import-run'))
  const named = await screen.findByTestId('import-batch')
  expect(named.dataset.batch).toBe('import-1')
  expect(named.textContent).toContain('第 1 批')
  expect((await screen.findByTestId('batch-import-1')).textContent).toMatch(/第 1 批.*有效　撤回/s)
  await user.click(screen.getByTestId('import-to-figures'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/figures'))
})

test('case files that the import made of replies are told of, and of none nothing is said', async () => {
  await toCheck({ import: ({ dry_run }) => answer({ batch: dry_run ? null : 'import-1', case_files: 2 }) })
  await user.click(await screen.findByTestId('import-run'))
  const told = await screen.findByTestId('import-cases')
  expect(told.textContent?.trim()).toBe('其中涉及信息公开工作的答复，已同时登记为案件 2 件。')
})

test('where nothing is acceptable there is nothing to import', async () => {
  await toCheck({ import: () => answer({ sheets: [{ ...verdict, accepted: 0 }] }) })
  expect((await screen.findByTestId('import-run')).textContent).toContain('没有可导入的行')
  expect(button('import-run').disabled).toBe(true)
})

test('long work shows itself and is cancelled; the verdicts stay as they were', async () => {
  let fail: (error: unknown) => void = () => {}
  const { requests } = await toCheck({
    import: ({ dry_run }) =>
      dry_run
        ? answer()
        : new Promise((_, reject) => {
            fail = reject
          }),
    cancel: () => {
      fail({ code: 'cancelled', zh: '已取消，台账未改动。', en: 'Cancelled; the register was not changed.' })
      return null
    },
  })
  await user.click(await screen.findByTestId('import-run'))
  await user.click(await screen.findByTestId('cancel'))
  const error = await screen.findByTestId('error')
  expect(error.dataset.code).toBe('cancelled')
  expect(error.textContent).toContain('已取消，台账未改动。')
  expect(requests('cancel')).toHaveLength(1)
  expect(screen.queryByTestId('import-result')).toBeNull()
  expect(button('import-run').disabled).toBe(false)
})

test('a workbook that cannot be read shows why', async () => {
  await show(ImportPage, {
    ...standing,
    inspect_workbook: () =>
      Promise.reject({ code: 'workbook_encrypted', zh: '设有打开密码，无法读取。', en: 'Protected.' }),
  })
  await user.click(await screen.findByTestId('import-pick'))
  expect((await screen.findByTestId('error')).textContent).toContain('设有打开密码')
  screen.getByTestId('import-pick')
})

test('an import is taken back only after a word on what that means', async () => {
  let undone: string | null = null
  const { requests } = await show(ImportPage, {
    ...standing,
    batches: () => [
      {
        id: 'import-1',
        file: '台账.xlsx',
        file_digest: '',
        imported_at: '2023-11-20T09:30:00',
        accepted: 752,
        undone_at: undone,
      },
    ],
    undo_import: () => {
      undone = '2023-11-20T10:00:00'
      return {}
    },
  })
  await user.click(await screen.findByTestId('undo-import-1'))
  expect((await screen.findByTestId('undo-confirm')).textContent).toContain('752 条记录不再计入任何统计')
  await user.click(screen.getByTestId('undo-no'))
  expect(requests('undo_import')).toHaveLength(0)
  await user.click(screen.getByTestId('undo-import-1'))
  await user.click(await screen.findByTestId('undo-yes'))
  await screen.findByTestId('undo-done')
  expect(requests('undo_import')).toEqual([{ id: 'import-1' }])
  expect(screen.getByTestId('batch-import-1').textContent).toContain('已撤回')
})
