// The board of the 清单事项: its states in their order, and what they look like.
import { CircleCheck, Clock, Remove, Warning } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { BoardItem, ItemState, Tally, Term } from '@/api/bindings'
import { filledFormPlace } from '@/app/places'
import type { Vocabulary } from '@/features/records/vocabulary'
import { today } from '@/shared/period'

export const STATES: readonly ItemState[] = ['published', 'stale', 'missing', 'not_applicable']

/** A shape of its own for each, beside its word. */
export const MARKS: Record<ItemState, Component> = {
  published: CircleCheck,
  stale: Clock,
  missing: Warning,
  not_applicable: Remove,
}

export const isState = (word: unknown): word is ItemState => STATES.some((state) => state === word)

/** The items that concern the school. */
export const concerned = ({ published, stale, missing }: Tally): number => published + stale + missing

/** The form of a publication that shows an item. */
export function logPlace({ id, departments }: BoardItem) {
  const department = departments[0]
  const values = { list_item: id, is_public: true, ...(department !== undefined && { department }) }
  return filledFormPlace({ thing: 'publication', values })
}

/** As the shipped vocabulary calls a problem that the list shows; an office may have let it go. */
const GAP = '清单缺项'

/** The form of a problem that an item is. */
export function taskPlace({ id, departments }: BoardItem, title: string, known: Vocabulary) {
  const department = departments[0]
  const isGap = ({ dimension, name, retired }: Term) => dimension === 'problem_source' && name === GAP && !retired
  const source = [...known.terms.values()].find(isGap)?.id
  const values = {
    found_on: today(),
    title,
    list_item: id,
    ...(source !== undefined && { source }),
    ...(department !== undefined && { department }),
  }
  return filledFormPlace({ thing: 'problem', values })
}
