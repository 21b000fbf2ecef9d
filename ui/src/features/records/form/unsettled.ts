// What a typed line or a pasted row leaves open at a field: told there with what it may mean, until the field is
// changed or somebody says that it stays as it is.
import type { Field, QuickChoice, Term, ThingInfo, Unsettled, Value } from '@/api/bindings'
import { isEmpty, type Typed } from './typed'

type Words = Record<string, string>

/** What stands between several channels. */
const BETWEEN = '、'

export const openAt = (unsettled: readonly Unsettled[], field: string) =>
  unsettled.filter(({ fault }) => fault.field === field)

export const without = (unsettled: readonly Unsettled[], field: string) =>
  unsettled.filter(({ fault }) => fault.field !== field)

/** What was typed stands in its field, where nothing else does: a word beside the terms, all else as text. */
export function asWritten({ fields }: ThingInfo, typed: Typed, said: Words, unsettled: readonly Unsettled[]) {
  const values = { ...typed }
  const words = { ...said }
  for (const { fault, written } of unsettled) {
    const field = fields.find(({ key }) => key === fault.field)
    if (!field || written === '') continue
    const { key, kind } = field
    const isFree = isEmpty(values[key])
    if (kind.type === 'channels')
      words[key] = [...new Set([...namesIn(field, words[key] ?? ''), written])].join(BETWEEN)
    else if (kind.type === 'term') words[key] ||= isFree ? written : ''
    // That a day is lacking is said of another word than a day.
    else if (kind.type === 'date')
      values[key] = isFree && fault.code.startsWith('date_') ? written : (values[key] ?? null)
    else if (kind.type !== 'flag' && kind.type !== 'link' && isFree) values[key] = written
  }
  return { values, words }
}

/** What an answer puts into a field, and the words that are left open beside it. */
export function answered(
  field: Field,
  { written }: Unsettled,
  { shown }: QuickChoice,
  terms: Iterable<Term>,
  before: Value,
  word: string,
): { value: Value; word: string } {
  const { kind } = field
  const dimension = dimensionOf(field)
  if (dimension === null) return { value: shown, word: '' }
  const id = [...terms].find((term) => term.dimension === dimension && term.name === shown)?.id ?? null
  if (kind.type !== 'channels') return { value: id, word: '' }
  const others = Array.isArray(before) ? before.filter((other) => other !== id) : []
  const left = namesIn(field, word).filter((name) => name !== written)
  return { value: id === null ? others : [...others, id], word: left.join(BETWEEN) }
}

/** Of several channels each; any other word is one, whatever stands in it. */
export const namesIn = ({ kind }: Field, word: string) =>
  (kind.type === 'channels' ? word.split(BETWEEN) : [word]).filter((name) => name.trim() !== '')

/** The vocabulary of a field, where it has one. */
export function dimensionOf({ kind }: Field): Term['dimension'] | null {
  if (kind.type === 'term') return kind.dimension
  return kind.type === 'channels' ? 'channel' : null
}
