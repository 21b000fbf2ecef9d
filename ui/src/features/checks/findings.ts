// A finding in words: what it is, where it stands, and why it was taken for that.
import type { FindingPlace, ThingInfo } from '@/api/bindings'
import { label, type Translate } from '@/features/records/values'

export function placeInWords(place: FindingPlace, info: ThingInfo, t: Translate, locale: string): string {
  if (place.in === 'field') {
    const field = info.fields.find(({ key }) => key === place.field)
    const named = field ? label(field, locale) : place.field
    return t('checks.scan.place.field', { field: named, from: place.from + 1, to: place.to })
  }
  const { name, spot, deleted } = place
  const stands = t(`checks.scan.place.${spot.at}`, { name, ...spot })
  return deleted ? stands + t('checks.scan.place.deleted') : stands
}
