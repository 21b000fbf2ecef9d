// How each form is laid out: what comes first and in which order, and what the next record takes over.
import type { Field, Thing, ThingInfo } from '@/api/bindings'

export interface FormLayout {
  /** Lines of one field, or of two short ones. What no line names stands behind 更多, in the order of the thing. */
  lines: readonly (readonly string[])[]
  /** What the next record of the same sitting begins with. */
  keep: readonly string[]
  /** Words of a vocabulary that a new record begins with, where the vocabulary has them. */
  begin?: Readonly<Record<string, string>>
  /** What is said otherwise, or goes without saying while it is this or empty. */
  silent?: Readonly<Record<string, string | boolean>>
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
    lines: [['received_on', 'replied_on'], ['channel', 'source'], ['matter'], ['subject'], ['department']],
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
      ['received_on', 'replied_on'],
      ['applicant_class', 'mode'],
      ['content'],
      ['outcome'],
      ['fee', 'fee_waived'],
      ['department'],
    ],
    keep: ['received_on', 'mode', 'department'],
  },
  evaluation: {
    lines: [['held_on'], ['method'], ['issued', 'valid'], ['satisfied'], ['remarks']],
    keep: ['held_on', 'method'],
  },
  case_file: {
    lines: [['filed_on'], ['kind', 'authority'], ['subject'], ['result']],
    keep: ['filed_on'],
  },
}

export function layoutOf(thing: Thing, isDayCount: boolean): FormLayout {
  return layouts[thing === 'reply' && isDayCount ? 'day_count' : thing]
}

/** The fields of a thing by line: those that come first, and the rest. */
export function linesOf(layout: FormLayout, info: ThingInfo): { first: Field[][]; more: Field[][] } {
  const named = (key: string) => info.fields.filter((field) => field.key === key)
  const first = layout.lines.map((line) => line.flatMap(named)).filter((line) => line.length)
  const more = info.fields.filter((field) => !layout.lines.flat().includes(field.key)).map((field) => [field])
  return { first, more }
}
