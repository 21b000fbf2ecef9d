// The board: shares in words, states as filters, a pane with records, decision, rhythm and history, the keyboard.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { type Answers, show } from '@/app/testing/core'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { notice } from '@/shared/notice'
import { today } from '@/shared/period'
import ListItemsPage from './ListItemsPage.vue'
import { board, item, standing } from './testing'

const kind = { id: 1, parent: null, position: 1, retired: false, note: '' }
const user = userEvent.setup({ delay: null })

beforeEach(() => {
  localStorage.clear()
  forgetVocabulary()
})

async function showBoard(at = '/list-items', answers: Answers = {}) {
  const page = await show(ListItemsPage, { ...standing, ...answers }, { at })
  await waitFor(() => expect(screen.getByTestId('list_items-page').getAttribute('aria-busy')).toBe('false'))
  return page
}

const rows = () => screen.getAllByTestId('item-row').map((row) => row.dataset.state)

test('each category says its share in numbers and words, one that does not concern the school in words alone', async () => {
  await showBoard()
  expect(screen.getByTestId('overall').textContent).toContain('已公开 1/3 项，33.3%')
  const [first, second] = screen.getAllByTestId('category').map((category) => within(category).getByTestId('share'))
  expect(first?.textContent).toBe('已公开 1/3 项，33.3%')
  expect(second?.textContent).toBe('各项均不涉及，不计公开率')
  expect(rows()).toEqual(['published', 'stale', 'missing', 'not_applicable'])
  expect(screen.getAllByTestId('item-row')[1]?.textContent).toContain('待更新')
  expect(screen.getAllByTestId('item-row')[2]?.textContent).toContain('未填报')
})

test('a state is chosen by its chip, stands in the address, and is taken back', async () => {
  const { router } = await showBoard('/list-items?state=missing')
  expect(rows()).toEqual(['missing'])
  expect(screen.getByTestId('state-missing').getAttribute('aria-pressed')).toBe('true')
  expect(screen.getByTestId('state-missing').textContent).toContain('1')
  await user.click(screen.getByTestId('state-stale'))
  await waitFor(() => expect(rows()).toEqual(['stale']))
  expect(router.currentRoute.value.query.state).toBe('stale')
  await user.click(screen.getByTestId('state-stale'))
  await waitFor(() => expect(rows()).toHaveLength(4))
})

test('a state without an item says so, and leads back to all', async () => {
  const none = { ...board, categories: [{ ...board.categories[0], items: [item(101, '甲')] }] }
  await showBoard('/list-items?state=stale', { list_board: () => none })
  expect(screen.getByTestId('empty').textContent).toContain('没有“待更新”的事项。')
  await user.click(screen.getByTestId('show-all'))
  await waitFor(() => expect(rows()).toEqual(['missing']))
})

test('an empty vocabulary says what to do', async () => {
  await showBoard('/list-items', { list_board: () => ({ ...board, categories: [] }) })
  expect(screen.getByTestId('empty').textContent).toContain('词表里没有清单事项')
  expect(screen.getByTestId('to-settings')).toBeTruthy()
})

test('by keyboard an item opens and closes, and the focus comes back to it', async () => {
  await showBoard()
  screen.getAllByTestId('item')[0]?.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toContain('收支预算总表')
  await user.keyboard('{Enter}')
  expect((await screen.findByTestId('item-place')).textContent).toBe('公示栏（2021年4月1日公开，待更新）')
  expect(screen.getByTestId('item-freshUntil').textContent).toBe('2022年5月1日已到期')
  // An input method has its own use for Esc.
  await fireEvent.keyDown(screen.getByTestId('item-place'), { key: 'Escape', isComposing: true })
  expect(screen.getByTestId('item-pane')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('item-pane')).toBeNull())
  await waitFor(() => expect(document.activeElement?.textContent).toContain('收支预算总表'))
})

test('the publications behind an item are those of the period, or of all years', async () => {
  const { requests } = await showBoard('/list-items?item=101')
  expect((await screen.findByTestId('item-count')).textContent).toBe('本期 2 条')
  expect(requests('list_records')[0]).toMatchObject({
    thing: 'publication',
    standing: 'in_force',
    period: { from: expect.any(String) },
    filters: [
      { field: 'list_item', any: [101] },
      { field: 'is_public', any: [true] },
    ],
  })
  await user.click(screen.getByTestId('item-anytime'))
  await waitFor(() => expect(screen.getByTestId('item-count').textContent).toBe('历年 5 条'))
  expect(requests('list_records').at(-1)?.period).toBeUndefined()
})

test('what the period lacks is shown from the years before', async () => {
  const { requests } = await showBoard('/list-items?item=102')
  expect((await screen.findByTestId('item-count')).textContent).toBe('历年 5 条')
  expect(requests('list_records')[0]?.period).toBeUndefined()
})

