// A register's list: columns, order, filters, words, and the keyboard.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ListRequest } from '@/api/bindings'
import { i18n } from '@/app/i18n'
import { setPeriod } from '@/shared/period'
import { forgetListings } from './listing'
import { listed, showRegister, term, two } from './testing'
import { forgetVocabulary } from './vocabulary'

const user = userEvent.setup()
const period = { from: '2023-01-01', to: '2023-12-31' }

beforeEach(() => {
  localStorage.clear()
  forgetListings()
  forgetVocabulary()
  setPeriod(period)
})

const rows = () => screen.findAllByTestId('list-row')
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent?.trim())
const many = ({ offset = 0 }: Partial<ListRequest>) => ({
  total: 250,
  records: Array.from({ length: 3 }, (_, n) =>
    listed(`publication-${offset + n + 1}`, { title: `第${offset + n + 1}条` }),
  ),
})

test('one page of the records dated in the period in force is asked for, and the true total shown', async () => {
  const { lists } = await showRegister({ list_records: () => ({ total: 752, records: two }) })
  expect((await rows()).length).toBe(2)
  expect(lists()).toEqual([{ thing: 'publication', period, offset: 0, limit: 100 }])
  expect(screen.getByTestId('list-total').textContent).toBe('共 752 条')
  expect(screen.getByTestId('publication-page').getAttribute('aria-busy')).toBe('false')
})

test('values stand in words, and a withdrawn record says so in words', async () => {
  await showRegister()
  const [first, second] = await rows()
  expect(first?.textContent).toContain('新闻报道')
  expect(first?.textContent).toContain('学校官网、公示栏')
  expect(first?.textContent).not.toContain('作废')
  expect(second?.textContent).toContain('作废')
  expect(second?.querySelector('s')?.textContent).toBe('毕业典礼')
})

test('a title that looks like a page is text', async () => {
  const title = '<img src=x onerror="alert(1)"> 😀 \u202Etxt'
  await showRegister({ list_records: () => ({ total: 1, records: [listed('publication-1', { title })] }) })
  const [row] = await rows()
  expect(within(row as HTMLElement).getByTitle(title).textContent).toBe(title)
  expect(row?.querySelector('img')).toBeNull()
  expect(
    within(row as HTMLElement)
      .getByTitle(title)
      .getAttribute('dir'),
  ).toBe('auto')
})

test('columns are chosen and remembered', async () => {
  const { unmount } = await showRegister()
  await rows()
  expect(heads()).toEqual(['公开日期', '信息名称', '文种', '公开渠道'])
  await user.click(screen.getByTestId('columns'))
  expect((screen.getByTestId('column-title') as HTMLInputElement).disabled).toBe(true)
  await user.click(screen.getByTestId('column-kind'))
  await user.click(screen.getByTestId('column-is_public'))
  expect(heads()).toEqual(['公开日期', '信息名称', '公开渠道', '是否公开'])
  unmount()
  await showRegister()
  await rows()
  expect(heads()).toEqual(['公开日期', '信息名称', '公开渠道', '是否公开'])
})

test('beside an open record the list shows the columns that it has room for, and says which it leaves out', async () => {
  const width = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(560)
  try {
    await showRegister()
    const [first] = await rows()
    expect(heads()).toEqual(['公开日期', '信息名称', '文种', '公开渠道'])
    expect(screen.getByTestId('columns').textContent).toBe('显示列')
    first?.focus()
    await user.keyboard('{Enter}')
    await screen.findByTestId('record-pane')
    await waitFor(() => expect(heads()).toEqual(['公开日期', '信息名称', '文种']))
    expect(screen.getByTestId('columns').textContent).toContain('1 列未显示')
    expect(screen.getByTestId('columns').title).toContain('公开渠道')
    await user.click(screen.getByTestId('columns'))
    expect(screen.getByTestId('columns-hidden').textContent).toContain('公开渠道')
    await user.keyboard('{Escape}')
    screen.getByTestId('record-pane').focus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(heads()).toEqual(['公开日期', '信息名称', '文种', '公开渠道']))
  } finally {
    width.mockRestore()
  }
})

