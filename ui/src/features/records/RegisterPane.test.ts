// Beside a register's list: the open record, what is done with it, the form, and what the address asks for.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test, vi } from 'vitest'
import { drop, hover } from '@/app/testing/drop'
import { closeNotice, notice } from '@/shared/notice'
import { setPeriod } from '@/shared/period'
import { forgetListings } from './listing'
import { listed, showRegister, two, view } from './testing'
import { forgetVocabulary } from './vocabulary'

// The form has tests of its own; here only what it is given and what it tells matter.
vi.mock('./form/RecordForm.vue', async () => {
  const { h } = await import('vue')
  return {
    default: {
      props: ['thing', 'record', 'initial', 'leftover', 'draft', 'files'],
      emits: ['saved', 'kept', 'close'],
      setup: (props: object, { emit }: { emit: (name: string, ...given: unknown[]) => void }) => {
        const saved = { record: { id: 'publication-9' }, also: [], warnings: [], same_as: [] }
        const button = (name: string, act: () => void) => h('button', { 'data-testid': name, onClick: act }, name)
        return () =>
          h('form', { 'data-testid': 'form', onSubmit: (event: Event) => event.preventDefault() }, [
            h('output', JSON.stringify(props)),
            button('save', () => emit('saved', saved, false)),
            button('save-next', () => emit('saved', saved, true)),
            button('kept', () => emit('kept', 'publication/new')),
            button('form-close', () => emit('close')),
          ])
      },
    },
  }
})

const user = userEvent.setup()

beforeEach(() => {
  localStorage.clear()
  closeNotice()
  forgetListings()
  forgetVocabulary()
  setPeriod({ from: '2023-01-01', to: '2023-12-31' })
})

const openFirst = async () => user.click((await screen.findAllByTestId('list-row'))[0] as HTMLElement)
const given = async () => JSON.parse((await screen.findByTestId('form')).querySelector('output')?.textContent ?? '')
const origin = { batch: 'import-1', file: '台账.xlsx', sheet: '主动公开', row: 9, imported_at: '2023-11-20T09:30:00' }

test('a record shows all its fields, and says which are empty', async () => {
  await showRegister({ record: () => view({ values: { title: '招生章程', kind: 1, is_public: true } }) })
  await openFirst()
  const detail = await screen.findByTestId('record-detail')
  expect(within(detail).getByTestId('field-kind').textContent).toBe('新闻报道')
  expect(within(detail).getByTestId('field-is_public').textContent).toBe('是')
  expect(within(detail).queryByTestId('field-channels')).toBeNull()
  expect(within(detail).getAllByText('未填写')).toHaveLength(2)
})

test('the tabs are walked by arrows; origin tells the row and the cells that were put right', async () => {
  const corrected = [{ column: '公开日期', before: '2023年2月30日', after: '2023-02-28' }]
  await showRegister({
    record: () =>
      view({ values: { title: '招生章程', link: 'https://example.edu/<b>' }, origin: { ...origin, corrected } }),
  })
  await openFirst()
  const tab = await screen.findByTestId('tab-fields')
  tab.focus()
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  const next = screen.getByTestId('tab-origin')
  await waitFor(() => expect(next.getAttribute('aria-selected')).toBe('true'))
  expect(document.activeElement).toBe(next)
  expect((await screen.findByTestId('record-origin')).textContent).toBe('台账.xlsx，工作表“主动公开”第 9 行')
  expect(screen.getByTestId('record-corrected').textContent).toContain('2023年2月30日')
  expect(screen.getByTestId('record-link').textContent).toBe('https://example.edu/<b>')
  expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(next.id)
  await user.keyboard('{End}')
  await waitFor(() => expect(screen.getByTestId('tab-counted').getAttribute('aria-selected')).toBe('true'))
})

