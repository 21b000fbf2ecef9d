// The questions of the secrecy review as they are being edited: they wait while another section or page is looked at.
import { computed, ref, shallowRef, watch } from 'vue'
import { openedRegister } from '@/app/register'

export interface QuestionDraft {
  key: number
  text: string
}

const drafts = ref<QuestionDraft[]>([])
/** As they are saved. */
const saved = shallowRef<readonly string[]>([])
let keys = 0

const changed = computed(() => JSON.stringify(drafts.value.map(({ text }) => text)) !== JSON.stringify(saved.value))

function revert() {
  drafts.value = saved.value.map((text) => ({ key: ++keys, text }))
}

/** What the core has: what is being edited stays. */
function take(questions: readonly string[]) {
  const untouched = !changed.value
  saved.value = questions
  if (untouched) revert()
}

/** What was edited is now what the core has. */
function taken(questions: readonly string[]) {
  saved.value = questions
  revert()
}

function add() {
  drafts.value.push({ key: ++keys, text: '' })
}

watch(
  () => openedRegister.value?.id,
  () => taken([]),
  { flush: 'sync' },
)

export function useQuestionDrafts() {
  return { drafts, changed, add, revert, take, taken }
}