test('filters without room are folded behind one button, those in use never', async () => {
  const widths = vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(100)
  const room = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(650)
  try {
    await showRegister()
    await rows()
    const more = screen.getByTestId('filters-more')
    await waitFor(() => expect(more.textContent?.trim()).toBe('更多筛选（2）'))
    const shown = (id: string) =>
      (screen.getByTestId(id).closest('[data-chip]') as HTMLElement).style.display !== 'none'
    const all = ['filter-kind', 'filter-channels', 'filter-is_public', 'filter-undated']
    expect(all.filter(shown)).toEqual(['filter-kind', 'filter-channels'])
    await user.click(more)
    await waitFor(() => expect(all.filter(shown)).toEqual(all))
    expect(more.getAttribute('aria-expanded')).toBe('true')
    await user.click(screen.getByTestId('filter-undated'))
    await user.click(more)
    more.focus()
    await waitFor(() => expect(all.filter(shown)).toContain('filter-undated'))
    expect(all.filter(shown)).not.toContain('filter-is_public')
  } finally {
    widths.mockRestore()
    room.mockRestore()
  }
})

test('a head sorts, the same head again the other way round', async () => {
  const { last } = await showRegister()
  await rows()
  await user.click(screen.getByTestId('sort-published_on'))
  await waitFor(() => expect(last()?.sort).toEqual({ field: 'published_on', descending: false }))
  await waitFor(() => expect(screen.getByTestId('head-published_on').getAttribute('aria-sort')).toBe('ascending'))
  await user.click(screen.getByTestId('sort-published_on'))
  await waitFor(() => expect(last()?.sort).toEqual({ field: 'published_on', descending: true }))
  expect(screen.getByTestId('head-title').hasAttribute('aria-sort')).toBe(false)
})

test('a chip asks for the terms that are ticked, says them, and can be removed', async () => {
  const terms = [
    term(1, 'kind', '新闻报道'),
    term(4, 'kind', '行政文件'),
    term(5, 'kind', '通知', { parent: 4, retired: true }),
    term(6, 'kind', '新闻', { same_as: 1 }),
  ]
  const { last } = await showRegister({ terms: () => terms })
  await rows()
  await user.click(screen.getByTestId('filter-kind'))
  expect(screen.queryByTestId('choice-6')).toBeNull()
  expect(screen.getByTestId('choice-5').closest('label')?.textContent).toContain('已停用')
  await user.click(screen.getByTestId('choice-4'))
  await user.click(screen.getByTestId('choice-null'))
  await waitFor(() => expect(last()?.filters).toEqual([{ field: 'kind', any: [4, null] }]))
  expect(screen.getByTestId('filter-kind').textContent).toBe('文种：行政文件、未填写')
  await user.click(screen.getByTestId('remove-kind'))
  await waitFor(() => expect(last()?.filters).toBeUndefined())
  expect(screen.getByTestId('filter-kind').textContent).toBe('文种')
})

test('a required field is never looked for empty', async () => {
  await showRegister()
  await rows()
  await user.click(screen.getByTestId('filter-is_public'))
  await screen.findByTestId('choice-true')
  expect(screen.queryByTestId('choice-null')).toBeNull()
})

test('standing and period are narrowed and all is cleared at once', async () => {
  const { last } = await showRegister()
  await rows()
  await user.selectOptions(screen.getByTestId('filter-standing'), 'withdrawn')
  await user.selectOptions(screen.getByTestId('filter-period'), 'any')
  await waitFor(() => expect(last()).toEqual({ thing: 'publication', standing: 'withdrawn', offset: 0, limit: 100 }))
  await user.click(screen.getByTestId('filters-clear'))
  await waitFor(() => expect(last()).toEqual({ thing: 'publication', period, offset: 0, limit: 100 }))
})

