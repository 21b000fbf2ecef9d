// A finding in words: what it is, where it stands, and why it was taken for that.
import type { FindingPlace, SensitiveFinding, ThingInfo } from '@/api/bindings'
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

/** What is said at a field of a form while it is filled in. */
export function atField({ kind, masked, place }: SensitiveFinding, t: Translate): string {
  const [from, to] = place.in === 'field' ? [place.from + 1, place.to] : [0, 0]
  const [what, why] = [t(`checks.scan.kinds.${kind}`), t(`checks.scan.why.${kind}`)]
  return t('checks.scan.inForm', { kind: what, masked, from, to, why })
}
