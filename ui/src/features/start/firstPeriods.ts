// The period that a new register begins with: this year, this school year, or days of its own.
import { presets } from '@/app/presets'
import { typedDay } from '@/shared/day'
import type { Period } from '@/shared/period'

export const PERIOD_CHOICES = ['year', 'school', 'own'] as const
export type PeriodChoice = (typeof PERIOD_CHOICES)[number]

export interface OwnDays {
  name: string
  from: string
  to: string
}

/** What is wrong with days as typed: the message to show, or null. */
export function faultOf(own: OwnDays): 'unreadable' | 'reversed' | 'unnamed' | null {
  const from = typedDay(own.from)
  const to = typedDay(own.to)
  if (from === null || to === null) return 'unreadable'
  if (from > to) return 'reversed'
  return own.name.trim() === '' ? 'unnamed' : null
}

/** The days of a choice; null where they are not days yet. */
export function daysOf(choice: PeriodChoice, own: OwnDays, today: string): Period | null {
  const { thisYear, thisSchoolYear } = presets(today)
  if (choice === 'year') return thisYear
  if (choice === 'school') return thisSchoolYear
  const from = typedDay(own.from)
  const to = typedDay(own.to)
  return from !== null && to !== null && from <= to ? { from, to } : null
}
