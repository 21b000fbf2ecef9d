// What stands under the quick line: what was found, and what Enter does with the line.
import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { useQuickEntry } from './quickentry'
import type { useQuickSearch } from './quicksearch'

export function useQuickTold(
  words: Ref<string>,
  selected: Ref<number>,
  { found, error, searching, read }: ReturnType<typeof useQuickSearch>,
  entry: ReturnType<typeof useQuickEntry>,
) {
  const { t, locale } = useI18n()

  const said = computed(() => {
    const failed = entry.error.value ?? error.value
    const stop = entry.stops.value[selected.value]
    if (stop && !entry.error.value) return t('frame.quick.selected', { text: words.value.slice(stop.from, stop.to) })
    if (failed) return failed.sentence(locale.value)
    if (read.value !== null) return t('frame.quick.indexing', { percent: read.value })
    if (searching.value || entry.asking.value || !found.value) return t('frame.quick.searching')
    const { total, hits } = found.value
    if (total > 0) return t(`frame.quick.${listed(total > hits.length)}`, { total, shown: hits.length })
    // A line that is a record has not failed where nothing like it is found.
    if (entry.certain.value) return ''
    return t(entry.offered.value ? 'frame.quick.wordsAlone' : 'frame.quick.none')
  })

  function listed(more: boolean) {
    if (entry.certain.value) return 'also'
    if (entry.offered.value) return 'looked'
    return more ? 'newest' : 'all'
  }

  return said
}
