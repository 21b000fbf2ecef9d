// What a field can be filtered by: its terms as a tree, 是 and 否, and the empty field.
import type { Field, FilterValue, Term } from '@/api/bindings'
import { treeOf } from './termTree'
import type { Translate } from './values'
import type { Vocabulary } from './vocabulary'

export interface Choice {
  value: FilterValue
  name: string
  /** How far down its tree. */
  depth: number
  retired: boolean
}

export function choices(field: Field, known: Vocabulary, t: Translate): Choice[] {
  const plain = (value: FilterValue, name: string): Choice => ({ value, name, depth: 0, retired: false })
  const empty = field.required ? [] : [plain(null, t('records.detail.empty'))]
  switch (field.kind.type) {
    case 'term':
      return [...terms(field.kind.dimension, known), ...empty]
    case 'channels':
      return [...terms('channel', known), ...empty]
    case 'flag':
      return [plain(true, t('records.detail.yes')), plain(false, t('records.detail.no')), ...empty]
    case 'text':
    case 'date':
    case 'count':
    case 'money':
    case 'link':
      return empty
  }
}

function terms(dimension: Term['dimension'], known: Vocabulary): Choice[] {
  return treeOf([...known.terms.values()].filter((term) => term.dimension === dimension)).map(
    ({ term: { id, name, retired }, depth }) => ({ value: id, name, depth, retired }),
  )
}
