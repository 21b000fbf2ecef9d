// What a proof found, in the words and signs of the page.
import { CircleCheck, CircleClose, QuestionFilled } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { ComposerTranslation } from 'vue-i18n'
import type { Proof, ProvedNumber, Spot, Verdict } from '@/api/bindings'

/** What must be looked at comes first. */
export const VERDICTS: readonly Verdict[] = ['contradicts', 'unknown', 'matches']

export const SIGNS: Record<Verdict, Component> = {
  contradicts: CircleClose,
  unknown: QuestionFilled,
  matches: CircleCheck,
}

export function count({ numbers }: Proof, verdict: Verdict): number {
  return numbers.filter((number) => number.verdict === verdict).length
}

/** The words that lead to a number, and the number as it is written. */
export function parted({ text, from, to }: ProvedNumber): { lead: string; written: string } {
  const signs = [...text]
  const at = Math.max(0, signs.length - (to - from))
  return { lead: signs.slice(0, at).join(''), written: signs.slice(at).join('') }
}

/** Where a number stands, as one would tell a colleague. */
export function placeIn(spot: Spot, t: ComposerTranslation): string {
  if (spot.at === 'margin') return t('proof.places.margin')
  if (spot.at === 'cell') return t('proof.places.cell', { sheet: spot.sheet, cell: spot.cell })
  return t(`proof.places.${spot.at}`, { n: spot.number })
}
