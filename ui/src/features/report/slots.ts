// Slots of the template by the names that a clerk knows: {学校官网} on the screen is {web} in the template.
import type { Figure } from '@/api/bindings'

/** What a template can name besides figures. */
export const WORDS = ['institution', 'addressee', 'period', 'from', 'to', 'date', 'year', 'reporting_year'] as const
export type Word = (typeof WORDS)[number]

export interface Slots {
  toNames(text: string): string
  toIds(text: string): string
}

/** A name that two things bear, or that is itself an id, is not used: that slot keeps its id. Others stay as typed. */
export function slotsOf(figures: readonly Figure[], wordName: (word: Word) => string): Slots {
  const pairs: [string, string][] = [
    ...WORDS.map((word): [string, string] => [word, wordName(word)]),
    ...figures.map(({ id, label }): [string, string] => [id, label]),
  ]
  const ids = new Set(pairs.map(([id]) => id))
  const bearers = new Map<string, number>()
  for (const [, name] of pairs) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  const sound = pairs.filter(([, name]) => bearers.get(name) === 1 && !ids.has(name) && !/[{}\n]/.test(name))
  const names = new Map(sound)
  const back = new Map(sound.map(([id, name]) => [name, id]))
  const replaced = (text: string, by: Map<string, string>) =>
    text.replace(/\{([^{}]*)\}/g, (slot, name: string) => {
      const other = by.get(name.trim())
      return other === undefined ? slot : `{${other}}`
    })
  return { toNames: (text) => replaced(text, names), toIds: (text) => replaced(text, back) }
}
