// The page of departments: the table, the pane of one, numbers that open their records, the export.
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { tellChanged } from '@/app/changed'
import { type Answers, show } from '@/app/testing/core'
import { period } from '@/shared/period'
import DepartmentsPage from './DepartmentsPage.vue'
import { academic, card } from './testing'

const cards = [
  card(1, {
    name: '教务处',
    head: '张三',
    scores: { published: 5, late: 1, on_time: 3 },
    on_time_share: 75,
    duties: { published: 1, stale: 0, missing: 1, not_applicable: 1, percent: 50 },
  }),
  card(2, { name: '财务处', scores: { published: 9 } }),
]
const item = (id: number, name: string, parent: number | null = null) => ({
  id,
  dimension: 'list_item',
  name,
  parent,
  position: id,
  retired: false,
  note: '',
})
const answers: Answers = {
  scorecards: () => ({ departments: cards, unassigned: 4, limit: 20 }),
  department: () => academic,
  department_history: () => [
    {
      seq: 3,
      at: '2023-11-20T09:30:00',
      who: '李明',
      operation: 'department.set',
      before: null,
      after: { department: 1, head: '张三', officer: '', telephone: '', duties: [11] },
    },
  ],
  terms: () => [item(10, '基本信息'), item(11, '学校章程', 10), item(12, '年度报告', 10)],
  score_records: () => ({
    total: 1,
    records: [{ id: 'publication-7', thing: 'publication', title: '晚一天', date: '2023-10-28', quantity: 1 }],
  }),
  set_department: (department) => ({ department, warnings: [] }),
  persons: () => [{ id: 5, name: '王丽', department: 1, active: true }],
}

const page = (more: Answers = {}, at = '/departments') => show(DepartmentsPage, { ...answers, ...more }, { at })
const names = () => screen.getAllByTestId('department-open').map((name) => name.textContent?.trim())

test('each department has a row with its numbers, zero among them, and any column sorts', async () => {
  await page()
  const rows = await screen.findAllByTestId('department-row')
  expect(
    within(rows[0] as HTMLElement)
      .getByTestId('department-duties')
      .textContent?.trim(),
  ).toBe('1/2')
  expect(
    within(rows[1] as HTMLElement)
      .getByTestId('department-late')
      .textContent?.trim(),
  ).toBe('0')
  expect(
    within(rows[1] as HTMLElement)
      .getByTestId('department-share')
      .textContent?.trim(),
  ).toBe('—')
  expect(names()).toEqual(['教务处', '财务处'])
  const sort = screen.getByTestId('departments-sort-published')
  await fireEvent.click(sort)
  expect(names()).toEqual(['财务处', '教务处'])
  expect(sort.closest('th')?.getAttribute('aria-sort')).toBe('descending')
})

test('a number of the scorecard opens its records, and Esc leads back to it', async () => {
  const { requests } = await page({}, '/departments?department=1')
  await fireEvent.click(await screen.findByTestId('score-late'))
  await screen.findByText('晚一天')
  expect(requests('score_records')[0]).toEqual({ department: 1, score: 'late', ...period.value, offset: 0, limit: 100 })
  await fireEvent.keyDown(screen.getByTestId('records-behind'), { key: 'Escape' })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('score-late')))
})

test('Esc while an input method composes closes nothing, and what was typed stays', async () => {
  await page({}, '/departments?department=1')
  const choose = await screen.findByTestId('duties-choose')
  await fireEvent.click(choose)
  const head = () => screen.getByTestId<HTMLInputElement>('line-head')
  await fireEvent.update(head(), '王')
  for (const how of [{ isComposing: true }, { keyCode: 229 }])
    for (const control of [head(), screen.getByTestId('duties-save')])
      await fireEvent.keyDown(control, { key: 'Escape', ...how })
  expect(screen.getByTestId('duty-picker')).toBeTruthy()
  expect(head().value).toBe('王')
  await fireEvent.keyDown(screen.getByTestId('duties-save'), { key: 'Escape' })
  await waitFor(() => expect(screen.queryByTestId('duty-picker')).toBeNull())
  await fireEvent.keyDown(head(), { key: 'Escape' })
  await waitFor(() => expect(screen.queryByTestId('department-pane')).toBeNull())
})

