// What a form asks of a field as it stands filled in: required, of no concern, or said without being shown.
import { computed, type Ref } from 'vue'
import type { Field, Term, ThingInfo } from '@/api/bindings'
import type { Vocabulary } from '../vocabulary'
import type { FormLayout } from './formLayouts'
import { isEmpty, type Typed } from './typed'

interface Filled {
  known: Ref<Vocabulary | null>
  info: Ref<ThingInfo | null>
  values: Ref<Typed>
  layout: Ref<FormLayout | null>
  /** Whether a word stands in the field that is no term. */
  isWord: (field: string) => boolean
}

export function useRules({ known, info, values, layout, isWord }: Filled) {
  function termOf(key: string, name: string): number | null {
    const kind = info.value?.fields.find((field) => field.key === key)?.kind
    if (kind?.type !== 'term') return null
    const isIt = (term: Term) => term.dimension === kind.dimension && term.name === name && !term.retired
    return [...(known.value?.terms.values() ?? [])].find(isIt)?.id ?? null
  }

  /** By what rules know the outcome of a request, whatever its word is. */
  const outcomeCode = computed(() => known.value?.terms.get(Number(values.value.outcome))?.code)

  /** What is public has a day on which it was made so; a refusal has its ground. */
  function isRequired({ key, required }: Field): boolean {
    if (key === 'refusal_ground') return outcomeCode.value === 'refused'
    return required || (key === 'published_on' && values.value.is_public === true)
  }

  /** Only a refusal has a ground; only what has an outcome counts as one in the government form. */
  function isIdle({ key }: Field): boolean {
    if (key === 'refusal_ground') return outcomeCode.value !== 'refused'
    return key === 'gov_outcome' && isEmpty(values.value.outcome)
  }

  function silent(field: Field): boolean {
    const quiet = layout.value?.silent?.[field.key]
    const value = values.value[field.key]
    if (isIdle(field)) return isEmpty(value) && !isWord(field.key)
    return quiet !== undefined && (isEmpty(value) || value === quiet)
  }

  /** A word that every new record begins with. */
  function goesWithoutSaying(field: string): boolean {
    const name = layout.value?.begin?.[field]
    return name !== undefined && values.value[field] === termOf(field, name)
  }

  return { termOf, isRequired, silent, goesWithoutSaying }
}
