// By what a figure can be broken down, and its parts as rows of a table and bars of a chart.
import type { Breakdown, Definition, MonthCount, Part, Subject, Thing, ThingInfo } from '@/api/bindings'
import { label } from '@/features/records/values'
import type { Bars } from '@/shared/chart'
import type { Period } from '@/shared/period'
import { monthInShort, monthInWords, monthsOf, shifted } from './months'

export const MONTH = 'month'
/** More bars than these say nothing; the table has them all. */
export const MOST_BARS = 20
/** A column for every month, also for those without any, up to five years. */
const MOST_MONTHS = 60

const THING_OF: Record<Subject, Thing> = {
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
}

export interface Way {
  by: string
  label: string
}

/** The fields of a figure's thing that hold terms; the month goes before them all. */
export function waysOf(definition: Definition, things: Map<Thing, ThingInfo>, locale: string): Way[] {
  const fields = things.get(THING_OF[definition.counts])?.fields ?? []
  return fields
    .filter(({ kind }) => kind.type === 'term' || kind.type === 'channels')
    .map((field) => ({ by: field.key, label: label(field, locale) }))
}

export interface Row {
  key: string
  label: string
  quantity: number
  records: number
  /** In the same month a year before; null where that was not asked. */
  before: number | null
}

/** Parts of the vocabulary; `unfilled` names the empty field. */
export function rowsOf(parts: readonly Part[], unfilled: string): Row[] {
  return parts.map((part) => ({ ...part, label: part.label || unfilled, before: null }))
}

/** Every month of the period, those without any too; `before` are the months of a year before. */
export function monthRows(parts: readonly Part[], period: Period, before: MonthCount[] | null, locale: string): Row[] {
  const found = new Map(parts.map((part) => [part.key, part]))
  const past = before && new Map(before.map(({ month, quantity }) => [shifted(month, 12), quantity]))
  const all = monthsOf(period)
  const months = all.length > MOST_MONTHS ? [...found.keys()] : all
  return months.map((key) => ({
    key,
    label: monthInWords(key, locale),
    quantity: found.get(key)?.quantity ?? 0,
    records: found.get(key)?.records ?? 0,
    before: past ? (past.get(key) ?? 0) : null,
  }))
}

/** Two Novembers in one chart would stand upon each other. */
export function comparesYears(period: Period): boolean {
  return monthsOf(period).length <= 12
}

interface Words {
  description: string
  now: string
  before: string
}

export function barsOf(rows: readonly Row[], by: string, words: Words, locale: string): Bars {
  const upright = by === MONTH
  const drawn = upright ? rows : rows.slice(0, MOST_BARS)
  const oneYear = new Set(drawn.map(({ key }) => key.slice(0, 4))).size === 1
  const compares = upright && drawn.some(({ before }) => before !== null)
  return {
    description: words.description,
    names: drawn.map(({ key, label }) => (upright ? monthInShort(key, locale, oneYear) : label)),
    values: { name: words.now, values: drawn.map(({ quantity }) => quantity) },
    ...(compares ? { beside: { name: words.before, values: drawn.map(({ before }) => before) } } : {}),
    upright,
  }
}

/** What the chart leaves to the table. A sum only where no record is in several parts. */
export function leftOut(
  rows: readonly Row[],
  by: string,
  { overlapping }: Breakdown,
): { n: number; sum: number | null } {
  const rest = by === MONTH ? [] : rows.slice(MOST_BARS)
  return { n: rest.length, sum: overlapping ? null : rest.reduce((sum, { quantity }) => sum + quantity, 0) }
}