test('what was typed says by whom and when, and the history what was changed', async () => {
  const logged = {
    seq: 1,
    at: '2023-11-20T09:30:00',
    who: '王敏',
    operation: 'record.log',
    part: 'record',
    before: null,
    after: { title: '章程' },
  }
  const edited = {
    ...logged,
    seq: 2,
    operation: 'record.edit',
    before: { title: '章程' },
    after: { title: '招生章程' },
  }
  const { requests } = await showRegister({ history: () => [logged, edited] })
  await openFirst()
  await screen.findByTestId('record-detail')
  expect(requests('history')).toEqual([])
  await user.click(screen.getByTestId('tab-origin'))
  await waitFor(() => expect(screen.getByTestId('record-origin').textContent).toContain('由 王敏 于 2023-11-20 09:30'))
  await user.click(screen.getByTestId('tab-history'))
  expect((await screen.findAllByTestId('history-entry'))[1]?.textContent).toMatch(/信息名称：\s*章程\s*→\s*招生章程/)
})

test('the figures that count a record open from it, and of the others it says why they do not', async () => {
  const web = { figure: 'web', label: '学校官网', unit: '条', of_register: true, quantity: 1, why_not: null }
  const board = {
    ...web,
    figure: 'board',
    label: '公示栏',
    quantity: null,
    why_not: '公开渠道为“学校官网”，本项只统计“公示栏”。',
  }
  const meetings = { ...web, figure: 'm_party', of_register: false, quantity: null, why_not: '本项统计的是会议。' }
  let counted: unknown[] = [web, board, meetings]
  const { router, requests } = await showRegister({ figures_of_record: () => counted })
  await openFirst()
  await user.click(await screen.findByTestId('tab-counted'))
  const link = await screen.findByTestId('counted-web')
  expect(link.closest('li')?.textContent).toContain('1 条')
  expect(screen.getByTestId('why-not-board').textContent).toContain('本项只统计“公示栏”')
  expect(screen.queryByTestId('why-not-m_party')).toBeNull()
  counted = [{ ...web, quantity: null, why_not: '公开日期为2023年3月1日，不在统计期间内。' }]
  setPeriod({ from: '2022-01-01', to: '2022-12-31' })
  await screen.findByText(/没有哪项统计计入这条记录/)
  expect(requests('figures_of_record').at(-1)).toEqual({ id: 'publication-1', from: '2022-01-01', to: '2022-12-31' })
  counted = [web]
  setPeriod({ from: '2023-01-01', to: '2023-12-31' })
  await user.click(await screen.findByTestId('counted-web'))
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/figures?figure=web'))
})

test('a record is withdrawn only with a reason', async () => {
  let withdrawn: string | null = null
  const { requests, lists } = await showRegister({
    record: () => view({ withdrawn }),
    withdraw_record: ({ reason }) => {
      withdrawn = String(reason)
      return view({ withdrawn })
    },
  })
  await openFirst()
  await user.click(await screen.findByTestId('record-withdraw'))
  expect(screen.getByTestId('withdraw-form').textContent).toContain('不再计入任何统计')
  await user.type(screen.getByTestId('withdraw-reason'), '  ')
  await user.click(screen.getByTestId('withdraw-do'))
  await screen.findByText('请写明作废原因。')
  expect(requests('withdraw_record')).toEqual([])
  await user.type(screen.getByTestId('withdraw-reason'), '重复登记')
  const asked = lists().length
  await user.click(screen.getByTestId('withdraw-do'))
  expect((await screen.findByTestId('record-withdrawn')).textContent).toContain('重复登记')
  expect(requests('withdraw_record')).toEqual([{ id: 'publication-1', reason: '重复登记' }])
  expect(lists()).toHaveLength(asked + 1)
  expect(screen.queryByTestId('record-edit')).toBeNull()
  expect(screen.queryByTestId('record-withdraw')).toBeNull()
})

