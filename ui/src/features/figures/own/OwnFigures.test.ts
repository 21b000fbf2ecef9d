// The school's own figures: made by picking with the number beside, copied from those that ship, removed; numbers declared.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { Definition, Draft, Figure } from '@/api/bindings'
import { type Answers, register, show, web, webDefinition } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import { setPeriod } from '@/shared/period'
import FiguresPage from '../FiguresPage.vue'

const user = userEvent.setup()
const followers: Figure = { ...web, id: 'own_1', label: '公众号关注', unit: '人', value: null, by_hand: true, rows: 0 }
const followersDefinition: Definition = {
  ...webDefinition,
  id: 'own_1',
  label: '公众号关注',
  unit: '人',
  date: '',
  measure: { type: 'declared' },
  shipped: false,
}

/** Of what is picked so far: nothing is kept. */
const tried: Answers['try_figure'] = ({ definition }) => {
  const { label, counts } = definition as Draft
  const missing = { field: 'label', code: 'label_missing', zh: '没有填写名称', en: 'It has no name' }
  const figure = { ...web, label, value: 7, display: '7条' }
  const record = { id: 'publication-1', thing: 'publication', title: '招生章程', date: '2023-05-06', quantity: 1 }
  return {
    faults: label ? [] : [missing],
    figure: counts ? figure : null,
    rows: counts ? { figure: 'own_2', value: 7, total: 7, records: [record] } : null,
  }
}
const answers: Answers = {
  definitions: () => [{ ...webDefinition, shipped: true }, followersDefinition],
  figures: () => [web, followers],
  figure_trends: () => [],
  try_figure: tried,
  define_figure: () => ({}),
  remove_figure: () => ({}),
  declare_figure: () => followers,
}
const open = (more: Answers = {}, query = '') =>
  show(FiguresPage, { ...answers, ...more }, { at: `/?view=own${query}` })

beforeEach(() => setPeriod({ from: '2023-02-01', to: '2023-11-20' }))

test('what ships can be copied, what is the school’s own changed and removed', async () => {
  await open()
  const shipped = await screen.findByTestId('own-row-web')
  within(shipped).getByTestId('own-copy-web')
  expect(within(shipped).queryByTestId('own-edit-web')).toBeNull()
  const own = screen.getByTestId('own-row-own_1')
  within(own).getByTestId('own-edit-own_1')
  expect(own.textContent).toContain('本期间尚未填写')
})

test('a figure is made by picking, its number and records beside it, and kept with what was picked', async () => {
  const { requests } = await open()
  await user.click(await screen.findByTestId('own-make'))
  await user.selectOptions(await screen.findByTestId('own-register'), 'publications')
  await user.click(screen.getByTestId('filter-channels'))
  await user.click(await screen.findByRole('checkbox', { name: '学校官网' }))
  await user.type(screen.getByTestId('own-unit'), '条')
  await waitFor(() => expect(screen.getByTestId('trial-value').textContent).toContain('7'))
  expect(screen.getByTestId('record-row').textContent).toContain('招生章程')
  await user.click(screen.getByTestId('own-save'))
  await waitFor(() => expect(screen.getByTestId('trial-faults').textContent).toContain('没有填写名称'))
  expect(screen.getByTestId('own-label').getAttribute('aria-invalid')).toBe('true')
  expect(requests('define_figure')).toEqual([])
  await user.type(screen.getByTestId('own-label'), '官网通知')
  await user.click(screen.getByTestId('own-save'))
  await screen.findByTestId('own-figures')
  expect(requests('define_figure')).toEqual([
    {
      id: 'own_2',
      label: '官网通知',
      unit: '条',
      counts: 'publications',
      date: 'published_on',
      where: [
        { field: 'is_public', any: ['是'] },
        { field: 'channels', any: ['学校官网'] },
      ],
      measure: { type: 'records' },
    },
  ])
  expect(notice.value?.text).toBe('已保存“官网通知”。')
})

test('before anything is logged figures can be defined all the same', async () => {
  await open({ register_info: () => ({ ...register, records: 0 }) })
  await screen.findByTestId('own-make')
})

test('Enter in a list of words keeps nothing yet', async () => {
  const terms = [...Array(9).keys()].map((n) => ({
    id: n + 1,
    dimension: 'channel',
    name: `渠道${n}`,
    parent: null,
    position: n,
    retired: false,
    note: '',
  }))
  const { requests } = await open({ terms: () => terms }, '&edit=new&like=web')
  await user.click(await screen.findByTestId('filter-channels'))
  await user.type(await screen.findByTestId('choices-search'), '渠道8{Enter}')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(requests('define_figure')).toEqual([])
})

