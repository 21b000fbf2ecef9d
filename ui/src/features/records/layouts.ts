// How each register's list looks at first: its columns, what it can be filtered by, what leads a record's pane.
import type { Field, Thing } from '@/api/bindings'
import type { Messages } from '@/locales/zh-CN'

export interface Layout {
  /** The columns shown until others are chosen; the title is always among them. */
  columns: readonly string[]
  /** Fields offered as filters. */
  filters: readonly string[]
  /** The thing's date, where it may be empty: such records lie in no period. */
  undated?: string
  /** The date that is empty while a matter waits. */
  unanswered?: string
  /** What such a matter is called, where it is not an answer that is waited for. */
  waits?: keyof Messages['records']['list']['blanks']
  /** What one is called of which that date is filled in; offered as a filter where it has a word. */
  done?: keyof Messages['records']['list']['blanks']
  /** What stands under the title of a record. */
  lead: readonly string[]
}

export const layouts: Record<Thing, Layout> = {
  publication: {
    columns: ['published_on', 'title', 'doc_number', 'kind', 'channels', 'department'],
    filters: ['kind', 'channels', 'department', 'list_item', 'is_public', 'secrecy_review', 'carrier', 'audience'],
    undated: 'published_on',
    lead: ['published_on', 'doc_number', 'kind'],
  },
  meeting: {
    columns: ['held_on', 'name', 'kind', 'department', 'attendance'],
    filters: ['kind', 'department'],
    lead: ['held_on', 'kind', 'place'],
  },
  reply: {
    columns: ['received_on', 'subject', 'channel', 'matter', 'quantity', 'unit', 'department', 'satisfaction'],
    filters: ['channel', 'source', 'matter', 'department', 'satisfaction', 'about_disclosure', 'is_estimate', 'unit'],
    unanswered: 'replied_on',
    lead: ['received_on', 'channel', 'matter'],
  },
  material: {
    columns: ['handed_on', 'name', 'quantity', 'unit', 'recipients', 'department'],
    filters: ['department', 'unit'],
    lead: ['handed_on', 'recipients'],
  },
  request: {
    columns: ['received_on', 'content', 'applicant_class', 'mode', 'outcome', 'replied_on', 'department'],
    filters: ['applicant_class', 'mode', 'outcome', 'department'],
    unanswered: 'replied_on',
    lead: ['received_on', 'applicant_class', 'outcome'],
  },
  evaluation: {
    columns: ['held_on', 'method', 'issued', 'valid', 'satisfied', 'remarks'],
    filters: ['method'],
    lead: ['held_on'],
  },
  case_file: {
    columns: ['filed_on', 'subject', 'kind', 'authority', 'stage', 'conclusion'],
    filters: ['kind', 'stage', 'conclusion'],
    unanswered: 'closed_on',
    waits: 'unclosed',
    lead: ['filed_on', 'kind', 'authority'],
  },
  problem: {
    columns: ['found_on', 'title', 'source', 'department', 'owner', 'due_on'],
    filters: ['source', 'department', 'list_item'],
    unanswered: 'solved_on',
    waits: 'unsolved',
    done: 'solved',
    lead: ['found_on', 'source', 'due_on'],
  },
  regulation: {
    columns: ['issued_on', 'name', 'doc_number', 'change', 'department'],
    filters: ['change', 'department'],
    lead: ['issued_on', 'doc_number', 'change'],
  },
  consultation: {
    columns: ['opened_on', 'closes_on', 'name', 'department', 'opinions', 'adopted'],
    filters: ['department'],
    unanswered: 'answered_on',
    waits: 'not_fed_back',
    lead: ['opened_on', 'closes_on'],
  },
  notice: {
    columns: ['posted_on', 'ends_on', 'name', 'department', 'objections'],
    filters: ['department'],
    lead: ['posted_on', 'ends_on'],
  },
}

/** Fields and vocabularies whose content is shorter or longer than others of their kind, in pixels. */
const WIDTHS: Record<string, number> = { doc_number: 176, index_number: 120, unit: 64, reply: 120, meeting_kind: 208 }

const KIND_WIDTHS: Record<Field['kind']['type'], number> = {
  text: 180,
  date: 112,
  count: 88,
  money: 104,
  flag: 84,
  term: 124,
  channels: 168,
  link: 160,
}

/** The column of how a record stands, which is no field: where a day is due, with its date, which may be provisional. */
export const standingWidth = (thing: Thing): number => (DATED.includes(thing) ? 256 : 208)
const DATED: readonly Thing[] = ['request', 'reply', 'problem', 'consultation', 'notice']

/** What the title keeps beside other columns. */
export const TITLE = 200
/** The same where columns make room for it: a title is told from its neighbours by more than its beginning. */
export const TITLE_IN_SIGHT = 280

/** How wide a column is; the title takes what is left. */
export function width(field: Field): number {
  const vocabulary = field.kind.type === 'term' ? WIDTHS[field.kind.dimension] : undefined
  return WIDTHS[field.key] ?? vocabulary ?? KIND_WIDTHS[field.kind.type]
}

/** The fields of a thing by their keys, in the order of the keys. */
export function fieldsOf(fields: readonly Field[], keys: readonly string[]): Field[] {
  return keys.flatMap((key) => fields.find((field) => field.key === key) ?? [])
}