test('undated records lie in no period', async () => {
  const { last } = await showRegister()
  await rows()
  await user.click(screen.getByTestId('filter-undated'))
  await waitFor(() => expect(last()?.filters).toEqual([{ field: 'published_on', any: [null] }]))
  expect(last()?.period).toBeUndefined()
  expect((screen.getByTestId('filter-period') as HTMLSelectElement).value).toBe('any')
})

test('words are asked for once typing rests, and never while an input method composes', async () => {
  const { lists, last } = await showRegister()
  await rows()
  const search = screen.getByTestId('list-search') as HTMLInputElement
  search.value = 'jiang'
  await fireEvent(search, new InputEvent('input', { isComposing: true }))
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect(lists()).toHaveLength(1)
  search.value = '奖学'
  await fireEvent(search, new Event('compositionend'))
  await waitFor(() => expect(last()?.text).toBe('奖学'))
  expect(lists()).toHaveLength(2)
})

test('filters outlive the page, and go with the register', async () => {
  const first = await showRegister()
  await rows()
  await user.click(screen.getByTestId('filter-undated'))
  first.unmount()
  const second = await showRegister()
  await rows()
  expect(second.lists()[0]?.filters).toEqual([{ field: 'published_on', any: [null] }])
  second.unmount()
  const third = await showRegister({ register_info: () => ({ folder: '/另一台账', institution: '', records: 0 }) })
  await rows()
  expect(third.lists()[0]?.filters).toBeUndefined()
})

test('arrows lead from row to row, Enter opens, Escape leads back to the row', async () => {
  await showRegister()
  const [first, second] = await rows()
  expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1])
  first?.focus()
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(second)
  await waitFor(() => expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0]))
  await user.keyboard('{Home}{Enter}')
  const pane = await screen.findByTestId('record-pane')
  await waitFor(() => expect(document.activeElement).toBe(pane))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('record-pane')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(first))
})

test('PageDown and PageUp turn the page and keep the keyboard in the list', async () => {
  const { last } = await showRegister({ list_records: many })
  const [first] = await rows()
  first?.focus()
  await user.keyboard('{PageDown}')
  await screen.findByText('第101条')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('第101条'))
  await user.keyboard('{PageUp}')
  await screen.findByText('第3条')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('第3条'))
  expect(last()?.offset).toBe(0)
  await user.keyboard('{PageUp}')
  expect(document.activeElement?.textContent).toContain('第1条')
})

test('another period begins with its first page', async () => {
  const { last } = await showRegister({ list_records: many })
  await rows()
  await user.click(screen.getByTestId('pager-next'))
  await waitFor(() => expect(last()?.offset).toBe(100))
  setPeriod({ from: '2022-01-01', to: '2022-12-31' })
  await waitFor(() => expect(last()).toMatchObject({ period: { from: '2022-01-01' }, offset: 0 }))
})

test('an empty register says what to do', async () => {
  const { router } = await showRegister({ list_records: () => ({ total: 0, records: [] }) })
  await screen.findByTestId('list-empty')
  await user.click(screen.getByTestId('to-imports'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/imports'))
})

test('where the filters find nothing, they can be cleared', async () => {
  const { last } = await showRegister({
    list_records: ({ filters, limit }) =>
      filters && limit === 100 ? { total: 0, records: [] } : { total: 2, records: two },
  })
  await rows()
  await user.click(screen.getByTestId('filter-undated'))
  expect((await screen.findByTestId('list-none')).textContent).toContain('2 条')
  await user.click(screen.getByTestId('none-clear'))
  await rows()
  expect(last()?.filters).toBeUndefined()
})

test('where the period misses all records, any time is offered', async () => {
  await showRegister({
    list_records: ({ period }) => (period ? { total: 0, records: [] } : { total: 2, records: two }),
  })
  await user.click(await screen.findByTestId('none-anytime'))
  expect((await rows()).length).toBe(2)
})

test('in English the labels are English', async () => {
  i18n.global.locale.value = 'en'
  try {
    await showRegister()
    await rows()
    expect(heads()).toEqual(['Published on', 'Title', 'Kind', 'Channels'])
  } finally {
    i18n.global.locale.value = 'zh-CN'
  }
})