test('what the core says of a name stands at its field, and what was typed stays', async () => {
  const said = { field: 'head', code: 'several_names', zh: '“第一责任人”填的像是多人的姓名。', en: 'Several names.' }
  const kept = { ...academic.department, head: '张三、李四' }
  const { requests } = await page(
    {
      set_department: () => ({ department: kept, warnings: [said] }),
      department: (
        (asked = 0) =>
        () =>
          asked++ ? { ...academic, department: kept } : academic
      )(),
    },
    '/departments?department=1',
  )
  await fireEvent.update(await screen.findByTestId('line-head'), '张三、李四')
  await fireEvent.click(screen.getByTestId('department-save'))
  await waitFor(() => expect(screen.getByTestId('said-head').textContent).toContain('像是多人'))
  expect(requests('set_department')[0]).toEqual({ ...academic.department, head: '张三、李四' })
  expect((screen.getByTestId('line-head') as HTMLInputElement).value).toBe('张三、李四')
})

test('duties are chosen in their tree, a category at a time, and the others of the department stay', async () => {
  const { requests } = await page({}, '/departments?department=1')
  expect((await screen.findByTestId('duty')).textContent).toContain('2 条')
  await fireEvent.click(screen.getByTestId('duties-choose'))
  const choices = screen.getAllByTestId('duty-choice') as HTMLInputElement[]
  expect(choices.map((choice) => choice.checked)).toEqual([true, false])
  await fireEvent.click(screen.getByText('全选'))
  await fireEvent.click(screen.getByTestId('duties-save'))
  await waitFor(() => expect(requests('set_department')[0]).toEqual({ ...academic.department, duties: [11, 12] }))
  await waitFor(() => expect(screen.queryByTestId('duty-picker')).toBeNull())
})

test('what was typed and is not saved outlives the saving of duties', async () => {
  await page({}, '/departments?department=1')
  await fireEvent.update(await screen.findByTestId('line-officer'), '李四')
  await fireEvent.click(screen.getByTestId('duties-choose'))
  await fireEvent.click(screen.getByTestId('duties-save'))
  await waitFor(() => expect(screen.queryByTestId('duty-picker')).toBeNull())
  expect((screen.getByTestId('line-officer') as HTMLInputElement).value).toBe('李四')
})

test('what was typed of a department is there again after another one and after its records', async () => {
  const finance = { ...academic, department: { ...academic.department, department: 2, head: '赵六' }, name: '财务处' }
  const { requests } = await page(
    { department: ({ id }) => (id === 2 ? finance : academic) },
    '/departments?department=1',
  )
  const head = () => (screen.getByTestId('line-head') as HTMLInputElement).value
  await fireEvent.update(await screen.findByTestId('line-head'), '李四')
  expect(screen.getByTestId('department-unsaved').textContent).toContain('未保存')
  await fireEvent.click(screen.getAllByTestId('department-open')[1] as HTMLElement)
  await waitFor(() => expect(head()).toBe('赵六'))
  expect(screen.queryByTestId('department-unsaved')).toBeNull()
  await fireEvent.click(screen.getAllByTestId('department-open')[0] as HTMLElement)
  await waitFor(() => expect(head()).toBe('李四'))
  await fireEvent.click(screen.getByTestId('score-late'))
  await fireEvent.keyDown(await screen.findByTestId('records-behind'), { key: 'Escape' })
  await waitFor(() => expect(head()).toBe('李四'))
  await fireEvent.click(screen.getByTestId('department-save'))
  await waitFor(() => expect(requests('set_department')).toEqual([{ ...academic.department, head: '李四' }]))
})

test('what was typed of a department, its duties and a person is there again after a restart, with a line that says so', async () => {
  const drafts = () => ({
    'department/1': '{"head":"李四"}',
    'duties/1': '[11,12]',
    person: '{"id":0,"name":"赵","department":2}',
  })
  const { router } = await page({ drafts }, '/departments?department=1')
  const value = (id: string) => (screen.getByTestId(id) as HTMLInputElement).value
  await waitFor(() => expect(screen.getByTestId('department-unsaved').textContent).toContain('已恢复'))
  expect(value('line-head')).toBe('李四')
  await fireEvent.click(screen.getByTestId('duties-choose'))
  await screen.findByTestId('duties-unsaved')
  const chosen = () => screen.getAllByTestId('duty-choice').map((choice) => (choice as HTMLInputElement).checked)
  expect(chosen()).toEqual([true, true])
  await fireEvent.click(screen.getByTestId('duties-revert'))
  await waitFor(() => expect(chosen()).toEqual([true, false]))
  await router.push('/departments?persons=1')
  await screen.findByTestId('person-unsaved')
  expect(value('line-name')).toBe('赵')
  expect(value('person-department')).toBe('2')
})

