// Months of a period, the same period a year before, and how a month is written.
import type { Period } from '@/shared/period'

/** Every month of a period, as `YYYY-MM`. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  for (let at = from.slice(0, 7); at <= to.slice(0, 7); at = shifted(at, 1)) months.push(at)
  return months
}

/** A month so many months later. */
export function shifted(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The same days of the year before; 29 February becomes the 28th. */
export function yearBefore({ from, to }: Period): Period {
  const before = (day: string) => {
    const month = shifted(day.slice(0, 7), -12)
    return day.endsWith('-02-29') ? `${month}-28` : `${month}${day.slice(7)}`
  }
  return { from: before(from), to: before(to) }
}

/** 2023年5月, without a leading zero (GB/T 15835); in English 2023-05. */
export function monthInWords(month: string, locale: string): string {
  return locale.startsWith('zh') ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : month
}

/** Under a column: the month alone where the year is plain. */
export function monthInShort(month: string, locale: string, oneYear: boolean): string {
  if (!oneYear) return month
  if (locale.startsWith('zh')) return `${Number(month.slice(5))}月`
  return new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01`))
}
