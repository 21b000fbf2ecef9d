// Days and moments in words. They arrive as `2023-11-20` and `2023-11-20T09:30:00`, local time both.

/** 2023年11月20日, without leading zeros (GB/T 15835); in English the day stays as it is. */
export function dayInWords(day: string, locale: string): string {
  const [year, month, date] = day.split('-')
  if (!year || !month || !date || !locale.startsWith('zh')) return day
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** 2023-11-20 09:30 */
export function moment(at: string): string {
  return at.replace('T', ' ').slice(0, 16)
}

/** The day that a person typed: 2023-2-1, 2023.2.1, 2023/02/01, 20230201, 2023年2月1日. Null where there is no such day. */
export function typedDay(text: string): string | null {
  const found = text.trim().match(/^(\d{4})(?:(\d{2})(\d{2})|\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?)$/)
  if (!found) return null
  const [year, month, date] = [found[1], found[2] ?? found[4], found[3] ?? found[5]].map(Number)
  const day = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date))
  // A day that is not there rolls over into another month.
  return day.getUTCMonth() + 1 === month && day.getUTCDate() === date ? day.toISOString().slice(0, 10) : null
}

const asDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export function plusDays(day: string, days: number): string {
  return asDay(Date.parse(day) + days * 86_400_000)
}

/** The same day of another month, or its last one where it has no such day. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year ?? 0, (month ?? 1) + months, 0))
  last.setUTCDate(Math.min(date ?? 1, last.getUTCDate()))
  return asDay(last.getTime())
}

/** The weeks in which a day's month lies, from Monday to Sunday. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const next = plusMonths(first, 1)
  const weeks: string[][] = []
  for (
    let monday = plusDays(first, -((new Date(first).getUTCDay() + 6) % 7));
    monday < next;
    monday = plusDays(monday, 7)
  ) {
    weeks.push(Array.from({ length: 7 }, (_, n) => plusDays(monday, n)))
  }
  return weeks
}

/** How many days lie between two days; the same day is 0. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