test('a reply is withdrawn with the case file that was made from it, unless that is unticked', async () => {
  const derived = [{ id: 'case_file-3', thing: 'case_file' as const, title: '反映公开不及时' }]
  const { requests } = await showRegister({
    record: () => view({ derived }),
    withdraw_record: () => Promise.reject({ code: 'store', zh: '数据库操作失败。', en: 'Failed.' }),
  })
  await openFirst()
  expect((await screen.findByTestId('field-derived')).querySelector('a')?.getAttribute('href')).toContain('case_file-3')
  await user.click(await screen.findByTestId('record-withdraw'))
  expect(screen.getByTestId('withdraw-form').textContent).toContain('案件：反映公开不及时')
  await user.type(screen.getByTestId('withdraw-reason'), '误登')
  await user.click(screen.getByTestId('withdraw-do'))
  await screen.findByTestId('error')
  await user.click(screen.getByTestId('withdraw-also'))
  await user.click(screen.getByTestId('withdraw-do'))
  await waitFor(() => expect(requests('withdraw_record').map(({ also }) => also)).toEqual([true, false]))
  await user.click(screen.getByTestId('withdraw-cancel'))
})

test('a field that names another record leads to it by its title', async () => {
  await showRegister({
    record: () => view({ values: { title: 'reply-92' }, named: { title: '反映公开不及时' } }),
  })
  await openFirst()
  const link = (await screen.findByTestId('field-title')).querySelector('a')
  expect([link?.textContent, link?.getAttribute('href')]).toEqual(['反映公开不及时', expect.stringContaining('reply')])
})

test('a withdrawal that fails says why and keeps the reason', async () => {
  await showRegister({
    withdraw_record: () => Promise.reject({ code: 'store', zh: '数据库操作失败。', en: 'Failed.' }),
  })
  await openFirst()
  await user.click(await screen.findByTestId('record-withdraw'))
  await user.type(screen.getByTestId('withdraw-reason'), '重复登记')
  await user.click(screen.getByTestId('withdraw-do'))
  expect((await screen.findByTestId('error')).textContent).toContain('数据库操作失败。')
  expect((screen.getByTestId('withdraw-reason') as HTMLTextAreaElement).value).toBe('重复登记')
})

test('the pane leads to the next record and the one before', async () => {
  const { router } = await showRegister()
  await openFirst()
  expect(((await screen.findByTestId('record-before')) as HTMLButtonElement).disabled).toBe(true)
  await user.click(screen.getByTestId('record-after'))
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ record: 'publication-2' }))
  await waitFor(() => expect((screen.getByTestId('record-after') as HTMLButtonElement).disabled).toBe(true))
})

test('a copy begins with all values but the numbers that are unique', async () => {
  const values = { title: '招生章程', doc_number: '院发〔2023〕7号', index_number: 'A-7', kind: 1 }
  await showRegister({ record: () => view({ values }) })
  await openFirst()
  await user.click(await screen.findByTestId('record-duplicate'))
  expect(await given()).toEqual({ thing: 'publication', initial: { title: '招生章程', kind: 1 } })
})

test('editing gives the form the record, and closing leads back to its pane', async () => {
  await showRegister()
  await openFirst()
  await user.click(await screen.findByTestId('record-edit'))
  expect((await given()).record.id).toBe('publication-1')
  await user.click(screen.getByTestId('form-close'))
  const pane = await screen.findByTestId('record-pane')
  await waitFor(() => expect(document.activeElement).toBe(pane))
})

test('Ctrl+N opens the form; what is saved is shown in its pane', async () => {
  let total = 2
  const { router } = await showRegister({ list_records: () => ({ total: total++, records: two }) })
  await screen.findAllByTestId('list-row')
  await user.keyboard('{Control>}n{/Control}')
  expect(await given()).toEqual({ thing: 'publication' })
  await user.click(screen.getByTestId('save'))
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ record: 'publication-9' }))
  await screen.findByTestId('record-pane')
  expect(screen.queryByTestId('form')).toBeNull()
  expect(notice.value).toBeNull()
})

