// Drafts of what is answered in the checks of a record: there once they are read, written before the section goes.
import { onBeforeUnmount, shallowRef } from 'vue'
import { asCallError, type CallError } from '@/api/call'
import { openDrafts } from '@/app/drafts'
import { openedRegister } from '@/app/register'

export type Drafts = Awaited<ReturnType<typeof openDrafts>>

export function useDrafts() {
  /** Undefined until they are read, null where they cannot be. */
  const drafts = shallowRef<Drafts | null>()
  const error = shallowRef<CallError | null>(null)
  const failed = (failure: CallError) => {
    error.value = failure
  }

  openDrafts(openedRegister.value?.id ?? '', failed).then(
    (opened) => {
      drafts.value = opened
    },
    (thrown) => {
      drafts.value = null
      failed(asCallError(thrown))
    },
  )
  onBeforeUnmount(() => drafts.value?.flush())

  return { drafts, error }
}
