// Values as a form holds them: days and numbers as the text that was typed, terms by number, flags as flags.
import type { Field, ThingInfo, Value } from '@/api/bindings'
import { charactersOf } from '@/shared/characters'

export type Typed = Record<string, Value>

/** What a record holds, as it would have been typed. */
export function asTyped(info: ThingInfo, values: Readonly<Typed>): Typed {
  return Object.fromEntries(info.fields.map((field) => [field.key, one(field, values[field.key] ?? null)]))
}

function one({ key, kind }: Field, value: Value): Value {
  switch (kind.type) {
    case 'flag':
      // An item in a ledger of published items is public unless it says otherwise, as the core has it.
      return typeof value === 'boolean' ? value : key === 'is_public'
    case 'channels':
      return Array.isArray(value) ? [...value] : []
    case 'term':
      return typeof value === 'number' ? value : null
    case 'money':
      return typeof value === 'number' ? (value / 100).toFixed(2) : text(value)
    case 'text':
    case 'date':
    case 'count':
    case 'link':
      return text(value)
  }
}

const text = (value: Value): string => (value === null ? '' : String(value))

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** As the core takes it: what is empty is null. */
export function asSent(typed: Readonly<Typed>): Typed {
  return Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, isEmpty(value) ? null : value]))
}

/** Channels are a set: their order says nothing. */
export function same(one: Value | undefined, other: Value | undefined): boolean {
  const plain = (value: Value | undefined) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null))
  return plain(one) === plain(other)
}

/** How many characters the core counts. */
export const lengthOf = (value: Value | undefined): number => (typeof value === 'string' ? charactersOf(value) : 0)
