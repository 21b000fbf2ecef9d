// The figures in the sections of the report, and what the definitions of a section have in common.
import type { Definition, Figure, Subject } from '@/api/bindings'

/** A section and the subjects of the figures that stand in it, in the order of the report. */
export const SECTIONS = {
  publications: ['publications', 'releases', 'materials'],
  meetings: ['meetings'],
  replies: ['replies'],
  requests: ['requests'],
  evaluations: ['evaluations'],
  case_files: ['case_files'],
  problems: ['problems'],
  regulations: ['regulations'],
  consultations: ['consultations', 'notices'],
} as const satisfies Record<string, readonly Subject[]>

export type SectionName = keyof typeof SECTIONS

export interface Section {
  name: SectionName
  /** Said once for the whole section. */
  lead: string
  figures: Figure[]
}

/** Sections that have figures. A figure without a definition would stand in the first. */
export function sections(figures: Figure[], definitions: Map<string, Definition>): Section[] {
  const subject = (figure: Figure): Subject => definitions.get(figure.id)?.counts ?? 'publications'
  const names = Object.keys(SECTIONS) as SectionName[]
  return names.flatMap((name) => {
    const within: readonly Subject[] = SECTIONS[name]
    const mine = figures.filter((figure) => within.includes(subject(figure)))
    if (mine.length === 0) return []
    const counted = mine.filter((figure) => subject(figure) === within[0] && !figure.by_hand)
    const main = counted.map((figure) => figure.meaning)
    return [{ name, lead: commonLead(main), figures: mine }]
  })
}

/** The clauses with which all of the texts begin; empty where that is less than two texts or nothing. */
export function commonLead(texts: string[]): string {
  const [first = '', ...others] = texts
  if (others.length === 0) return ''
  let length = first.length
  for (const other of others) {
    let same = 0
    while (same < length && other[same] === first[same]) same++
    length = same
  }
  const shared = first.slice(0, length)
  const end = Math.max(...['，', '、', '；'].map((mark) => shared.lastIndexOf(mark)))
  return end < 0 ? '' : shared.slice(0, end + 1)
}
