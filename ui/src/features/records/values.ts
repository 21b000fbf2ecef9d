// A value of a record as a person reads it: terms by name, money in yuan, flags as 是 and 否.
import type { Field, FieldFault, ThingInfo, Value } from '@/api/bindings'
import type { Vocabulary } from './vocabulary'

export type Translate = (key: string, named?: Record<string, unknown>) => string

const isChinese = (locale: string) => locale.startsWith('zh')

/** The name of a thing, a field or a vocabulary in the language of the screen. */
export function label(named: { label: string; label_en: string }, locale: string): string {
  return isChinese(locale) ? named.label : named.label_en
}

/** What is said of a field, in the language of the screen. */
export function sentenceOf({ zh, en }: Pick<FieldFault, 'zh' | 'en'>, locale: string): string {
  return isChinese(locale) ? zh : en
}

/** Empty text where the field is empty. */
export function shown(field: Field, value: Value | undefined, known: Vocabulary, t: Translate): string {
  if (value === null || value === undefined || value === '') return ''
  const term = (id: number) => known.terms.get(id)?.name ?? t('records.detail.gone', { id })
  switch (field.kind.type) {
    case 'flag':
      return t(value === true ? 'records.detail.yes' : 'records.detail.no')
    case 'money':
      return t('records.detail.money', { yuan: (Number(value) / 100).toFixed(2) })
    case 'term':
      return term(Number(value))
    case 'channels':
      return Array.isArray(value) ? value.map(term).join(t('figures.list')) : ''
    case 'text':
    case 'date':
    case 'count':
    case 'link':
      return String(value)
  }
}

export interface FieldChange {
  key: string
  label: string
  before: string
  after: string
}

/** Where a record that is withdrawn keeps its reason in the log. */
const WITHDRAWN = 'withdrawn_reason'

type Filled = Record<string, Value> | null

/** The fields that differ between two states of a record, in the order of its form. */
export function changes(
  info: ThingInfo,
  before: Filled,
  after: Filled,
  known: Vocabulary,
  t: Translate,
  locale: string,
  /** What a record is known by that a link names. */
  nameOf: (id: string) => string = (id) => id,
): FieldChange[] {
  const worded = (field: Field, value: Value | undefined) => {
    const text = shown(field, value, known, t)
    return field.kind.type === 'link' && text !== '' ? nameOf(text) : text
  }
  const reason: Field = {
    key: WITHDRAWN,
    label: t('records.detail.withdrawnReason'),
    label_en: t('records.detail.withdrawnReason'),
    kind: { type: 'text', max: 0 },
    required: false,
  }
  return [...info.fields, reason].flatMap((field) => {
    const was = worded(field, before?.[field.key])
    const is = worded(field, after?.[field.key])
    return was === is ? [] : [{ key: field.key, label: label(field, locale), before: was, after: is }]
  })
}
