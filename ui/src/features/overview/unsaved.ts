// What is half done and not saved: forms, pasted rows, and an import that was not carried through.
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Thing, ThingInfo, Value } from '@/api/bindings'
import { useAnswer } from '@/app/answer'
import { readDrafts, writeDraft } from '@/app/drafts'
import { ROWS, recordPlace, registerPath, type Tab, tabPlace, thingOf } from '@/app/places'
import { openedRegister } from '@/app/register'
import { IMPORT_KEY, readKept } from '@/features/imports/keeping'
import { besideOf } from '@/features/records/beside'
import { type DroppedStep, dropDoneSteps } from '@/features/records/flow/stepDrafts'
import { readDraft, whatOf } from '@/features/records/form/drafts'
import { label } from '@/features/records/values'
import { isRowsKey, readPaste } from '@/features/rows/paste'
import { fileName } from '@/shared/fileName'
import { notify } from '@/shared/notice'

export interface Unsaved {
  key: string
  to: { path: string; query?: { draft: string } | { record: string; tab?: Tab } }
  /** As its title was typed, or by what it is. */
  name: string
  /** Whether it may be given up from afar; an import, a review and files are given up where they stand. */
  loose: boolean
}

/** Once the things are known. A courtesy of the page: that drafts cannot be read, each form tells. */
export function useUnsaved(things: () => Map<Thing, ThingInfo> | undefined) {
  const { t, locale } = useI18n()
  const register = openedRegister.value?.id ?? ''
  /** Steps that were done elsewhere, told for as long as the page is in sight. */
  const dropped = ref<DroppedStep[]>([])
  const { answer: drafts, reload } = useAnswer(async () => {
    dropped.value.push(...(await dropDoneSteps(register, { locale: locale.value, t })))
    return readDrafts(register)
  })

  const unsaved = computed(() => {
    const known = things()
    return drafts.value && known ? unsavedOf(drafts.value, known, locale.value) : []
  })

  /** Given up; it can be taken back for as long as the line about it stands. */
  async function discard({ key, name }: Unsaved) {
    const text = drafts.value?.get(key) ?? null
    await put(key, null)
    const undo = { label: t('overview.unsaved.undo'), run: () => void put(key, text) }
    notify(t('overview.unsaved.discarded', { name }), { action: undo })
  }

  async function put(key: string, text: string | null) {
    // Where that fails, the list says what still waits.
    await writeDraft(register, key, text).catch(() => {})
    await reload()
  }

  return { unsaved, dropped, discard }
}

function unsavedOf(drafts: Map<string, string>, things: Map<Thing, ThingInfo>, locale: string): Unsaved[] {
  const led = new Set<string>()
  return [...drafts].sort().flatMap(([key, text]): Unsaved[] => {
    if (key === IMPORT_KEY) {
      const kept = readKept(text)
      return kept ? [{ key, to: { path: '/imports' }, name: fileName(kept.workbook), loose: false }] : []
    }
    if (isRowsKey(key)) {
      const paste = readPaste(text)
      const info = paste && things.get(paste.thing)
      const title = info && titleOf(paste.rows[0]?.values ?? {}, info, locale)
      return title ? [{ key, to: { path: ROWS, query: { draft: key } }, name: title, loose: true }] : []
    }
    const beside = besideOf(key, text)
    if (beside) {
      const { record: id, tab } = beside
      // A record may have several decisions half made: one way leads to all of them.
      if (led.has(`${tab} ${id}`)) return []
      led.add(`${tab} ${id}`)
      const thing = things.get(thingOf(id))
      const name = beside.title.trim() || (thing ? label(thing, locale) : id)
      return [{ key, to: tabPlace({ thing: thingOf(id), id }, tab), name, loose: false }]
    }
    const draft = readDraft(text)
    const info = draft && things.get(draft.thing)
    if (!info) return []
    const name = draft.title.trim() || titleOf(draft.values, info, locale)
    const what = whatOf(key, draft.thing)
    // A step is filled in beside its record.
    if (what && 'step' in what && what.step !== null)
      return [{ key, to: recordPlace({ thing: draft.thing, id: what.record }), name, loose: true }]
    return [{ key, to: { path: registerPath(draft.thing), query: { draft: key } }, name, loose: true }]
  })
}

function titleOf(values: Record<string, Value>, info: ThingInfo, locale: string): string {
  const title = values[info.title_field]
  return typeof title === 'string' && title.trim() ? title.trim() : label(info, locale)
}
