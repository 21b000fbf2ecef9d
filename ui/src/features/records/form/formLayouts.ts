// How each form is laid out: what comes first and in which order, and what the next record takes over.
import type { Field, Thing, ThingInfo } from '@/api/bindings'
import type { Messages } from '@/locales/zh-CN'

export interface FormLayout {
  /** Lines of one field, or of two short ones. What no line names stands behind 更多, in the order of the thing. */
  lines: readonly (readonly string[])[]
  /** Fields whose line stands behind 更多, in its place. */
  later?: readonly string[]
  /** Groups under a heading of their own, by the first field of each. */
  groups?: Readonly<Record<string, Group>>
  /** What the next record of the same sitting begins with. */
  keep: readonly string[]
  /** Words of a vocabulary that a new record begins with, where the vocabulary has them. */
  begin?: Readonly<Record<string, string>>
  /** What is said otherwise, or goes without saying while it is this or empty. */
  silent?: Readonly<Record<string, string | boolean>>
}

export type Group = keyof Messages['form']['groups']

/** One line of a form. */
export interface Line {
  fields: Field[]
  /** It stands behind 更多. */
  later: boolean
  group: Group | null
}

export const DAY_COUNT = 'is_day_count'

const layouts: Record<Thing | 'day_count', FormLayout> = {
  publication: {
    lines: [['title'], ['published_on', 'doc_number'], ['kind'], ['channels'], ['department'], ['is_public']],
    keep: ['published_on', 'department', 'channels'],
  },
  meeting: {
    lines: [['name'], ['held_on', 'attendance'], ['kind'], ['department'], ['place', 'chair']],
    keep: ['held_on', 'department'],
  },
  reply: {
    lines: [
      ['received_on'],
      ['channel', 'source'],
      ['forwarded_by'],
      ['matter'],
      ['subject'],
      ['department', 'assigned_on'],
      ['due_on'],
      ['replied_on'],
      ['satisfaction'],
      ['about_disclosure'],
    ],
    later: ['forwarded_by', 'satisfaction', 'about_disclosure'],
    groups: { received_on: 'intake', department: 'handling', replied_on: 'answer' },
    keep: ['received_on', 'channel', 'source', 'unit', 'department'],
    begin: { unit: '件' },
    silent: { quantity: '1', [DAY_COUNT]: false },
  },
  day_count: {
    lines: [['received_on'], ['channel', 'matter'], ['quantity', 'unit'], ['is_estimate'], ['department']],
    keep: ['received_on', 'channel', 'source', 'unit', 'department'],
    begin: { unit: '人次' },
    silent: { [DAY_COUNT]: true },
  },
  material: {
    lines: [['handed_on'], ['name'], ['quantity', 'unit'], ['recipients'], ['department']],
    keep: ['handed_on', 'unit', 'department'],
  },
  request: {
    lines: [
      ['received_on'],
      ['applicant', 'applicant_class'],
      ['mode', 'answer_form'],
      ['content'],
      ['department'],
      ['clarify_asked_on', 'clarify_given_on'],
      ['extended_on', 'extension_reason'],
      ['third_party_asked_on', 'third_party_answered_on'],
      ['third_party_opinion'],
      ['replied_on'],
      ['outcome'],
      ['refusal_ground'],
      ['gov_outcome'],
      ['fee', 'fee_waived'],
    ],
    later: ['clarify_asked_on', 'extended_on', 'third_party_asked_on', 'third_party_opinion', 'fee'],
    groups: { received_on: 'asked', department: 'handling', replied_on: 'answer', fee: 'fees' },
    keep: ['received_on', 'mode', 'department'],
  },
  evaluation: {
    lines: [['held_on'], ['method'], ['issued', 'valid'], ['satisfied'], ['remarks']],
    keep: ['held_on', 'method'],
  },
  case_file: {
    lines: [
      ['filed_on'],
      ['kind', 'authority'],
      ['subject'],
      ['reply'],
      ['stage'],
      ['closed_on', 'conclusion'],
      ['result'],
    ],
    later: ['reply'],
    groups: { filed_on: 'matter', stage: 'handling', closed_on: 'outcome' },
    keep: ['filed_on'],
  },
  problem: {
    lines: [
      ['title'],
      ['found_on', 'source'],
      ['list_item'],
      ['department'],
      ['owner', 'due_on'],
      ['remedy'],
      ['solved_on'],
    ],
    later: ['list_item'],
    groups: { title: 'matter', department: 'handling', solved_on: 'outcome' },
    keep: ['found_on', 'source', 'department'],
  },
  regulation: {
    lines: [['name'], ['issued_on', 'doc_number'], ['change'], ['department'], ['effective_on'], ['publication']],
    keep: ['issued_on', 'department'],
  },
  consultation: {
    lines: [
      ['name'],
      ['opened_on', 'closes_on'],
      ['department'],
      ['publication'],
      ['opinions', 'adopted'],
      ['result'],
      ['answered_on'],
    ],
    groups: { name: 'matter', opinions: 'outcome' },
    keep: ['department'],
  },
  notice: {
    lines: [['name'], ['posted_on', 'ends_on'], ['department'], ['publication'], ['objections'], ['result']],
    groups: { name: 'matter', objections: 'outcome' },
    keep: ['department'],
  },
}

export function layoutOf(thing: Thing, isDayCount: boolean): FormLayout {
  return layouts[thing === 'reply' && isDayCount ? 'day_count' : thing]
}

/** The fields of a thing by line, in the order of the form. */
export function linesOf({ lines, later = [], groups = {} }: FormLayout, info: ThingInfo): Line[] {
  const named = (key: string) => info.fields.filter((field) => field.key === key)
  let group: Group | null = null
  const first = lines.map((line): Line => {
    const [lead = ''] = line
    group = groups[lead] ?? group
    return { fields: line.flatMap(named), later: later.includes(lead), group }
  })
  const rest = info.fields.filter((field) => !lines.flat().includes(field.key))
  return [...first, ...rest.map((field) => ({ fields: [field], later: true, group }))].filter(
    ({ fields }) => fields.length,
  )
}
