// The period in force, for every page: two calendar days, both included.
import { readonly, ref } from 'vue'
import { read, remember } from './memory'

/** Days as YYYY-MM-DD; they compare as text. */
export interface Period {
  from: string
  to: string
}

export type PresetName = 'thisYear' | 'lastYear' | 'yearToDate' | 'thisSchoolYear' | 'lastSchoolYear'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The local calendar day. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The periods that reports of schools ask for. A school year runs from 1 September to 31 August (教育部令第29号). */
export function presets(day: string): Record<PresetName, Period> {
  const year = Number(day.slice(0, 4))
  const school = day.slice(5) >= '09-01' ? year : year - 1
  return {
    thisYear: { from: `${year}-01-01`, to: `${year}-12-31` },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    yearToDate: { from: `${year}-01-01`, to: day },
    thisSchoolYear: { from: `${school}-09-01`, to: `${school + 1}-08-31` },
    lastSchoolYear: { from: `${school - 1}-09-01`, to: `${school}-08-31` },
  }
}

export function isPeriod(candidate: Period): boolean {
  return DAY.test(candidate.from) && DAY.test(candidate.to) && candidate.from <= candidate.to
}

const inForce = ref<Period>(recalled('') ?? presets(today()).thisYear)
/** The register whose period it is; none before one is open. */
let owner = ''

/** Read it here; change it through {@link setPeriod}. */
export const period = readonly(inForce)

/** Puts a period in force; one that ends before it begins is refused. */
export function setPeriod(next: Period): boolean {
  if (!isPeriod(next)) return false
  inForce.value = { from: next.from, to: next.to }
  for (const whose of new Set([owner, ''])) remember(key(whose), `${next.from}/${next.to}`)
  return true
}

/** Puts the period in force that was last chosen for `register`; else `otherwise`; else the one in force stays. */
export function recallPeriod(register: string, otherwise?: Period): void {
  owner = register
  const next = recalled(register) ?? otherwise
  if (next && isPeriod(next)) inForce.value = { from: next.from, to: next.to }
}

/** A register's own, or, where none is named, the last one chosen for any. */
function key(register: string): string {
  return register === '' ? 'period' : `period.${register}`
}

function recalled(register: string): Period | null {
  const [from = '', to = ''] = (read(key(register)) ?? '').split('/')
  return isPeriod({ from, to }) ? { from, to } : null
}
