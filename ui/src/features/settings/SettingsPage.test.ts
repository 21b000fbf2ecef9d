// The settings: words with what hangs on them, periods in their order, the proof in words.
import userEvent from '@testing-library/user-event'
import { within as inside, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { Term, TermUses } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import { treeOf, within } from '@/features/records/termTree'
import SettingsPage from './SettingsPage.vue'

const user = userEvent.setup()

const term = (id: number, name: string, more: Partial<Term> = {}): Term => ({
  id,
  dimension: 'department',
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
  ...more,
})
const uses: TermUses = {
  id: 1,
  records: [{ thing: 'publication', records: 752 }],
  figures: ['学校官网'],
  below: [],
  aliases: [],
  duties: [],
  people: [],
  rhythm: null,
  decisions: [],
}
const words: Answers = {
  dimensions: () => [{ dimension: 'department', label: '部门', label_en: 'Departments', tree: false }],
  terms: () => [
    term(1, '学生处'),
    term(2, '学生工作处'),
    term(3, '<b>后勤处</b>', { retired: true }),
    term(4, '学工处', { same_as: 1 }),
  ],
  term_counts: () => [{ id: 1, records: 752, figures: 1 }],
  term_uses: ({ id }) =>
    id === 2 ? { ...uses, id: 2, records: [{ thing: 'publication', records: 3 }], figures: ['学生工作'] } : uses,
  edit_term: () => term(1, '学生工作部'),
  merge_terms: () => term(2, '学生工作处'),
}

async function openTerm(at: number) {
  const view = await show(SettingsPage, words, { at: '/settings?section=terms' })
  await user.click((await screen.findAllByTestId('term-open'))[at] as HTMLElement)
  await screen.findByTestId('term-uses')
  return view
}

test('a merged word stands only as another name, a hostile one as text', async () => {
  await show(SettingsPage, words, { at: '/settings?section=terms' })
  const rows = await screen.findAllByTestId('term')
  expect(rows.map((row) => row.textContent)).toHaveLength(3)
  expect(rows[0]?.textContent).toContain('又名：学工处')
  expect(rows[0]?.textContent).toContain('752 条记录、1 个统计项')
  // Of what hangs nowhere nothing is said.
  expect(rows[2]?.textContent).not.toMatch(/条记录|个统计项/)
  expect(rows[2]?.textContent).toContain('<b>后勤处</b>')
})

test('before a word is renamed, what hangs on it is shown', async () => {
  const { requests } = await openTerm(0)
  expect(screen.getByTestId('term-uses').textContent).toContain('主动公开信息 752 条')
  await user.clear(screen.getByTestId('term-name'))
  await user.type(screen.getByTestId('term-name'), '学生工作部{Enter}')
  await waitFor(() => expect(requests('edit_term')).toEqual([{ id: 1, edit: { name: '学生工作部' } }]))
})

test('a word is retired and taken back into use', async () => {
  const { requests } = await openTerm(2)
  await user.click(screen.getByTestId('term-retire'))
  await waitFor(() => expect(requests('edit_term')).toEqual([{ id: 3, edit: { retired: false } }]))
})

test('a word is merged only into another that is in use, and what that means is said first', async () => {
  const { requests } = await openTerm(0)
  const into = screen.getByTestId('term-into')
  expect(
    inside(into)
      .getAllByRole('option')
      .map((option) => option.textContent?.trim()),
  ).toEqual(['请选择另一词条', '学生工作处'])
  await user.selectOptions(into, '2')
  expect(screen.getByTestId('term-merging').textContent).toContain('752 条记录改记为“学生工作处”')
  await user.click(screen.getByTestId('term-merge'))
  const told = await screen.findByTestId('merge-ask')
  await waitFor(() => expect(told.textContent).toContain('学生工作处：已用于：主动公开信息 3 条。统计项：学生工作。'))
  expect(told.textContent).toContain('学生处：已用于：主动公开信息 752 条。')
  expect(told.textContent).toContain('按“学生处”计数的统计项改按“学生工作处”计数')
  expect(document.activeElement).toBe(screen.getByTestId('merge-no'))
  expect(requests('merge_terms')).toEqual([])
  await user.click(screen.getByTestId('merge-yes'))
  await waitFor(() => expect(requests('merge_terms')).toEqual([{ id: 1, into: 2 }]))
})

test('a tree knows its order, its depths, and what lies below a word', () => {
  const terms = [term(1, '官网'), term(2, '通知', { parent: 1 }), term(3, '公示栏', { position: 0 })]
  expect(treeOf(terms).map(({ term: { name }, depth }) => [name, depth])).toEqual([
    ['公示栏', 0],
    ['官网', 0],
    ['通知', 1],
  ])
  expect([...within(terms, 1)]).toEqual([1, 2])
})

test('periods are saved in their order, and a fault is told at its row', async () => {
  const { requests } = await show(
    SettingsPage,
    { set_periods: ({ periods }) => periods },
    { at: '/settings?section=periods' },
  )
  await user.click(await screen.findByTestId('add-lastYear'))
  await user.clear(screen.getByTestId('period-row-to'))
  await user.type(screen.getByTestId('period-row-to'), '2023-02-30')
  expect(screen.getByTestId('period-row').textContent).toContain('核对有没有这一天')
  expect((screen.getByTestId('periods-save') as HTMLButtonElement).disabled).toBe(true)
  await user.clear(screen.getByTestId('period-row-from'))
  await user.type(screen.getByTestId('period-row-from'), '2023年2月1日')
  await user.clear(screen.getByTestId('period-row-to'))
  await user.type(screen.getByTestId('period-row-to'), '2023-11-20')
  await user.clear(screen.getByTestId('period-name'))
  await user.type(screen.getByTestId('period-name'), '2023年以来')
  await user.click(screen.getByTestId('periods-save'))
  await waitFor(() =>
    expect(requests('set_periods')).toEqual([
      { periods: [{ name: '2023年以来', from: '2023-02-01', to: '2023-11-20' }] },
    ]),
  )
})

test('a third party stops the clock once that is ticked, with the article beside it', async () => {
  const limits = { answer_days: 15, extension_days: 0, publish_days: 20, consultation_days: 10 }
  const { requests } = await show(
    SettingsPage,
    { rules: () => ({ ...limits, third_party_stops: false }), set_rules: (rules) => rules },
    { at: '/settings?section=rules' },
  )
  const stops = (await screen.findByTestId('rule-third_party_stops')) as HTMLInputElement
  expect(stops.checked).toBe(false)
  expect(document.getElementById('rule-third-party-hint')?.textContent).toContain('《政府信息公开条例》第三十三条')
  await user.click(stops)
  await user.click(screen.getByTestId('rules-save'))
  await waitFor(() => expect(requests('set_rules')).toEqual([{ ...limits, third_party_stops: true }]))
})

test('the proof says in words what is wrong', async () => {
  await show(
    SettingsPage,
    {
      verify: () => ({
        ok: false,
        checks: [
          { check: 'file', ok: true, detail: '' },
          { check: 'records', ok: false, detail: 'publication-3 与变更记录不符' },
        ],
      }),
    },
    { at: '/settings?section=care' },
  )
  await user.click(await screen.findByTestId('verify'))
  const checks = await screen.findAllByTestId('check')
  expect(checks.map((check) => check.textContent?.replace(/\s+/g, ''))).toEqual([
    '文件封签通过',
    '登记记录有问题publication-3与变更记录不符',
  ])
  expect(screen.getByTestId('verified').textContent).toContain('核验发现问题')
})

test('the institution gets its new name', async () => {
  const { requests } = await show(SettingsPage, { rename_institution: () => null }, { at: '/settings' })
  const name = await screen.findByTestId('institution-name')
  await user.clear(name)
  await user.type(name, '某某职业大学{Enter}')
  await waitFor(() => expect(requests('rename_institution')).toEqual([{ name: '某某职业大学' }]))
})

test('periods that are not saved wait while another section is looked at, and may be dropped', async () => {
  const { router } = await show(SettingsPage, {}, { at: '/settings?section=periods' })
  const before = screen.queryAllByTestId('period-row').length
  await user.click(await screen.findByTestId('add-lastYear'))
  await router.push('/settings?section=about')
  await waitFor(() => expect(screen.queryByTestId('periods-save')).toBeNull())
  await router.push('/settings?section=periods')
  await waitFor(() => expect(screen.queryAllByTestId('period-row').length).toBe(before + 1))
  expect(screen.getByTestId('periods-unsaved').textContent).toContain('已恢复上次未保存的内容')
  await user.click(screen.getByTestId('periods-revert'))
  await waitFor(() => expect(screen.queryByTestId('periods-unsaved')).toBeNull())
  expect(screen.queryAllByTestId('period-row').length).toBe(before)
})

test('what was typed in the settings is there again after a restart, each at its place', async () => {
  const drafts = () => ({
    'settings/institution': '"某某职业大学"',
    'settings/term': '"招生就业处"',
    'term/1': '{"name":"学生工作部","note":"","parent":0}',
    'settings/rules':
      '{"answer_days":"十五","extension_days":"0","publish_days":"20","consultation_days":"10","stops":false}',
  })
  const rules = () => ({
    answer_days: 15,
    extension_days: 0,
    publish_days: 20,
    consultation_days: 10,
    third_party_stops: false,
  })
  const value = (id: string) => (screen.getByTestId(id) as HTMLInputElement).value
  const { router } = await show(SettingsPage, { ...words, rules, drafts }, { at: '/settings' })
  await screen.findByTestId('institution-unsaved')
  expect(value('institution-name')).toBe('某某职业大学')
  await user.click(screen.getByTestId('institution-revert'))
  await waitFor(() => expect(value('institution-name')).toBe('某职业技术学院'))
  expect(screen.queryByTestId('institution-unsaved')).toBeNull()
  await router.push('/settings?section=terms')
  await screen.findByTestId('term-new-unsaved')
  expect(value('term-new')).toBe('招生就业处')
  await user.click((await screen.findAllByTestId('term-open'))[0] as HTMLElement)
  await screen.findByTestId('term-unsaved')
  expect(value('term-name')).toBe('学生工作部')
  await router.push('/settings?section=rules')
  await screen.findByTestId('rules-unsaved')
  expect(value('rule-answer_days')).toBe('十五')
  expect(screen.getByTestId<HTMLButtonElement>('rules-save').disabled).toBe(true)
})

test('a name that is pasted too long is not cut: it is told, and waits to be shortened', async () => {
  await openTerm(0)
  const name = screen.getByTestId('term-name') as HTMLInputElement
  await user.clear(name)
  name.focus()
  await user.paste('处'.repeat(103))
  expect(name.value).toHaveLength(103)
  expect(screen.getByTestId('too-long').textContent).toContain('超出 3 字')
  expect((screen.getByTestId('term-rename') as HTMLButtonElement).disabled).toBe(true)
})

test('every vocabulary that was chosen last is chosen again', async () => {
  localStorage.setItem('sunreg.vocabulary', 'unit')
  const { requests } = await show(SettingsPage, words, { at: '/settings?section=terms' })
  await waitFor(() => expect(requests('term_counts')).toEqual([{ dimension: 'unit' }]))
  localStorage.clear()
})
