// As what a request counts in the government form where nobody chose: proposed by its outcome, ground and clarification.
import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OutcomeProposal } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import type { Filling } from './filling'
import { isEmpty } from './typed'

/** Said in the empty field of the row; empty where nothing is proposed. */
export function useProposal({ info, known, values, error }: Filling) {
  const { t } = useI18n()
  const proposals = shallowRef<readonly OutcomeProposal[]>([])

  watch(
    () => info.value?.thing === 'request',
    async (isRequest) => {
      if (!isRequest) return
      try {
        proposals.value = await call('outcome_proposals', {})
      } catch (thrown) {
        error.value = asCallError(thrown)
      }
    },
    { immediate: true },
  )

  return computed(() => {
    const { outcome, refusal_ground: ground, clarify_given_on: given } = values.value
    const name = (id: number) => known.value?.terms.get(id)?.name ?? ''
    const found = proposals.value.find(
      (one) => one.outcome === outcome && one.refusal_ground === (ground ?? null) && one.clarified === !isEmpty(given),
    )
    return found ? t('form.proposed', { name: name(found.gov_outcome) }) : ''
  })
}
