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
