// What screens must know to show a record: things with their fields, terms by number, definitions of figures.
// Asked of the core once for each state of the register, and again after an import or when another one is opened.
import { watch } from 'vue'
import type { Definition, Term, Thing, ThingInfo } from '@/api/bindings'
import { call } from '@/api/call'
import { openedRegister } from '@/app/register'

export interface Vocabulary {
  things: Map<Thing, ThingInfo>
  terms: Map<number, Term>
  definitions: Map<string, Definition>
}

let asked: Promise<Vocabulary> | null = null

watch(openedRegister, forgetVocabulary, { flush: 'sync' })

export function vocabulary(): Promise<Vocabulary> {
  const mine = asked ?? load()
  asked = mine
  // A failure is told to whoever asked, and not kept.
  mine.catch(() => {
    if (asked === mine) forgetVocabulary()
  })
  return mine
}

export function forgetVocabulary(): void {
  asked = null
}

async function load(): Promise<Vocabulary> {
  const [things, terms, definitions] = await Promise.all([
    call('things', {}),
    call('terms', {}),
    call('definitions', {}),
  ])
  return {
    things: new Map(things.map((thing) => [thing.thing, thing])),
    terms: new Map(terms.map((term) => [term.id, term])),
    definitions: new Map(definitions.map((definition) => [definition.id, definition])),
  }
}
