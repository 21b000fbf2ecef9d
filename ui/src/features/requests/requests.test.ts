// The register of requests: due dates beside its rows, the list of what is due, the form that knows its outcome.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { ListRequest, RecordClock } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import RecordForm from '@/features/records/form/RecordForm.vue'
import { forgetListings } from '@/features/records/listing'
import RegisterPage from '@/features/records/RegisterPage.vue'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { due, requestTerms, requestThing } from './testing'

const user = userEvent.setup({ delay: null })

beforeEach(() => {
  localStorage.clear()
  forgetListings()
  forgetVocabulary()
})

const listed = (id: string, clock: RecordClock | null = null) => ({
  id,
  title: id,
  values: { received_on: '2026-03-02', content: id },
  named: {},
  withdrawn: null,
  corrected: false,
  clock,
})
const { standing: overdue, due: day, provisional, left } = due('request-1')
const standing: Answers = {
  things: () => [requestThing],
  terms: () => requestTerms,
  list_records: () => ({
    total: 2,
    records: [
      listed('request-1', { state: 'waiting', standing: overdue, due: day, provisional, left }),
      listed('request-2'),
    ],
  }),
  due_list: () => [
    due('request-1'),
    due('request-3', { standing: 'due_soon', left: 3 }),
    due('request-4', { standing: 'running', left: 9 }),
  ],
}

async function showRequests(at = '/registers/request') {
  const page = await show(RegisterPage, standing, { props: { thing: 'request' }, at })
  await screen.findAllByTestId('list-row')
  return { ...page, last: () => page.requests('list_records').at(-1) as unknown as ListRequest }
}

test('the list says what is left until the answer is due, and asks for nothing else', async () => {
  const { requests } = await showRequests()
  await waitFor(() => expect(screen.getAllByTestId('due')[0]?.textContent).toContain('03-23　已超 2 个工作日'))
  expect(screen.getAllByTestId('due')[1]?.textContent).toBe('')
  expect(screen.getByTestId('head-due').textContent).toBe('办理期限')
  expect(requests('due_list')).toHaveLength(0)
})

test('another register is narrowed to what is due', async () => {
  const notice = { ...requestThing, thing: 'notice', fields: requestThing.fields.slice(0, 3) }
  const dues = [due('notice-1', { thing: 'notice', standing: 'ended', left: -4 })]
  const { requests } = await show(
    RegisterPage,
    { ...standing, things: () => [notice], due_list: () => dues },
    { props: { thing: 'notice' }, at: '/registers/notice?want=ended' },
  )
  await screen.findAllByTestId('list-row')
  expect(requests('list_records').at(-1)).toMatchObject({ ids: ['notice-1'], standing: 'in_force' })
  expect(requests('due_list').every(({ thing }) => thing === 'notice')).toBe(true)
  expect(screen.getByTestId('head-due')).toBeTruthy()
  expect(screen.getByTestId('filter-ended').textContent?.trim()).toBe('期满待登记结果')
})

test('problems are narrowed to those that are not solved, or to those that are', async () => {
  const problem = { ...requestThing, thing: 'problem', fields: requestThing.fields.slice(0, 3) }
  const { requests } = await show(
    RegisterPage,
    { ...standing, things: () => [problem] },
    { props: { thing: 'problem' }, at: '/registers/problem' },
  )
  await screen.findAllByTestId('list-row')
  const asked = (any: unknown) => expect.objectContaining({ filters: [{ field: 'solved_on', any }] })
  await user.click(screen.getByTestId('filter-done'))
  await waitFor(() => expect(requests('list_records').at(-1)).toEqual(asked([true])))
  expect(screen.getByTestId('filter-done').textContent?.trim()).toBe('已整改')
  await user.click(screen.getByTestId('filter-unanswered'))
  await waitFor(() => expect(requests('list_records').at(-1)).toEqual(asked([null])))
  expect(screen.getByTestId('filter-done').getAttribute('aria-pressed')).toBe('false')
  await user.click(screen.getByTestId('filter-unanswered'))
  await waitFor(() => expect(requests('list_records').at(-1)).not.toHaveProperty('filters'))
})

