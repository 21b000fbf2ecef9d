// Pasted rows: what is said of each, putting one right, logging them at once, taking that back, and what waits.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import type { FieldFault, RowRead, RowsRead } from '@/api/bindings'
import { usePasted } from '@/app/pasted'
import { type Answers, show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import RowsPage from './RowsPage.vue'

const fault = (field: string, zh: string): FieldFault => ({ field, code: 'date_impossible', zh, en: zh })
const row = (n: number, title: string, more: Partial<RowRead> = {}): RowRead => ({
  row: n,
  values: { title, published_on: '2023-03-02', is_public: true },
  assumed: [],
  unsettled: [],
  faults: [],
  doubts: [],
  similar: [],
  repeats: null,
  withdrawn: null,
  ...more,
})
const read = (...rows: RowRead[]): RowsRead => ({ thing: 'publication', headed: true, unknown_headings: [], rows })
const wrongDay = row(3, '校历', {
  values: { title: '校历', published_on: '2023-02-30', is_public: true },
  faults: [fault('published_on', '没有这一天。')],
})
const again = { id: 'publication-9', title: '招生章程', date: '2023-03-02', withdrawn: false }

beforeEach(() => {
  usePasted().value = null
})

/** A core that finds nothing to be said of a row, but that some titles are in the register. */
const checking = (logged: readonly string[] = []): Answers => ({
  check_record: ({ values }) => {
    const { title } = values as { title: string }
    const similar = logged.includes(title) ? [{ ...again, title, why: 'same_in_every_field' }] : []
    return { values, refusals: [], warnings: [], similar }
  },
})

async function pasted(answer: RowsRead, answers: Answers = {}) {
  usePasted().value = '信息名称\t公开日期'
  const shown = await show(RowsPage, {
    read_rows: () => answer,
    ...checking(),
    log_records: ({ rows }) => ({
      rows: (rows as unknown[]).map((_, n) => ({ id: `publication-${n + 1}`, faults: [] })),
      also: [],
    }),
    withdraw_records: () => ({}),
    ...answers,
  })
  await screen.findByRole('table')
  return shown
}

const total = () => screen.getByTestId('rows-total').textContent
const ctrlEnter = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true })

test('each row says whether it can be logged, and why not', async () => {
  await pasted(
    read(
      row(2, '招生章程', { similar: [{ ...again, why: 'same_in_every_field' }] }),
      wrongDay,
      row(4, '旧通知', { withdrawn: '导入时已作废' }),
      row(5, '食谱'),
    ),
  )
  expect(total()).toContain('共 4 行：可登记 1 行，待更正 1 行')
  expect(screen.getByTestId('row-2').textContent).toContain('台账中已有相同的记录')
  expect(screen.getByTestId('row-3').textContent).toContain('没有这一天。')
  expect(screen.getByTestId('row-4').textContent).toContain('不登记')
  expect(within(screen.getByTestId('row-3')).getByRole<HTMLInputElement>('checkbox').disabled).toBe(true)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('row-3')))
})

test('Ctrl+Enter logs what can be logged in one call, the rest stays, and the notice takes it all back', async () => {
  const { requests } = await pasted(read(row(2, '招生章程'), wrongDay, row(4, '食谱')))
  await ctrlEnter()
  await waitFor(() => expect(screen.queryByTestId('row-2')).toBeNull())
  expect(requests('log_records')).toHaveLength(1)
  expect(requests('log_records')[0]).toMatchObject({
    thing: 'publication',
    rows: [{ title: '招生章程' }, { title: '食谱' }],
  })
  expect(screen.getByTestId('row-3')).toBeTruthy()
  await waitFor(() => expect(notice.value?.text).toBe('已登记 2 条。其余 1 行留在这里，可继续更正。'))
  notice.value?.action?.run()
  await waitFor(() => expect(notice.value?.text).toContain('已撤回 2 条'))
  expect(requests('withdraw_records')[0]).toMatchObject({ ids: ['publication-1', 'publication-2'] })
  expect(total()).toContain('共 3 行：可登记 2 行')
})

test('a row that the register refuses after all stays with its reason', async () => {
  const refuse = { id: null, faults: [fault('title', '名称已停用。')] }
  await pasted(read(row(2, '招生章程'), row(3, '食谱')), {
    log_records: () => ({ rows: [refuse, { id: 'publication-1', faults: [] }], also: [] }),
  })
  await userEvent.click(screen.getByTestId('rows-log'))
  await waitFor(() => expect(screen.queryByTestId('row-3')).toBeNull())
  expect(screen.getByTestId('row-2').textContent).toContain('名称已停用。')
})