test('what is logged beside the page is counted in its table, its pane and the records behind a number', async () => {
  const { requests } = await page({}, '/departments?department=1')
  await screen.findByTestId('line-head')
  tellChanged()
  await waitFor(() => expect(requests('scorecards')).toHaveLength(2))
  await waitFor(() => expect(requests('department')).toHaveLength(2))
  await fireEvent.click(screen.getByTestId('score-late'))
  await screen.findByText('晚一天')
  tellChanged()
  await waitFor(() => expect(requests('score_records')).toHaveLength(2))
})

test('what is overdue leads to its records, and late items to theirs', async () => {
  const overdue = [
    {
      thing: 'reply' as const,
      id: 'reply-3',
      title: '食堂价格',
      since: '2023-03-01',
      department: 1,
      standing: 'overdue' as const,
      due: '2023-03-08',
      provisional: false,
      left: -9,
    },
  ]
  const { requests } = await page({ department: () => ({ ...academic, overdue }) }, '/departments?department=1')
  const row = await screen.findByTestId('department-overdue')
  expect(row.textContent).toContain('已超 9 个工作日')
  expect(row.querySelector('a')?.getAttribute('href')).toBe('/registers/reply?record=reply-3')
  expect(screen.getByTestId('late-duties').textContent).toContain('1 项应公开事项')
  expect(screen.getByTestId('duties-done').textContent).toBe('2 项中已公开 1 项，另有 1 项不涉及')
  expect(screen.getByTestId('duty').textContent).toContain('已公开')
  await fireEvent.click(screen.getByTestId('late-late'))
  await screen.findByText('晚一天')
  expect(requests('score_records')[0]).toMatchObject({ department: 1, score: 'late' })
})

test('a department without anything late says so', async () => {
  await page({}, '/departments?department=2')
  expect((await screen.findByTestId('department-lateness')).textContent).toBe('没有逾期事项。')
})

test('the history tells what was changed, with the names of the duties', async () => {
  await page({}, '/departments?department=1')
  const history = await screen.findByTestId('department-history')
  expect(history.textContent).toContain('李明')
  expect(history.textContent).toContain('学校章程')
})

test('items that name no department are told and open', async () => {
  const { requests } = await page()
  await fireEvent.click(await screen.findByTestId('unassigned'))
  await screen.findByText('晚一天')
  expect(requests('score_records')[0]).toMatchObject({ department: null, score: 'published' })
})

test('the export writes names only where that is asked for', async () => {
  const { requests } = await page({
    save_file: () => '/桌面/考核.xlsx',
    export_scorecards: () => ({ path: '/桌面/考核.xlsx', rows: 2 }),
  })
  await fireEvent.click(await screen.findByTestId('export-scorecards'))
  await fireEvent.click(screen.getByTestId('export-names'))
  await fireEvent.click(screen.getByTestId('export-save'))
  await waitFor(() =>
    expect(requests('export_scorecards')[0]).toEqual({ ...period.value, xlsx: '/桌面/考核.xlsx', names: true }),
  )
})

test('a person is added, told no longer to act, and is offered again', async () => {
  const { requests } = await page(
    {
      add_person: ({ name }) => ({ person: { id: 6, name, department: 2, active: true }, warnings: [] }),
      edit_person: (person) => ({ person, warnings: [] }),
    },
    '/departments?persons=1',
  )
  await screen.findByTestId('person')
  await fireEvent.update(screen.getByTestId('line-name'), '李明')
  await fireEvent.keyDown(screen.getByTestId('line-name'), { key: 'Escape', isComposing: true })
  await fireEvent.update(screen.getByTestId('person-department'), '2')
  await fireEvent.click(screen.getByTestId('person-save'))
  await waitFor(() => expect(requests('add_person')[0]).toEqual({ name: '李明', department: 2 }))
  await fireEvent.click(screen.getByTestId('person-turn'))
  await waitFor(() => expect(requests('edit_person')[0]).toEqual({ id: 5, name: '王丽', department: 1, active: false }))
})

test('where nobody may act yet, the pane says what to do', async () => {
  await page({ persons: () => [] }, '/departments?persons=1')
  expect((await screen.findByTestId('persons-none')).textContent).toContain('请填写姓名后添加')
})

test('a register without departments says what to do', async () => {
  await page({ scorecards: () => ({ departments: [], unassigned: 0, limit: 20 }) })
  expect((await screen.findByTestId('empty')).textContent).toContain('词表')
})
