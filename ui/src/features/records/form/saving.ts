// Saving a form: as a new record or in the place of the one that is edited; what refuses it stays at its fields.
import { type Ref, ref, type ShallowRef, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldFault, Saved, Thing, Value } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import { today } from '@/shared/period'
import { sentenceOf, shown } from '../values'
import type { WaitingFile } from './drafts'
import type { Filling } from './filling'

interface Wiring {
  thing: () => Thing
  sent: Ref<Record<string, Value>>
  /** Why an archived record is corrected; empty where nobody asks. */
  reason: () => string
  /** Whether something is left open, a word stands somewhere that is no term, or a reason is missing. */
  isHindered: () => boolean
  /** What was refused on saving, until its field is changed. */
  refused: ShallowRef<FieldFault[]>
  onRefused: () => Promise<void>
  /** Another record stands in the form than before. */
  onTurned: () => Promise<void>
  onSaved: (saved: Saved, next: boolean, from: SavedForm) => void
}

/** The form that was saved, and the files that waited for that. */
export interface SavedForm {
  form: symbol
  files: readonly WaitingFile[]
}

type Held = ReturnType<Filling['hold']>

export function useSaving(filling: Filling, wiring: Wiring) {
  const { t, locale } = useI18n()
  const { info, error, known } = filling
  const saving = ref(false)
  /** The form stands open for the next record while the last one is still being saved. */
  const ahead = ref(false)
  /** The last record of this sitting, and what was said of it. */
  const done = shallowRef<{ id: string; text: string } | null>(null)
  /** Saving was asked for again meanwhile. */
  let again: { next: boolean } | null = null
  /** The next record as far as it was typed, while the one before is put right. */
  let typedAhead: Held | null = null

  async function save(next: boolean) {
    if (!info.value) return
    if (saving.value) {
      if (ahead.value) again = { next }
      return
    }
    saving.value = true
    error.value = null
    filling.visit(...info.value.fields.map((field) => field.key))
    if (wiring.isHindered()) await wiring.onRefused()
    else await attempt(next && filling.id.value === null)
    saving.value = false
    const more = again
    again = null
    if (more) await save(more.next)
  }

  async function attempt(next: boolean) {
    const sending = send()
    const form = filling.form.value
    const files = filling.files.value
    const turn = next ? turnOn() : null
    try {
      const saved = await sending
      // What came to a form that stayed open meanwhile is its as well.
      take(saved, turn, { form, files: filling.form.value === form ? filling.files.value : files })
    } catch (thrown) {
      again = null
      const failure = asCallError(thrown)
      wiring.refused.value = [...failure.fields]
      if (failure.fields.length === 0) error.value = failure
      if (turn) await turn.back()
      if (failure.fields.length) await wiring.onRefused()
    }
    ahead.value = false
  }

  function send(): Promise<Saved> {
    const id = filling.id.value
    const values = wiring.sent.value
    const given = wiring.reason()
    const reason = given === '' ? {} : { reason: given }
    if (id !== null) return call('edit_record', { id, values, ...reason })
    const leftover = filling.leftover.value
    return call('log_record', { thing: wiring.thing(), values, ...reason, ...(leftover === null ? {} : { leftover }) })
  }

  /** At once to the next record: no key is lost while the last one is saved. */
  function turnOn() {
    const held = filling.hold()
    const uncarry = filling.leave()
    if (typedAhead) typedAhead.bringBack()
    else filling.next()
    typedAhead = null
    ahead.value = true
    void wiring.onTurned()
    const back = async () => {
      if (filling.touched.value) typedAhead = filling.hold()
      uncarry()
      held.bringBack()
      await wiring.onTurned()
    }
    return { key: held.key, back }
  }

  function take(saved: Saved, turn: { key: string } | null, from: SavedForm) {
    wiring.refused.value = []
    if (turn === null) {
      if (filling.id.value === null) filling.leave()
      filling.forgetDraft()
    } else {
      if (turn.key !== filling.key.value) filling.forgetDraft(turn.key)
      const told = { id: saved.record.id, text: sayDone(saved) }
      done.value = told
      void countToday(told)
    }
    wiring.onSaved(saved, turn !== null, from)
  }

  /** How many were logged today, said as soon as it is known. */
  async function countToday(told: { id: string; text: string }) {
    try {
      const day = today()
      const { logged_today } = await call('overview', { from: day, to: day })
      if (done.value === told) done.value = { ...told, text: told.text + t('form.saved.today', { n: logged_today }) }
    } catch {
      // The record is saved; its number in the day is a courtesy.
    }
  }

  function sayDone({ record, also, warnings, same_as }: Saved): string {
    const field = info.value?.fields.find(({ key }) => key === info.value?.title_field)
    const title = field && known.value ? shown(field, record.values[field.key], known.value, t) : ''
    const repeats = same_as.length ? [t('form.saved.same', { n: same_as.length })] : []
    const notes = warnings.map((fault) => sentenceOf(fault, locale.value))
    const cases = also.map((one) => t('form.saved.also', { title: one.title || t('records.panel.untitled') }))
    const saved = t('form.saved.done', { title: title || t('records.panel.untitled') })
    return [saved, ...cases, ...repeats, ...notes].join('')
  }

  return { saving, ahead, done, save }
}
