// What the list under the quick line offers: the line itself to log, the newest records found, and where all of them are.
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { type RouteLocationRaw, useRoute } from 'vue-router'
import type { SearchAnswer } from '@/api/bindings'
import { recordPlace, registerPath } from './places'
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
  const choices = computed<(RouteLocationRaw | null)[]>(() => [
    ...(first.value ? [null] : []),
    ...hits.value.map(recordPlace),
    ...(listed.value && hits.value.length > 0
      ? [
          searchPlace(words.value.trim(), filters.value),
          { path: registerPath(listed.value), query: { text: words.value.trim() } },
        ]
      : []),
  ])
  /** What the last rows lead to: all that was found, and the register's own list. */
  const lists = computed(() => {
    if (choices.value.length === hits.value.length + first.value || !listed.value) return []
    const thing = t(`frame.pages.${listed.value}`)
    return [
      t('frame.quick.more', { total: (found.value?.total ?? 0).toLocaleString('en') }),
      t('frame.quick.list', { thing, words: words.value.trim() }),
    ]
  })

  return { hits, first, choices, lists }
}