test('the form stays for the next entry, and a record that the list does not show is told', async () => {
  const { lists, router } = await showRegister()
  await screen.findAllByTestId('list-row')
  await user.click(screen.getByTestId('log'))
  await user.click(await screen.findByTestId('save-next'))
  await waitFor(() => expect(notice.value?.text).toContain('不在当前筛选范围内'))
  expect(screen.getByTestId('form')).toBeTruthy()
  notice.value?.action?.run()
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ record: 'publication-9' }))
  expect(lists().at(-1)?.period).toBeUndefined()
})

test('the address opens a record that is on another page, and keeps it', async () => {
  const { router, requests } = await showRegister({}, '/registers/publication?record=publication-700')
  await screen.findByTestId('record-detail')
  expect(requests('record')).toEqual([{ id: 'publication-700' }])
  expect(router.currentRoute.value.query).toEqual({ record: 'publication-700' })
})

test('files that are dropped where nothing is open begin a form, and where a record is open are its own', async () => {
  const { requests } = await showRegister({ attach_evidence: () => Promise.reject({ code: 'x', zh: '', en: '' }) })
  await screen.findAllByTestId('list-row')
  hover(true)
  expect((await screen.findByTestId('drop-hint')).textContent).toContain('登记一条')
  drop('D:\\通知.docx')
  expect(await given()).toEqual({ thing: 'publication', files: ['D:\\通知.docx'] })
  await user.click(screen.getByTestId('form-close'))
  await openFirst()
  await screen.findByTestId('record-detail')
  drop('D:\\照片.jpg')
  await waitFor(() => expect(requests('attach_evidence')).toHaveLength(1))
  expect(screen.queryByTestId('form')).toBeNull()
})

test('the address opens the form once', async () => {
  const { router } = await showRegister({}, '/registers/publication?new=1')
  await screen.findByTestId('form')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({}))
  expect(screen.getByTestId('form')).toBeTruthy()
})

test('the address asks for what wants attention, and for words in all years', async () => {
  const { last, lists, router } = await showRegister({}, '/registers/publication?want=unreviewed')
  await screen.findAllByTestId('list-row')
  expect(lists()).toHaveLength(1)
  expect(last()).toMatchObject({
    period: { from: '2023-01-01', to: '2023-12-31' },
    standing: 'in_force',
    filters: [
      { field: 'is_public', any: [true] },
      { field: 'secrecy_review', any: [null] },
    ],
  })
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({}))
  await router.push('/registers/publication?text=奖学金')
  await waitFor(() => expect(last()).toEqual({ thing: 'publication', text: '奖学金', offset: 0, limit: 100 }))
  await router.push('/registers/publication?want=unreviewed&term=7')
  await waitFor(() => expect(last()?.filters?.[1]).toEqual({ field: 'secrecy_review', any: [null, 7] }))
  await router.push('/registers/publication?want=undated')
  await waitFor(() => expect(last()?.filters).toEqual([{ field: 'published_on', any: [null] }]))
  expect(last()?.period).toBeUndefined()
})

test.each([
  ['in_force', [{ field: 'is_day_count', any: [false] }]],
  ['day_counts', [{ field: 'is_day_count', any: [true] }]],
  [
    'unanswered',
    [
      { field: 'is_day_count', any: [false] },
      { field: 'replied_on', any: [null] },
    ],
  ],
])('of replies %s are asked for without mixing cases and day counts', async (want, filters) => {
  const { last } = await showRegister(
    { list_records: () => ({ total: 1, records: [listed('reply-1', {})] }) },
    `/registers/reply?want=${want}`,
    { props: { thing: 'reply' } },
  )
  await waitFor(() => expect(last()).toMatchObject({ thing: 'reply', standing: 'in_force', filters }))
})