test('a publication is logged from an item with its field filled in', async () => {
  const { router } = await showBoard('/list-items?item=101')
  await user.click(await screen.findByTestId('item-log'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  const filled = JSON.parse(String(router.currentRoute.value.query.fill))
  expect(filled).toEqual({ list_item: 101, is_public: true, department: 4 })
})

test('a gap becomes a task, once; the open one is led to', async () => {
  const terms = () => [{ ...kind, id: 61, dimension: 'problem_source', name: '清单缺项' }]
  const { router } = await showBoard('/list-items?item=103', { terms })
  await user.click(await screen.findByTestId('item-task'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/problem'))
  expect(JSON.parse(String(router.currentRoute.value.query.fill))).toEqual({
    found_on: today(),
    title: '“学籍管理办法”未公开',
    list_item: 103,
    source: 61,
  })
})

test('an item with an open task leads to it, and offers no second', async () => {
  await showBoard('/list-items?item=102')
  const open = within(await screen.findByTestId('item-open-task')).getByRole('link', { name: '预算未按时公开' })
  expect(open.getAttribute('href')).toBe('/registers/problem?record=problem-3')
  expect(screen.getByTestId('row-task').getAttribute('href')).toBe('/registers/problem?record=problem-3')
  expect(screen.queryByTestId('item-task')).toBeNull()
})

test('last year’s reason is proposed and not carried; a decision needs its reason', async () => {
  const { requests } = await showBoard('/list-items?item=103', { set_not_applicable: () => ({}) })
  expect((await screen.findByTestId('proposed')).textContent).toContain('本年度须重新确定')
  const field = screen.getByTestId('decision-reason') as HTMLTextAreaElement
  expect(field.value).toBe('上年的理由')
  await user.clear(field)
  await user.click(screen.getByTestId('decision-do'))
  expect(screen.getByText('请写明理由。')).toBeTruthy()
  expect(requests('set_not_applicable')).toEqual([])
  await user.type(field, '未设此项')
  await user.click(screen.getByTestId('decision-do'))
  await waitFor(() => expect(requests('set_not_applicable')).toEqual([{ item: 103, year: 2023, reason: '未设此项' }]))
  await waitFor(() => expect(requests('list_board')).toHaveLength(2))
  expect(notice.value?.text).toBe('已定为2023年度不涉及。')
})

test('a reason and a rhythm that were begun are there again after a restart, for their year', async () => {
  const rhythm = { every: 'month', grace: '7天', changedOn: '' }
  const drafts = () => ({
    'not-applicable/103/2023': '"未设"',
    'not-applicable/103/2022': '"去年的"',
    'rhythm/103': JSON.stringify(rhythm),
  })
  const { requests } = await showBoard('/list-items?item=103', { drafts })
  await screen.findByTestId('decision-unsaved')
  expect((screen.getByTestId('decision-reason') as HTMLTextAreaElement).value).toBe('未设')
  await screen.findByTestId('rhythm-unsaved')
  expect((screen.getByTestId('rhythm-grace') as HTMLInputElement).value).toBe('7天')
  await user.click(screen.getByTestId('rhythm-revert'))
  await waitFor(() => expect((screen.getByTestId('rhythm-grace') as HTMLInputElement).value).toBe('30'))
  await waitFor(() => expect(requests('write_draft').at(-1)).toMatchObject({ key: 'rhythm/103', draft: null }))
})

test('a decision shows who made it, what speaks against it, and is taken back', async () => {
  const { requests } = await showBoard('/list-items?item=104', { set_not_applicable: () => ({}) })
  expect((await screen.findByTestId('decided')).textContent).toBe('不涉及：不招收研究生')
  expect(screen.getByTestId('contradiction').textContent).toContain('本期登记有 1 条公开记录')
  expect(screen.queryByTestId('item-freshUntil')).toBeNull()
  await user.click(screen.getByTestId('decision-undo'))
  await waitFor(() => expect(requests('set_not_applicable')).toEqual([{ item: 104, year: 2023, reason: null }]))
})

test('a rhythm is saved once it differs and can be meant', async () => {
  const { requests } = await showBoard('/list-items?item=101', { set_list_rhythm: () => ({}) })
  const save = () => screen.getByTestId('rhythm-save') as HTMLButtonElement
  await screen.findByTestId('rhythm')
  expect(save().disabled).toBe(true)
  await user.selectOptions(screen.getByTestId('rhythm-every'), 'quarter')
  expect(save().disabled).toBe(false)
  await user.clear(screen.getByTestId('rhythm-grace'))
  await user.type(screen.getByTestId('rhythm-grace'), '400')
  expect(screen.getByText('宽限请填 0 至 366 的整数。')).toBeTruthy()
  expect(save().disabled).toBe(true)
  await user.clear(screen.getByTestId('rhythm-grace'))
  await user.type(screen.getByTestId('rhythm-grace'), '7')
  await user.type(screen.getByLabelText('内容变更日期'), '2023年6月1日')
  await user.click(save())
  await waitFor(() =>
    expect(requests('set_list_rhythm')).toEqual([
      { item: 101, rhythm: { every: 'quarter', grace_days: 7, changed_on: '2023-06-01' } },
    ]),
  )
})

test('the history tells rhythms and decisions in words', async () => {
  await showBoard('/list-items?item=104')
  const told = (await screen.findAllByTestId('history-entry')).map((entry) => entry.textContent)
  expect(told[0]).toContain('2023年度不涉及：不招收研究生')
  expect(told[1]).toContain('每季度，宽限 7 天，内容变更于 2023年6月1日')
})

test('the board is written where the person says, and said where it lies', async () => {
  const { requests } = await showBoard('/list-items', {
    save_file: () => '/桌面/清单.xlsx',
    export_list_board: () => ({ path: '/桌面/清单.xlsx', rows: 4 }),
  })
  await user.click(screen.getByTestId('board-export'))
  await waitFor(() => expect(notice.value?.text).toBe('已导出到 /桌面/清单.xlsx'))
  expect(requests('save_file')).toEqual([{ suggested: '清单事项公开情况2023.xlsx', extension: 'xlsx' }])
  expect(requests('export_list_board')[0]).toMatchObject({ file: '/桌面/清单.xlsx' })
})
