// What the list under the quick line offers: the line itself to log, the newest records found and where all of them are,
// or else the registers to log it in.
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { type RouteLocationRaw, useRoute } from 'vue-router'
import type { SearchAnswer, ThingInfo } from '@/api/bindings'
import { filledFormPlace, recordPlace, registerPath } from './places'
import type { useQuickEntry } from './quickentry'
import { type Filters, searchPlace } from './searching'

export function useQuickChoices(
  words: Ref<string>,
  filters: Ref<Filters>,
  found: Ref<SearchAnswer | null>,
  entry: ReturnType<typeof useQuickEntry>,
) {
  const { t } = useI18n()
  const route = useRoute()

  const hits = computed(() => found.value?.hits ?? [])
  /** The list that shows all there is: of the register in sight, else of the newest hit. */
  const listed = computed(() => route.meta.thing ?? hits.value[0]?.thing)
  /** The first row logs the line; those below lead to what was found. */
  const first = computed(() => (entry.offered.value ? 1 : 0))
  /** For words that were neither found nor recognised: that in sight comes first. */
  const registers = computed(() => {
    if (found.value?.total !== 0 || !entry.unrecognised.value) return []
    const inSight = ({ thing }: ThingInfo) => Number(thing === route.meta.thing)
    return [...entry.things.value.values()].sort((a, b) => inSight(b) - inSight(a))
  })
  const choices = computed<(RouteLocationRaw | null)[]>(() => [
    ...(first.value ? [null] : []),
    ...hits.value.map(recordPlace),
    ...(listed.value && hits.value.length > 0
      ? [
          searchPlace(words.value.trim(), filters.value),
          { path: registerPath(listed.value), query: { text: words.value.trim() } },
        ]
      : []),
    ...registers.value.map((info) => filledFormPlace({ thing: info.thing, values: titled(info, words.value.trim()) })),
  ])
  /** What the last rows lead to: all that was found, and the register's own list. */
  const lists = computed(() => {
    if (!hits.value.length || !listed.value) return []
    const thing = t(`frame.pages.${listed.value}`)
    return [
      t('frame.quick.more', { total: (found.value?.total ?? 0).toLocaleString('en') }),
      t('frame.quick.list', { thing, words: words.value.trim() }),
    ]
  })

  return { hits, first, choices, lists, registers }
}

/** A record of a register whose title is no text is told of in its remarks. */
function titled({ fields, title_field }: ThingInfo, text: string) {
  const isText = fields.some(({ key, kind }) => key === title_field && kind.type === 'text')
  return { [isText ? title_field : 'remarks']: text }
}
