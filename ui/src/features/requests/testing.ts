// For tests of requests: a small register of them behind the pages.
import type { Due, Field, RequestClock, StripDay, Term, ThingInfo } from '@/api/bindings'

const field = (key: string, label: string, kind: Field['kind'], required = false): Field => ({
  key,
  label,
  label_en: key,
  kind,
  required,
})

export const requestThing: ThingInfo = {
  thing: 'request',
  label: '依申请公开',
  label_en: 'Requests',
  title_field: 'content',
  date_field: 'received_on',
  fields: [
    field('received_on', '收到日期', { type: 'date' }, true),
    field('content', '申请内容', { type: 'text', max: 5000 }),
    field('department', '承办部门', { type: 'term', dimension: 'department' }),
    field('clarify_asked_on', '补正通知日期', { type: 'date' }),
    field('clarify_given_on', '补正日期', { type: 'date' }),
    field('outcome', '答复类型', { type: 'term', dimension: 'outcome' }),
    field('refusal_ground', '不予公开理由', { type: 'term', dimension: 'refusal_ground' }),
    field('gov_outcome', '年报表办理结果', { type: 'term', dimension: 'gov_outcome' }),
    field('replied_on', '答复日期', { type: 'date' }),
    field('fee', '收费金额', { type: 'money' }),
  ],
}

const term = (id: number, dimension: Term['dimension'], name: string, code: string): Term => ({
  id,
  dimension,
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
  code,
})

export const requestTerms: Term[] = [
  term(1, 'outcome', '予以公开', 'open'),
  term(2, 'outcome', '不予公开', 'refused'),
  term(3, 'refusal_ground', '国家秘密', 'state_secret'),
  term(4, 'gov_outcome', '予以公开', '1'),
  term(5, 'gov_outcome', '不予公开：属于国家秘密', '3.1'),
]

const marked = (day: string, mark: StripDay['mark'], known = true): StripDay => ({ day, mark, known })

/** Over New Year, with a make-up day, into a year without a table. */
export const clock: RequestClock = {
  standing: 'running',
  due: '2027-01-05',
  provisional: true,
  left: 3,
  took: 12,
  limit: 15,
  extension: 'none',
  strip: [
    marked('2026-12-30', { type: 'receipt' }),
    marked('2026-12-31', { type: 'counted', number: 1 }),
    marked('2027-01-01', { type: 'holiday', name: '元旦' }),
    marked('2027-01-02', { type: 'weekend' }, false),
    marked('2027-01-03', { type: 'make_up', number: 2, name: '元旦' }),
    marked('2027-01-04', { type: 'clarification' }),
    marked('2027-01-05', { type: 'counted', number: 15 }),
    marked('2027-01-06', { type: 'counted', number: 16 }),
  ],
}

export const due = (id: string, over: Partial<Due> = {}): Due => ({
  thing: 'request',
  id,
  title: id,
  since: '2026-03-02',
  department: null,
  standing: 'overdue',
  due: '2026-03-23',
  provisional: false,
  left: -2,
  ...over,
})
