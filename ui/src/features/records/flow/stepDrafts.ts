// Half-filled steps whose record has done without them meanwhile: let go of, and told with what had been typed.
import type { RecordView, ThingInfo } from '@/api/bindings'
import { call } from '@/api/call'
import { readDrafts, writeDraft } from '@/app/drafts'
import { type Draft, readDraft, whatOf } from '../form/drafts'
import { isEmpty } from '../form/typed'
import { label, shown, type Translate } from '../values'
import { type Vocabulary, vocabulary } from '../vocabulary'
import { deedsOf } from './steps'

export interface DroppedStep {
  key: string
  record: RecordView
  title: string
  /** Which step it was, and what had been typed, field by field. */
  told: string
}

interface Screen {
  locale: string
  t: Translate
}

/** Of one record, or of all of the register. A step that can still be done waits, and so does one of a record that cannot be read. */
export async function dropDoneSteps(register: string, screen: Screen, only?: RecordView): Promise<DroppedStep[]> {
  const dropped: DroppedStep[] = []
  for (const [key, text] of await readDrafts(register)) {
    const draft = readDraft(text)
    const of = draft && whatOf(key, draft.thing)
    if (!draft || !of || !('step' in of) || of.step === null || (only && only.id !== of.record)) continue
    const record = only ?? (await call('record', { id: of.record }).catch(() => null))
    const known = await vocabulary()
    const info = known.things.get(draft.thing)
    if (!record || !info || deedsOf(record.thing, record.values).some(({ name }) => name === of.step)) continue
    await writeDraft(register, key, null)
    const title = String(record.values[info.title_field] ?? '').trim() || label(info, screen.locale)
    // The name of a button that asks for more ends in an ellipsis.
    const step = screen.t(`flow.deeds.${of.step}`).replace(/…$/, '')
    const told = screen.t('flow.dropped', { step, typed: typedIn(draft, info, known, screen) })
    dropped.push({ key, record, title, told })
  }
  return dropped
}

function typedIn({ values, words }: Draft, info: ThingInfo, known: Vocabulary, { locale, t }: Screen): string {
  return info.fields
    .map((field) => ({ field, text: words[field.key]?.trim() || textOf(field) }))
    .filter(({ text }) => text)
    .map(({ field, text }) => t('flow.typed', { field: label(field, locale), text }))
    .join(t('figures.list'))

  function textOf(field: ThingInfo['fields'][number]): string {
    const value = values[field.key]
    if (value === undefined || isEmpty(value)) return ''
    return field.kind.type === 'money' ? String(value) : shown(field, value, known, t)
  }
}
