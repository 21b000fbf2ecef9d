// The record that the sections of the checks look at, and what each of them asks of it.
import { computed } from 'vue'
import type { RecordView, ThingInfo } from '@/api/bindings'
import type { Drafts } from './kept'

export interface Checked {
  record: RecordView
  info: ThingInfo
  title: string
  /** The evidence that stands: with other files it is asked anew. */
  files: string
  drafts: Drafts | null | undefined
}

export function useChecked(checked: Readonly<Checked>) {
  const values = computed(() => JSON.stringify(checked.record.values))
  /** Another answer may come with another of these. */
  const sources = [() => checked.record.id, values, () => checked.files]
  /** Nothing is to be settled of what counts no more. */
  const closed = computed(() => checked.record.withdrawn !== null || checked.record.taken_back)
  return { sources, closed }
}
