// For tests of the form: a core with the fields of published items and replies, and what a clerk's hands do.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import type { Field, Kind, RecordView, Saved, Term, ThingInfo, Value } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import RecordForm from './RecordForm.vue'

export const user = userEvent.setup({ delay: null })

const text = (max: number): Kind => ({ type: 'text', max })
const field = (key: string, label: string, kind: Kind, required = false): Field => ({
  key,
  label,
  label_en: key,
  kind,
  required,
})
const term = (dimension: Term['dimension']): Kind => ({ type: 'term', dimension })

const things: ThingInfo[] = [
  {
    thing: 'publication',
    label: '主动公开信息',
    label_en: 'Published items',
    title_field: 'title',
    date_field: 'published_on',
    fields: [
      field('title', '信息名称', text(500), true),
      field('doc_number', '文号', text(100)),
      field('kind', '文种', term('kind')),
      field('channels', '公开渠道', { type: 'channels' }),
      field('department', '责任部门', term('department')),
      field('published_on', '公开日期', { type: 'date' }),
      field('is_public', '是否公开', { type: 'flag' }, true),
      field('copies', '印发份数', { type: 'count' }),
      field('remarks', '备注', text(5000)),
    ],
  },
  {
    thing: 'reply',
    label: '答复',
    label_en: 'Replies',
    title_field: 'subject',
    date_field: 'received_on',
    fields: [
      field('received_on', '收件日期', { type: 'date' }, true),
      field('channel', '受理渠道', term('reply_channel')),
      field('matter', '事项类别', term('reply_matter')),
      field('subject', '事由', text(5000)),
      field('quantity', '数量', { type: 'count' }, true),
      field('unit', '单位', term('unit'), true),
      field('is_estimate', '是否约数', { type: 'flag' }, true),
      field('is_day_count', '是否日常登记', { type: 'flag' }, true),
    ],
  },
]

const word = (id: number, dimension: Term['dimension'], name: string, over: Partial<Term> = {}): Term => ({
  id,
  dimension,
  name,
  parent: null,
  position: id,
  retired: false,
  note: '',
  ...over,
})

const terms: Term[] = [
  word(1, 'kind', '新闻报道'),
  word(2, 'kind', '公告通知'),
  word(3, 'kind', '大事记', { retired: true }),
  word(4, 'kind', '新闻稿', { same_as: 1 }),
  word(10, 'channel', '学校官网'),
  word(11, 'channel', '新闻网', { parent: 10 }),
  word(12, 'channel', '公示栏'),
  word(20, 'department', '教务处'),
  word(30, 'unit', '件'),
  word(31, 'unit', '人次'),
  word(40, 'reply_channel', '电话'),
  word(41, 'reply_matter', '咨询答疑'),
]

export const nothingSaid = { values: {}, refusals: [], warnings: [], similar: [] }

/** Drafts as the shell keeps them on disk: they outlive a form. */
export const disk = new Map<string, string>()

/** A record with these values, as the core answers it. */
export const record = (values: RecordView['values']): RecordView => ({
  id: 'publication-7',
  thing: 'publication',
  values,
  withdrawn: null,
  taken_back: false,
  origin: null,
  named: {},
  derived: [],
  named_by: [],
  clock: null,
})

/** What the core answers once a form is saved. */
export const saved = (values: Record<string, Value>, id: string, more: Partial<Saved> = {}): Saved => ({
  record: { ...record(values), id },
  also: [],
  warnings: [],
  same_as: [],
  ...more,
})

/** The form over a core that takes everything, and the requests that it made. */
export async function openForm(props: Record<string, unknown> = {}, answers: Answers = {}) {
  let logged = 0
  const view = await show(
    RecordForm,
    {
      things: () => things,
      terms: () => terms,
      drafts: () => Object.fromEntries(disk),
      write_draft: ({ key, draft }) => {
        if (draft === null) disk.delete(String(key))
        else disk.set(String(key), String(draft))
        return null
      },
      check_record: ({ values }) => ({ ...nothingSaid, values }),
      log_record: ({ values }) => {
        logged += 1
        return saved(values as Record<string, Value>, `publication-${logged}`)
      },
      edit_record: ({ id, values }) => saved(values as Record<string, Value>, String(id)),
      ...answers,
    },
    { props: { thing: 'publication', ...props } },
  )
  await waitFor(() => screen.getByTestId('form-save-next'))
  return view
}

export const at = (key: string) => screen.getByTestId(`form-${key}`)

/** The control of a field. */
export function control(key: string): HTMLInputElement {
  const found = at(key).querySelector<HTMLInputElement>('[data-entry]')
  if (!found) throw new Error(`no control in ${key}`)
  return found
}

/** Where the keyboard is. */
export const focused = () => document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid')

export const SAVE = '{Control>}{Enter}{/Control}'
export const fault = (field: string, code: string, zh: string) => ({ field, code, zh, en: zh })
