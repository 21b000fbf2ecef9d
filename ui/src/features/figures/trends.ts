// A figure beside what it was in the same period of the year before, in words and with a sign.
import { ref } from 'vue'
import type { Figure, FigureTrend } from '@/api/bindings'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** Less than this the year before, and a percentage says more than there is to say. */
const FEW = 10

/** Whether any figure could be compared when they last were: room is kept for it before the trends come. */
export const comparable = ref(true)

export interface Compared {
  /** 上年同期 106 条 */
  before: string
  /** 较上年同期 +12 条，+11%, of few 较上年同期 +12 条; empty where there is nothing to compare. */
  change: string
}

/** `points`: the figure is a share, whose change is told in percentage points. */
export function compared(figure: Figure, trend: FigureTrend, points: boolean, t: Translate): Compared {
  const { last_year: last } = trend
  if (last === null || trend.last_year_rows === 0) return { before: t('figures.lastYear.none'), change: '' }
  const before = points
    ? t('figures.lastYear.share', { n: last })
    : t('figures.lastYear.value', { n: last, unit: figure.unit })
  return { before, change: figure.value === null ? '' : changed(figure.value, last, figure.unit, points, t) }
}

function changed(now: number, last: number, unit: string, points: boolean, t: Translate): string {
  // Shares have few decimals; their difference must not have sixteen.
  const delta = Math.round((now - last) * 100) / 100
  if (delta === 0) return t('figures.lastYear.same')
  if (points) return t('figures.lastYear.points', { delta: signed(delta) })
  const percent = last < FEW ? 0 : (delta / last) * 100
  const rounded = Math.abs(percent) < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)
  return rounded === 0
    ? t('figures.lastYear.delta', { delta: signed(delta), unit })
    : t('figures.lastYear.change', { delta: signed(delta), unit, percent: signed(rounded) })
}

/** With + or −, the sign as long as a figure. */
function signed(number: number): string {
  return number < 0 ? `−${-number}` : `+${number}`
}