test('a copy begins as the shipped one, under a name and an id of its own', async () => {
  const { requests } = await open()
  await user.click(await screen.findByTestId('own-copy-web'))
  expect((await screen.findByTestId<HTMLInputElement>('own-label')).value).toBe('学校官网（本校）')
  await waitFor(() => expect(screen.getByTestId('trial-value').textContent).toContain('7'))
  await user.click(screen.getByTestId('own-save'))
  await waitFor(() => expect(requests('define_figure')).toMatchObject([{ id: 'own_2', label: '学校官网（本校）' }]))
  expect(requests('define_figure')[0]).not.toHaveProperty('shipped')
})

test('what was picked waits for the next time, and an id that was taken meanwhile is not taken again', async () => {
  const draft = { definition: { ...webDefinition, id: 'own_1', label: '未保存的统计项' } }
  const { requests } = await open(
    { drafts: () => ({ 'figure/new': JSON.stringify(draft) }), write_draft: () => null },
    '&edit=new',
  )
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('own-label').value).toBe('未保存的统计项'))
  expect(screen.getByTestId('figure-unsaved').textContent).toContain('已恢复')
  await user.click(screen.getByTestId('own-save'))
  await waitFor(() => expect(requests('define_figure')).toMatchObject([{ id: 'own_2', label: '未保存的统计项' }]))
})

test('a figure that is filled in by hand has neither day nor conditions', async () => {
  const { requests } = await open({}, '&edit=new')
  await user.type(await screen.findByTestId('own-label'), '接待人次')
  await user.click(screen.getByTestId('own-by-hand'))
  expect(screen.queryByTestId('own-date')).toBeNull()
  await user.selectOptions(screen.getByTestId('own-register'), 'replies')
  await user.click(screen.getByTestId('own-save'))
  await waitFor(() =>
    expect(requests('define_figure')).toMatchObject([
      { counts: 'replies', date: '', where: [], measure: { type: 'declared' } },
    ]),
  )
})

test('one that something names is not removed, and it is said what', async () => {
  const inUse = { code: 'figure_in_use', zh: '年报文字第 3 行用到它。', en: 'In use.' }
  const { requests } = await open({ remove_figure: () => Promise.reject(inUse) })
  await user.click(await screen.findByTestId('own-remove-own_1'))
  expect(requests('remove_figure')).toEqual([])
  await user.click(screen.getByTestId('own-removed-own_1'))
  expect((await screen.findByTestId('error')).textContent).toContain('第 3 行')
})

test('a number is filled in with its source, for the period in force', async () => {
  const { requests } = await open()
  await user.click(await screen.findByTestId('own-declare-own_1'))
  const pane = await screen.findByTestId('declare-pane')
  await user.type(within(pane).getByTestId('declare-value'), '一万')
  await user.click(within(pane).getByTestId('declare-save'))
  expect(pane.textContent).toContain('请填写数字')
  expect(pane.textContent).toContain('请写明来源')
  await user.clear(within(pane).getByTestId('declare-value'))
  await user.type(within(pane).getByTestId('declare-value'), '１２,８００')
  await user.type(within(pane).getByTestId('declare-source'), '平台后台{Enter}')
  await waitFor(() =>
    expect(requests('declare_figure')).toEqual([
      { figure: 'own_1', from: '2023-02-01', to: '2023-11-20', value: 12800, source: '平台后台' },
    ]),
  )
})

test('a declared total stands beside the counted one, told where they differ, and is taken back with a reason', async () => {
  const declared = {
    value: 120,
    display: '120条',
    source: '省厅报表',
    at: '2023-11-20T09:30:00',
    by: '王丽',
    agrees: false,
  }
  const { requests } = await open({ figures: () => [{ ...web, declared }] })
  expect((await screen.findByTestId('declared-web')).textContent).toContain('上报数 120条，与统计数不一致')
  await user.click(screen.getByTestId('own-declare-web'))
  await user.click(await screen.findByTestId('declare-take-back'))
  await user.type(screen.getByTestId('take-back-reason'), '报错了{Tab}')
  await user.click(screen.getByTestId('take-back-do'))
  await waitFor(() =>
    expect(requests('declare_figure')).toMatchObject([{ figure: 'web', value: null, reason: '报错了' }]),
  )
})

test('among the numbers one that is filled in by hand opens where it is filled in', async () => {
  await show(FiguresPage, answers)
  await user.click(await screen.findByTestId('figure-own_1'))
  await screen.findByTestId('declare-pane')
  expect(screen.queryByTestId('records-panel')).toBeNull()
})
