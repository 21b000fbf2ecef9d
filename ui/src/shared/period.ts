// The period in force, for every page: two calendar days, both included.
import { readonly, ref } from 'vue'
import { read, remember } from './memory'

/** Days as YYYY-MM-DD; they compare as text. */
export interface Period {
  from: string
  to: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The local calendar day. */
export function today(): string {
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

export function isPeriod(candidate: Period): boolean {
  return DAY.test(candidate.from) && DAY.test(candidate.to) && candidate.from <= candidate.to
}

/** The calendar year of a day. */
export function yearOf(day: string): Period {
  const year = day.slice(0, 4)
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

const inForce = ref<Period>(recalled('') ?? yearOf(today()))
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
