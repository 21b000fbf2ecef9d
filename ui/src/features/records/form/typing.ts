// What is done to the fields of a form: typed into, left, a word added to a vocabulary; and what each is drawn with.
import type { ComputedRef, ShallowRef } from 'vue'
import type { Field, FieldFault, Value } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import { forgetVocabulary } from '../vocabulary'
import type { Filling } from './filling'
import type { Told } from './told'

interface Wiring {
  told: ComputedRef<Map<string, Told>>
  /** What was refused on saving, until its field is changed. */
  refused: ShallowRef<FieldFault[]>
  /** Asks the core what it makes of the values, once nothing is typed for a moment. */
  check: () => void
}

export function useTyping(filling: Filling, { told, refused, check }: Wiring) {
  const { values, words, error } = filling

  function change(field: Field, value: Value, word: string) {
    refused.value = refused.value.filter((fault) => fault.field !== field.key)
    filling.set(field.key, value, word)
    check()
  }

  function visit(field: Field) {
    filling.visit(field.key)
    check()
  }

  /** What is left open stays as it is. */
  function stay(field: Field) {
    filling.settle(field.key)
    visit(field)
  }

  async function add(field: Field, name: string) {
    const { kind } = field
    try {
      const term = await call('add_term', { dimension: kind.type === 'term' ? kind.dimension : 'channel', name })
      forgetVocabulary()
      filling.learn(term)
      const before = values.value[field.key]
      change(field, kind.type === 'channels' ? [...(Array.isArray(before) ? before : []), term.id] : term.id, '')
    } catch (thrown) {
      error.value = asCallError(thrown)
    }
  }

  function drawn(field: Field) {
    const { read = null, refusals = [], warnings = [], unsettled = [] } = told.value.get(field.key) ?? {}
    return {
      field,
      required: filling.isRequired(field),
      value: values.value[field.key] ?? null,
      word: words.value[field.key] ?? '',
      read,
      refusals,
      warnings,
      unsettled,
      kept: filling.kept.value.includes(field.key),
      fromFile: filling.fromFile.value[field.key] ?? '',
      onChange: (value: Value, word: string) => change(field, value, word),
      onAdd: (name: string) => add(field, name),
      onStay: () => stay(field),
      onVisit: () => visit(field),
    }
  }

  return { drawn }
}
