// A vocabulary as its tree: each term with its depth, its neighbours, and the other names that lead to it.
import type { Term } from '@/api/bindings'

export interface TreeTerm {
  term: Term
  depth: number
  /** Names that were merged into it. */
  aliases: string[]
  before: Term | null
  after: Term | null
}

/** In the order of the tree. A term that was merged into another stands only among that one's other names. */
export function treeOf(terms: readonly Term[]): TreeTerm[] {
  const own = terms.filter((term) => term.same_as === undefined)
  own.sort((a, b) => a.position - b.position || a.id - b.id)
  const ids = new Set(own.map((term) => term.id))
  const parentOf = (term: Term) => (term.parent !== null && ids.has(term.parent) ? term.parent : null)
  const below = (parent: number | null, depth: number): TreeTerm[] => {
    const siblings = own.filter((term) => parentOf(term) === parent)
    return siblings.flatMap((term, at) => [
      {
        term,
        depth,
        aliases: terms.filter((other) => other.same_as === term.id).map((other) => other.name),
        before: siblings[at - 1] ?? null,
        after: siblings[at + 1] ?? null,
      },
      ...below(term.id, depth + 1),
    ])
  }
  return below(null, 0)
}

/** Below a term, it included: where it cannot be moved to. */
export function within(terms: readonly Term[], id: number): Set<number> {
  const found = new Set([id])
  for (let grown = true; grown; ) {
    grown = false
    for (const term of terms) {
      if (term.parent !== null && found.has(term.parent) && !found.has(term.id)) {
        found.add(term.id)
        grown = true
      }
    }
  }
  return found
}
