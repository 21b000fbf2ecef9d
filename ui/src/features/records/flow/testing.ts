// For tests: things with a course and with links, as the core describes them, and their words.
import type { Field, RecordView, Term, Thing, ThingInfo } from '@/api/bindings'
import { view } from '../testing'

const field = (key: string, label: string, kind: Field['kind'], required = false): Field => ({
  key,
  label,
  label_en: key,
  kind,
  required,
})
const text: Field['kind'] = { type: 'text', max: 500 }
const date: Field['kind'] = { type: 'date' }
const department = field('department', '承办部门', { type: 'term', dimension: 'department' })
const thing = (name: Thing, label: string, title: string, day: string, fields: Field[]): ThingInfo => ({
  thing: name,
  label,
  label_en: name,
  title_field: title,
  date_field: day,
  fields,
})

export const things: ThingInfo[] = [
  thing('publication', '主动公开信息', 'title', 'published_on', [
    field('title', '信息名称', text, true),
    field('published_on', '公开日期', date),
    field('kind', '文种', { type: 'term', dimension: 'kind' }),
    department,
    field('meeting', '所属会议', { type: 'link', to: 'meeting' }),
    field('corrects', '更正对象', { type: 'link', to: 'publication' }),
  ]),
  thing('meeting', '会议', 'name', 'held_on', [
    field('name', '会议名称', text, true),
    field('held_on', '召开日期', date),
  ]),
  thing('reply', '答复', 'subject', 'received_on', [
    field('received_on', '收件日期', date, true),
    field('subject', '事由', text),
    department,
    field('assigned_on', '转办日期', date),
    field('due_on', '办理期限', date),
    field('replied_on', '答复日期', date),
    field('satisfaction', '满意情况', { type: 'term', dimension: 'satisfaction' }),
    field('is_day_count', '是否日常登记', { type: 'flag' }, true),
    field('about_disclosure', '是否因信息公开工作', { type: 'flag' }, true),
  ]),
]

const term = (id: number, dimension: Term['dimension'], name: string): Term => ({
  id,
  dimension,
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
})

export const terms: Term[] = [
  term(1, 'kind', '公告通知'),
  term(2, 'kind', '会议纪要'),
  { ...term(3, 'kind', '更正'), code: 'correction' },
  term(20, 'department', '教务处'),
  term(30, 'satisfaction', '满意'),
]

/** A record of one of these things. */
export const recordOf = (id: string, values: RecordView['values'], more: Partial<RecordView> = {}): RecordView =>
  view({ id, thing: id.slice(0, id.lastIndexOf('-')) as Thing, values, ...more })

export const listedAs = (id: string, title: string, values: RecordView['values'] = {}) => ({
  id,
  title,
  values,
  withdrawn: null,
  named: {},
  corrected: false,
  clock: null,
})