test('an answered request says how long it took', async () => {
  const answered = listed('request-9', { state: 'handled', took: 4, late: false, over: 0 })
  const values = { ...answered.values, replied_on: '2026-03-06' }
  const list_records = () => ({ total: 1, records: [{ ...answered, values }] })
  await show(RegisterPage, { ...standing, list_records }, { props: { thing: 'request' }, at: '/registers/request' })
  await waitFor(() => expect(screen.getByTestId('due').textContent).toContain('已答复，用时 4 个工作日'))
})

test.each([
  ['overdue', ['request-1']],
  ['due_soon', ['request-3']],
])('%s lists those requests alone, whatever the period', async (want, ids) => {
  const { last } = await showRequests(`/registers/request?want=${want}`)
  expect(last()).toMatchObject({ ids, standing: 'in_force' })
  expect(last().period).toBeUndefined()
  expect(screen.getByTestId(`filter-${want}`).getAttribute('aria-pressed')).toBe('true')
  await user.click(screen.getByTestId(`filter-${want}`))
  await waitFor(() => expect(last().ids).toBeUndefined())
  expect(last().period).toBeDefined()
})

async function openForm(values: Record<string, unknown>) {
  const record = {
    id: 'request-1',
    thing: 'request',
    values,
    named: {},
    derived: [],
    named_by: [],
    withdrawn: null,
    taken_back: false,
    origin: null,
  }
  await show(
    RecordForm,
    {
      ...standing,
      check_record: () => ({ values: {}, refusals: [], warnings: [], similar: [] }),
      outcome_proposals: () => [
        { outcome: 1, refusal_ground: null, clarified: false, gov_outcome: 4 },
        { outcome: 2, refusal_ground: 3, clarified: false, gov_outcome: 5 },
      ],
    },
    { props: { thing: 'request', record } },
  )
  await screen.findByTestId('form-received_on')
}

const control = (key: string) => screen.getByTestId(`form-${key}`).querySelector('input') as HTMLInputElement

test('the row of the government form is proposed by the outcome where none is chosen', async () => {
  await openForm({ received_on: '2026-03-02', outcome: 1 })
  await waitFor(() => expect(control('gov_outcome').placeholder).toBe('按答复类型：予以公开'))
  expect(screen.queryByTestId('form-refusal_ground')).toBeNull()
})

test('a refusal asks for its ground, which is part of the proposal', async () => {
  await openForm({ received_on: '2026-03-02', outcome: 2, refusal_ground: 3 })
  expect(screen.getByTestId('form-refusal_ground').textContent).toContain('必填')
  await waitFor(() => expect(control('gov_outcome').placeholder).toBe('按答复类型：不予公开：属于国家秘密'))
})

test('a ground that stands without a refusal stays in sight, and is asked for no more', async () => {
  await openForm({ received_on: '2026-03-02', outcome: 1, refusal_ground: 3 })
  expect(screen.getByTestId('form-refusal_ground').textContent).not.toContain('必填')
})

test('fields stand in their groups; what comes later is folded away in its place', async () => {
  await openForm({ received_on: '2026-03-02', outcome: 1 })
  const groups = () => [...document.querySelectorAll('.group')].map((group) => group.textContent)
  expect(groups()).toEqual(['申请', '办理', '答复'])
  await user.click(screen.getByTestId('form-more'))
  expect(groups()).toEqual(['申请', '办理', '答复', '费用'])
  const order = [...document.querySelectorAll('[data-testid^="form-"].field')].map((field) =>
    field.getAttribute('data-testid'),
  )
  expect(order.indexOf('form-clarify_asked_on')).toBeLessThan(order.indexOf('form-replied_on'))
})
