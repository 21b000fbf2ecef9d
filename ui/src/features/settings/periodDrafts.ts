// The periods of the office as they are being edited: they wait while another section or page is looked at.
import { computed, ref, watch } from 'vue'
import { namedPeriods } from '@/app/register'

export interface PeriodDraft {
  key: number
  name: string
  from: string
  to: string
}

const drafts = ref<PeriodDraft[]>([])
let keys = 0

const changed = computed(
  () =>
    JSON.stringify(drafts.value.map(({ name, from, to }) => [name, from, to])) !==
    JSON.stringify(namedPeriods.value.map(({ name, from, to }) => [name, from, to])),
)

/** As they are saved. */
function revert() {
  drafts.value = namedPeriods.value.map(({ name, from, to }) => ({ key: ++keys, name, from, to }))
}

function add(name: string, from: string, to: string) {
  drafts.value.push({ key: ++keys, name, from, to })
}

watch(namedPeriods, revert, { immediate: true, flush: 'sync' })

export function usePeriodDrafts() {
  return { drafts, changed, add, revert }
}
