// What is told at which field: left open by a line, refused on saving, found by the check, or a word that is no term.
import { computed, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FaultCode, Field, FieldFault, Term, Unsettled, Value } from '@/api/bindings'
import type { Checked } from './checking'
import type { Filling } from './filling'
import { asSent, same } from './typed'
import { openAt } from './unsettled'

/** What must not go out is told while it is typed; all else once somebody was there. */
const AT_ONCE: readonly FaultCode[] = ['identity_number_found', 'mobile_number_found', 'bank_card_found', 'email_found']

export interface Told {
  refusals: FieldFault[]
  warnings: FieldFault[]
  unsettled: Unsettled[]
  read: Value
}

export function useTold(filling: Filling, checked: ShallowRef<Checked | null>, refused: ShallowRef<FieldFault[]>) {
  const { t } = useI18n()

  const sent = computed(() => asSent(filling.values.value))

  function unknownWord(field: Field): FieldFault[] {
    if (!filling.isWord(field.key)) return []
    const name = filling.words.value[field.key]?.trim() ?? ''
    const unknown = field.kind.type === 'link' ? 'form.field.noRecord' : 'form.field.unknown'
    const told = isRetired(field, name) ? 'form.field.outOfUse' : unknown
    const sentence = (locale: string) => t(told, { name }, { locale })
    return [{ field: field.key, code: 'term_unknown', zh: sentence('zh-CN'), en: sentence('en') }]
  }

  /** A term that cannot be added anew: it is there, but no longer chosen. */
  function isRetired({ kind }: Field, name: string): boolean {
    const dimension = kind.type === 'term' ? kind.dimension : kind.type === 'channels' ? 'channel' : null
    const is = (term: Term) => term.retired && term.dimension === dimension && term.name === name
    return [...(filling.known.value?.terms.values() ?? [])].some(is)
  }

  function at(field: Field): Told {
    // What was said of other words than those that stand here now is said no more.
    const current = checked.value && same(checked.value.of[field.key], sent.value[field.key]) ? checked.value : null
    const of = (faults: readonly FieldFault[] = []) => faults.filter((fault) => fault.field === field.key)
    const read = current?.values[field.key] ?? null
    const unsettled = openAt(filling.unsettled.value, field.key)
    // What is left open is not said twice.
    const isNews = ({ code }: FieldFault) => unsettled.every(({ fault }) => fault.code !== code)
    const warnings = of(current?.warnings).filter(isNews)
    if (!filling.visited.value.has(field.key))
      return { refusals: [], warnings: warnings.filter(({ code }) => AT_ONCE.includes(code)), unsettled, read }
    const word = unsettled.length ? [] : unknownWord(field)
    const all = [...word, ...of(refused.value), ...of(current?.refusals)].filter(isNews)
    const refusals = all.filter((fault, n) => all.findIndex((other) => other.code === fault.code) === n)
    return { refusals, warnings, unsettled, read }
  }

  const told = computed(
    () => new Map((filling.info.value?.fields ?? []).map((field): [string, Told] => [field.key, at(field)])),
  )
  /** What stands there can be sent to nobody. */
  const hinders = (field: Field) =>
    unknownWord(field).length > 0 || openAt(filling.unsettled.value, field.key).length > 0

  return { sent, told, hinders }
}
