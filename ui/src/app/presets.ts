// The periods that are offered wherever one is chosen.
import { type Period, yearOf } from '@/shared/period'

export type PresetName = 'thisYear' | 'lastYear' | 'yearToDate' | 'thisSchoolYear' | 'lastSchoolYear'

/** The periods that reports of schools ask for. A school year runs from 1 September to 31 August (教育部令第29号). */
export function presets(day: string): Record<PresetName, Period> {
  const year = Number(day.slice(0, 4))
  const school = day.slice(5) >= '09-01' ? year : year - 1
  return {
    thisYear: yearOf(day),
    lastYear: yearOf(`${year - 1}`),
    yearToDate: { from: `${year}-01-01`, to: day },
    thisSchoolYear: { from: `${school}-09-01`, to: `${school + 1}-08-31` },
    lastSchoolYear: { from: `${school - 1}-09-01`, to: `${school}-08-31` },
  }
}