test('a row is opened by Enter at the field that is at fault, put right there, and then logged with the others', async () => {
  const { requests } = await pasted(read(row(2, '招生章程'), wrongDay))
  await userEvent.keyboard('{Enter}')
  const day = await waitFor(() => {
    const field = screen.getByTestId('form-published_on').querySelector('input')
    expect(document.activeElement).toBe(field)
    return field as HTMLInputElement
  })
  expect(day.value).toBe('2023-02-30')
  await userEvent.clear(day)
  await userEvent.type(day, '2023-03-03')
  await waitFor(() => expect(total()).toContain('可登记 2 行'))
  expect(screen.getByTestId<HTMLSelectElement>('rows-thing').disabled).toBe(true)
  await ctrlEnter()
  await screen.findByText('已全部登记')
  const rows = requests('log_records')[0]?.rows as Record<string, unknown>[]
  expect(rows.map((one) => one.published_on)).toEqual(['2023-03-02', '2023-03-03'])
})

test('what may be a word that is there is answered with it, and not added', async () => {
  const said = { ...fault('channels', '可能是公示栏，请选定一个。'), code: 'word_unknown' as const }
  const open = { fault: said, written: '宣传栏', choices: [{ text: '公示栏', shown: '公示栏' }] }
  await pasted(read(row(2, '食谱', { unsettled: [open] })))
  expect(screen.queryByTestId('rows-words')).toBeNull()
  await userEvent.click(screen.getByTestId('row-2'))
  const stay = await screen.findByTestId('stay')
  expect(stay.textContent?.trim()).toBe('不填')
  await userEvent.click(stay)
  await waitFor(() => expect(total()).toContain('可登记 1 行'))
})

test('a word that the vocabulary lacks is added where it was missing', async () => {
  const said = { ...fault('channels', '不在词表中。'), code: 'word_unknown' as const }
  const unknown = { fault: said, written: '楼道电视', choices: [] }
  const { requests } = await pasted(read(row(2, '食谱', { unsettled: [unknown] })), {
    add_term: ({ name }) => ({
      id: 77,
      dimension: 'channel',
      name,
      parent: null,
      position: 9,
      retired: false,
      note: '',
    }),
  })
  expect(total()).toContain('待更正 1 行')
  await userEvent.click(screen.getByTestId('rows-add-words'))
  await waitFor(() => expect(total()).toContain('可登记 1 行'))
  expect(requests('add_term')).toEqual([{ dimension: 'channel', name: '楼道电视' }])
  await ctrlEnter()
  await waitFor(() => expect(requests('log_records')[0]).toMatchObject({ rows: [{ channels: [77] }] }))
})

test('Space chooses a row that repeats another, Delete leaves one out and the notice brings it back', async () => {
  const { requests } = await pasted(read(row(2, '食谱'), row(3, '食谱', { repeats: 2 })))
  expect(total()).toContain('可登记 1 行')
  await userEvent.keyboard('{ArrowDown} ')
  expect(total()).toContain('可登记 2 行')
  await userEvent.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByTestId('row-3')).toBeNull())
  notice.value?.action?.run()
  await screen.findByTestId('row-3')
  await ctrlEnter()
  await waitFor(() => expect(requests('log_records')[0]?.rows).toHaveLength(2))
})

test('what an input method composes logs nothing', async () => {
  const { requests } = await pasted(read(row(2, '食谱')))
  for (const how of [{ isComposing: true }, { keyCode: 229 }])
    await fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, ...how })
  expect(requests('log_records')).toEqual([])
})

test('the rows are kept as a draft, and are there again', async () => {
  const drafts: Record<string, string> = {}
  const keeping: Answers = {
    drafts: () => drafts,
    write_draft: ({ key, draft }) => {
      if (draft === null) delete drafts[String(key)]
      else drafts[String(key)] = String(draft)
      return null
    },
  }
  const { unmount } = await pasted(read(row(2, '食谱'), wrongDay), keeping)
  await waitFor(() => expect(drafts.rows).toContain('食谱'))
  unmount()
  await show(RowsPage, { ...keeping, ...checking() })
  await screen.findByTestId('row-3')
  expect(total()).toContain('共 2 行')
  await userEvent.click(screen.getByTestId('rows-discard'))
  await waitFor(() => expect(drafts).toEqual({}))
  expect(screen.getByText('还没有粘贴内容')).toBeTruthy()
})