test('requests without an answer are asked for by their own date', async () => {
  const { last } = await showRegister(
    { list_records: () => ({ total: 1, records: [listed('request-1', {})] }) },
    '/registers/request?want=unanswered',
    { props: { thing: 'request' } },
  )
  await waitFor(() =>
    expect(last()).toMatchObject({ thing: 'request', filters: [{ field: 'replied_on', any: [null] }] }),
  )
})

test('a refused row begins a form, and the next one begins empty', async () => {
  const leftover = { id: 7, batch: 'import-1', file: '台账.xlsx', sheet: '主动公开', row: 43, thing: 'publication' }
  const values = { title: '招生章程' }
  await showRegister(
    { leftover: () => ({ ...leftover, values, cells: [], faults: [] }) },
    '/registers/publication?leftover=7',
  )
  expect(await given()).toMatchObject({ initial: values, leftover: { id: 7, row: 43 } })
  await user.click(screen.getByTestId('save-next'))
  await waitFor(async () => expect(await given()).toEqual({ thing: 'publication' }))
})

test('a refused row that was dealt with already is told', async () => {
  await showRegister({ leftover: () => null }, '/registers/publication?leftover=7')
  await waitFor(() => expect(notice.value?.text).toContain('已处理'))
  expect(screen.queryByTestId('form')).toBeNull()
})

test('a form that goes away leaves word of its draft, and the way back leads to it', async () => {
  const { router } = await showRegister()
  await user.click(await screen.findByTestId('log'))
  await user.click(await screen.findByTestId('kept'))
  expect(notice.value?.text).toContain('草稿')
  await openFirst()
  await screen.findByTestId('record-pane')
  notice.value?.action?.run()
  expect((await given()).draft).toBe('publication/new')
  expect(screen.queryByTestId('record-pane')).toBeNull()
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({}))
})

test('an edit that was left is gone on with by its address, over the record', async () => {
  await showRegister({}, '/registers/publication?draft=publication-1')
  expect((await given()).record.id).toBe('publication-1')
})

test('a record with unsaved changes says so, and leads back to them', async () => {
  await showRegister({ drafts: () => ({ 'publication-1': '{}' }) })
  await openFirst()
  await user.click(within(await screen.findByTestId('record-unsaved')).getByRole('button'))
  expect((await given()).record.id).toBe('publication-1')
})

test('a record that is opened by its address has the keyboard, and Escape closes it', async () => {
  const { router } = await showRegister()
  await screen.findAllByTestId('list-row')
  await router.push('/registers/publication?record=publication-1')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('record-pane')))
  // An input method has its own use for Esc.
  await fireEvent.keyDown(screen.getByTestId('record-pane'), { key: 'Escape', isComposing: true })
  expect(screen.getByTestId('record-pane')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByTestId('record-pane')).toBeNull())
})

test('a reason for withdrawal that was begun is there again and told, also after a restart, unless it was given up', async () => {
  const { requests } = await showRegister()
  await openFirst()
  const reason = () => screen.getByTestId('withdraw-reason') as HTMLTextAreaElement
  await user.click(await screen.findByTestId('record-withdraw'))
  await user.clear(reason())
  await user.type(reason(), '重复登记{Escape}')
  expect(notice.value?.text).toContain('原因暂留')
  await user.click(await screen.findByTestId('record-withdraw'))
  await waitFor(() => expect(reason().value).toBe('重复登记'))
  expect(screen.getByTestId('withdraw-unsaved').textContent).toContain('已恢复上次未保存的内容')
  expect(requests('write_draft').at(-1)).toMatchObject({ key: 'withdraw/publication-1', draft: '"重复登记"' })
  await user.click(screen.getByTestId('withdraw-cancel'))
  await user.click(await screen.findByTestId('record-withdraw'))
  expect(reason().value).toBe('')
  await waitFor(() =>
    expect(requests('write_draft').at(-1)).toMatchObject({ key: 'withdraw/publication-1', draft: null }),
  )
})
