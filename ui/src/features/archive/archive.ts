// What an archived report tells: which figures changed since, by how much, and what each record did to them.
import type { ComposerTranslation } from 'vue-i18n'
import type { ArchivedReport, FigureChange, RecordChange } from '@/api/bindings'

/** The newest of those that were archived for this very period. */
export const earlierOf = (reports: readonly ArchivedReport[], from: string, to: string) =>
  reports.find((report) => report.from === from && report.to === to)

/** Records can come and go and leave the number as it was. */
export const isChanged = ({ filed, now, records }: FigureChange) =>
  filed.value !== now.value || filed.display !== now.display || records.length > 0

/** By how much; empty where a side has no number, or nothing moved. */
export function difference({ filed, now }: FigureChange): string {
  if (filed.value === null || now.value === null || filed.value === now.value) return ''
  const by = Math.round((now.value - filed.value) * 1000) / 1000
  return by > 0 ? `+${by}` : `−${-by}`
}

/** What became of a record in a figure. */
export function becameInWords({ filed, now }: RecordChange, t: ComposerTranslation): string {
  if (filed === null) return t('archive.change.came')
  return now === null ? t('archive.change.went') : t('archive.change.quantity', { filed, now })
}
