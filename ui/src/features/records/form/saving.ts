// Saving a form: as a new record or in the place of the one that is edited; what refuses it stays at its fields.
import { type Ref, ref, type ShallowRef, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FieldFault, Saved, Thing, Value } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import { today } from '@/shared/period'
import { shown } from '../values'
import type { Filling } from './filling'

interface Wiring {
  thing: () => Thing
  sent: Ref<Record<string, Value>>
  /** Whether a word stands somewhere that is no term. */
  hasUnknownWord: () => boolean
  /** What was refused on saving, until its field is changed. */
  refused: ShallowRef<FieldFault[]>
  onRefused: () => Promise<void>
  onSaved: (saved: Saved, next: boolean) => Promise<void>
}

export function useSaving(filling: Filling, wiring: Wiring) {
  const { t, locale } = useI18n()
  const { info, error, known } = filling
  const saving = ref(false)
  /** The last record of this sitting, and what was said of it. */
  const done = shallowRef<{ id: string; text: string } | null>(null)

  async function save(next: boolean) {
    if (saving.value || !info.value) return
    saving.value = true
    error.value = null
    filling.visit(...info.value.fields.map((field) => field.key))
    try {
      if (wiring.hasUnknownWord()) await wiring.onRefused()
      else await take(await send(), next && filling.id.value === null)
    } catch (thrown) {
      const failure = asCallError(thrown)
      wiring.refused.value = [...failure.fields]
      if (failure.fields.length) await wiring.onRefused()
      else error.value = failure
    } finally {
      saving.value = false
    }
  }

  function send(): Promise<Saved> {
    const id = filling.id.value
    const values = wiring.sent.value
    if (id !== null) return call('edit_record', { id, values })
    const leftover = filling.leftover.value
    return call('log_record', { thing: wiring.thing(), values, ...(leftover === null ? {} : { leftover }) })
  }

  async function take(saved: Saved, next: boolean) {
    wiring.refused.value = []
    if (filling.id.value === null) filling.leave()
    else filling.forgetDraft()
    if (next) {
      const told = { id: saved.record.id, text: sayDone(saved) }
      done.value = told
      void countToday(told)
      filling.next()
    }
    await wiring.onSaved(saved, next)
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
    const notes = warnings.map((fault) => (locale.value.startsWith('zh') ? fault.zh : fault.en))
    const cases = also.map((one) => t('form.saved.also', { title: one.title || t('records.panel.untitled') }))
    const saved = t('form.saved.done', { title: title || t('records.panel.untitled') })
    return [saved, ...cases, ...repeats, ...notes].join('')
  }

  return { saving, done, save }
}
