// How the rows of a list stand today: what is due by the core's clock, asked once for a page after its rows are painted;
// the rest by its days.
import { computed, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Due, RecordList, Thing } from '@/api/bindings'
import { call } from '@/api/call'
import { useAnswer } from '@/app/answer'
import { dueInWords, leftInWords, signs, tones } from '@/features/requests/clock'
import { painted } from '@/shared/painted'
import { today } from '@/shared/period'
import type { DueFilter } from '../listing'
import type { Translate } from '../values'
import { STANDING_THINGS, type Standing, standingOf } from './standing'

const BY_A_DAY = ['overdue', 'due_today', 'due_soon'] as const
const ENDING = ['due_today', 'due_soon', 'ended'] as const

/** What each register can be narrowed to, where something in it is due. */
export const dueFilters: Partial<Record<Thing, readonly DueFilter[]>> = {
  reply: BY_A_DAY,
  request: BY_A_DAY,
  problem: BY_A_DAY,
  consultation: ENDING,
  notice: ENDING,
}

/** Things whose term is counted in working days. */
const IN_WORKING_DAYS: readonly Thing[] = ['request', 'reply', 'problem']

/** By record; nothing in registers whose records wait for nothing. That it cannot be read, the list beside it tells. */
export function useStandings(thing: Thing, list: ShallowRef<{ list: RecordList } | null>) {
  const { t, locale } = useI18n()
  const { answer: dues } = useAnswer(async () => {
    if (!IN_WORKING_DAYS.includes(thing) || list.value === null) return null
    await painted()
    return new Map((await call('due_list', { thing })).map((due) => [due.id, due]))
  }, [list])

  return computed((): ReadonlyMap<string, Standing> | undefined => {
    if (!STANDING_THINGS.includes(thing)) return undefined
    const found = new Map<string, Standing>()
    for (const { id, values, withdrawn } of list.value?.list.records ?? []) {
      const due = dues.value?.get(id)
      const standing = due ? standingOfDue(due, t, locale.value) : standingOf(thing, values, today(), t)
      if (standing && withdrawn === null) found.set(id, standing)
    }
    return found
  })
}

/** By when something is to be done and what is left until then: short for a list, and in full. */
function standingOfDue(due: Due, t: Translate, locale: string): Standing {
  const left = leftInWords(due, t)
  const by = due.due ? dueInWords(due.thing, due.due, t, locale) : t(`requests.standing.${due.standing}`)
  const provisional = due.provisional ? t('requests.provisionalShort') : ''
  return {
    tone: tones[due.standing],
    sign: signs[due.standing],
    text: provisional + [due.due?.slice(5) ?? '', left].filter(Boolean).join('　'),
    title: [provisional + by, left].join(t('requests.and')),
  }
}

/** The records of a register that are due so. */
export async function idsDue(thing: Thing, filter: DueFilter): Promise<string[]> {
  return (await call('due_list', { thing })).filter(({ standing }) => standing === filter).map(({ id }) => id)
}
