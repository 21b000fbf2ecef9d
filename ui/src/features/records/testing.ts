// For tests: a small register of publications behind the pages, and the pages over it.
import type { ListedRecord, ListRequest, RecordView, Term, Value } from '@/api/bindings'
import { type Answers, type Shown, show } from '@/app/testing/core'
import RegisterPage from './RegisterPage.vue'

export const listed = (id: string, values: Record<string, Value>, withdrawn: string | null = null): ListedRecord => ({
  id,
  title: String(values.title ?? ''),
  values,
  withdrawn,
  named: {},
  corrected: false,
  clock: null,
})

export const two = [
  listed('publication-1', {
    title: '招生章程',
    published_on: '2023-05-06',
    kind: 1,
    channels: [2, 3],
    is_public: true,
  }),
  listed('publication-2', { title: '毕业典礼', published_on: '2023-06-20', kind: 1, is_public: true }, '重复登记'),
]

export const view = (given: Partial<RecordView> = {}): RecordView => ({
  id: 'publication-1',
  thing: 'publication',
  values: two[0]?.values ?? {},
  withdrawn: null,
  taken_back: false,
  origin: null,
  named: {},
  derived: [],
  named_by: [],
  clock: null,
  ...given,
})

export const term = (id: number, dimension: Term['dimension'], name: string, more: Partial<Term> = {}): Term => ({
  id,
  dimension,
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
  ...more,
})

const standing: Answers = {
  list_records: () => ({ total: 2, records: two }),
  record: ({ id }) => view({ id: String(id), withdrawn: two.find((one) => one.id === id)?.withdrawn ?? null }),
  history: () => [],
  figures_of_record: () => [],
}

/** The register of publications over these answers; `lists` are the questions asked of the list, the last one last. */
export async function showRegister(answers: Answers = {}, at = '/registers/publication', shown: Shown = {}) {
  const page = await show(RegisterPage, { ...standing, ...answers }, { props: { thing: 'publication' }, at, ...shown })
  const lists = () => page.requests('list_records') as unknown as ListRequest[]
  return { ...page, lists, last: () => lists().at(-1) }
}