test('a row that was logged just before the program was killed is not logged again when it is gone on with', async () => {
  const drafts: Record<string, string> = {}
  const { unmount } = await pasted(read(row(2, '招生章程'), row(3, '食谱'), row(4, '食谱', { repeats: 3 })), {
    write_draft: ({ key, draft }) => {
      drafts[String(key)] = String(draft)
      return null
    },
  })
  await waitFor(() => expect(drafts.rows).toContain('食谱'))
  unmount()
  const { requests } = await show(RowsPage, {
    drafts: () => drafts,
    ...checking(['招生章程']),
    log_records: () => ({ rows: [{ id: 'publication-10', faults: [] }], also: [] }),
  })
  await waitFor(() => expect(screen.getByTestId('rows-page').getAttribute('aria-busy')).toBe('false'))
  expect(total()).toContain('可登记 1 行')
  expect(screen.getByTestId('row-2').textContent).toContain('台账中已有相同的记录')
  const chosen = (n: number) => within(screen.getByTestId(`row-${n}`)).getByRole<HTMLInputElement>('checkbox').checked
  expect([2, 3, 4].map(chosen)).toEqual([false, true, false])
  expect(screen.getByTestId('row-4').textContent).toContain('相同')
  await ctrlEnter()
  await waitFor(() => expect(requests('log_records')[0]).toMatchObject({ rows: [{ title: '食谱' }] }))
})

test('what is pasted while rows are being logged waits for them, and none of them stays in a draft', async () => {
  let answer = (_: unknown) => {}
  const drafts: Record<string, string | null> = {}
  await pasted(read(row(2, '招生章程'), wrongDay), {
    log_records: () =>
      new Promise((resolve) => {
        answer = resolve
      }),
    write_draft: ({ key, draft }) => {
      drafts[String(key)] = draft as string | null
      return null
    },
  })
  await ctrlEnter()
  usePasted().value = '另一批'
  await nextTick()
  answer({ rows: [{ id: 'publication-1', faults: [] }], also: [] })
  await waitFor(() => expect(drafts['rows/2']).toContain('另一批'))
  const kept = JSON.parse(String(drafts.rows)) as { rows: { n: number }[] }
  expect(kept.rows.map(({ n }) => n)).toEqual([3])
})

test('the rows of another register are read anew', async () => {
  const { requests } = await pasted(read(row(2, '食谱')))
  await fireEvent.update(screen.getByTestId('rows-thing'), 'publication')
  await waitFor(() => expect(requests('read_rows')).toHaveLength(2))
  expect(requests('read_rows')[1]).toEqual({ text: '信息名称\t公开日期', thing: 'publication' })
})

test('rows that cannot be read are told, and nothing is there to be logged', async () => {
  usePasted().value = 'a\tb'
  const refuse = () => Promise.reject({ code: 'too_many_rows', zh: '粘贴了 900 行。', en: '900 rows.' })
  await show(RowsPage, { read_rows: refuse })
  await screen.findByText(/粘贴了 900 行/)
})

test('rows that an archived report counts are logged once their reason is given', async () => {
  const refusal = { code: 'correction_reason_missing', zh: '更正须写明原因。', en: 'A reason.' }
  const { requests } = await pasted(read(row(2, '招生章程')), {
    log_records: ({ reason }) =>
      reason ? { rows: [{ id: 'publication-1', faults: [] }], also: [] } : Promise.reject(refusal),
  })
  await ctrlEnter()
  const field = await screen.findByTestId<HTMLInputElement>('correction-reason')
  expect(screen.getByTestId('correction').textContent).toContain('更正须写明原因。')
  await waitFor(() => expect(document.activeElement).toBe(field))
  await ctrlEnter()
  expect(screen.getByTestId('correction').textContent).toContain('请写明更正原因')
  expect(requests('log_records')).toHaveLength(1)
  await userEvent.type(field, '漏登补记')
  await ctrlEnter()
  await waitFor(() => expect(requests('log_records').at(-1)).toMatchObject({ reason: '漏登补记' }))
  await waitFor(() => expect(screen.queryByTestId('correction')).toBeNull())
})
