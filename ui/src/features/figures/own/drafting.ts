// A definition as it is picked part by part: what there is to pick from, and what each choice brings with it.
import type { Definition, Draft, Field, FilterValue, Measure, Subject, Thing, ThingInfo } from '@/api/bindings'
import type { Vocabulary } from '@/features/records/vocabulary'

/** What is counted, and the register that it is counted from, in the order of the rail. */
export const SUBJECTS = {
  publications: 'publication',
  releases: 'publication',
  meetings: 'meeting',
  replies: 'reply',
  materials: 'material',
  requests: 'request',
  evaluations: 'evaluation',
  case_files: 'case_file',
  problems: 'problem',
  regulations: 'regulation',
  consultations: 'consultation',
  notices: 'notice',
} as const satisfies Record<Subject, Thing>

/** As definitions say a flag. */
const FLAG = { yes: '是', no: '否' } as const

export const thingOf = (draft: Draft, known: Vocabulary): ThingInfo | undefined =>
  draft.counts ? known.things.get(SUBJECTS[draft.counts]) : undefined

const ofKinds = (info: ThingInfo, ...types: Field['kind']['type'][]) =>
  info.fields.filter(({ kind }) => types.includes(kind.type))
export const datesOf = (info: ThingInfo) => ofKinds(info, 'date')
export const quantitiesOf = (info: ThingInfo) => ofKinds(info, 'count', 'money')
/** Nothing is picked that stands for an empty field. */
export const conditionsOf = (info: ThingInfo) =>
  ofKinds(info, 'term', 'channels', 'flag').map((field) => ({ ...field, required: true }))

/** Nobody reads the id: the wording shows a figure by its name. */
export function freeId(taken: Iterable<string>): string {
  const ids = new Set(taken)
  let n = 1
  while (ids.has(`own_${n}`)) n += 1
  return `own_${n}`
}

export const blank = (id: string): Draft => ({
  id,
  label: '',
  unit: '',
  counts: null,
  date: '',
  where: [],
  measure: { type: 'records' },
})

export function draftOf({ shipped: _, ...definition }: Definition, id: string, label: string): Draft {
  return { ...definition, id, label }
}

/** Another register has other days and words; what is public is what most figures of items mean. */
export function counting(draft: Draft, counts: Subject, known: Vocabulary): Draft {
  const info = known.things.get(SUBJECTS[counts])
  const isPublic = info?.fields.some(({ key }) => key === 'is_public')
  return {
    ...draft,
    counts,
    date: info?.date_field ?? '',
    where: isPublic ? [{ field: 'is_public', any: [FLAG.yes] }] : [],
    measure: { type: 'records' },
  }
}

/** What is filled in by hand selects nothing. */
export function byHand(draft: Draft): Draft {
  return { ...draft, counts: draft.counts ?? 'publications', date: '', where: [], measure: { type: 'declared' } }
}

/** How it is counted. Of a share nothing is rounded, and none has no wording. */
export function measured(draft: Draft, type: Exclude<Measure['type'], 'declared'>, info: ThingInfo): Draft {
  const [first = '', second = first] = quantitiesOf(info).map(({ key }) => key)
  const measures: Record<typeof type, Measure> = {
    records: { type: 'records' },
    sum: { type: 'sum', field: first },
    ratio: { type: 'ratio', part: second, whole: first },
  }
  const { rounding: _, zero: __, ...bare } = draft
  return type === 'ratio' ? { ...bare, unit: '%', measure: measures.ratio } : { ...draft, measure: measures[type] }
}

function termsOf(field: Field, known: Vocabulary) {
  const dimension = field.kind.type === 'term' ? field.kind.dimension : 'channel'
  return [...known.terms.values()].filter((term) => term.dimension === dimension)
}

/** The words of a condition as they are ticked, and those that the vocabulary lacks. */
export function picked(draft: Draft, field: Field, known: Vocabulary): { chosen: FilterValue[]; unknown: string[] } {
  const words = draft.where.find((filter) => filter.field === field.key)?.any ?? []
  if (field.kind.type === 'flag') return { chosen: words.map((word) => word === FLAG.yes), unknown: [] }
  const terms = termsOf(field, known)
  const named = words.map((word) => terms.find(({ name }) => name === word))
  return {
    chosen: named.flatMap((term) => (term ? [term.same_as ?? term.id] : [])),
    unknown: words.filter((_, at) => !named[at]),
  }
}

/** A condition with what is ticked now, and the words that the vocabulary lacks; without any it is none. */
export function picking(
  draft: Draft,
  field: Field,
  chosen: readonly FilterValue[],
  unknown: readonly string[],
  known: Vocabulary,
): Draft {
  const word = (value: FilterValue) => {
    if (typeof value === 'boolean') return value ? FLAG.yes : FLAG.no
    return typeof value === 'number' ? known.terms.get(value)?.name : undefined
  }
  const any = [...chosen.flatMap((value) => word(value) ?? []), ...unknown]
  const others = draft.where.filter((filter) => filter.field !== field.key)
  return { ...draft, where: any.length ? [...others, { field: field.key, any }] : others }
}

/** A draft that the core found nothing wrong with. */
export function asDefinition(draft: Draft): Definition | null {
  const { counts, measure } = draft
  return counts && measure ? { ...draft, label: draft.label.trim(), unit: draft.unit.trim(), counts, measure } : null
}

/** A number as offices type it; null where it is none. */
export function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^\d+(\.\d{1,3})?$/.test(plain) ? Number(plain) : null
}
