// What is half done and not saved: forms, pasted rows, and an import that was not carried through.
import type { Thing, ThingInfo, Value } from '@/api/bindings'
import { ROWS, recordPlace, registerPath, type Tab, tabPlace, thingOf } from '@/app/places'
import { IMPORT_KEY, readKept } from '@/features/imports/keeping'
import { besideOf } from '@/features/records/beside'
import { readDraft, whatOf } from '@/features/records/form/drafts'
import { label } from '@/features/records/values'
import { isRowsKey, readPaste } from '@/features/rows/paste'
import { fileName } from '@/shared/fileName'

export interface Unsaved {
  key: string
  to: { path: string; query?: { draft: string } | { record: string; tab?: Tab } }
  /** As its title was typed, or by what it is. */
  name: string
}

export function unsavedOf(drafts: Map<string, string>, things: Map<Thing, ThingInfo>, locale: string): Unsaved[] {
  const led = new Set<string>()
  return [...drafts].sort().flatMap(([key, text]) => {
    if (key === IMPORT_KEY) {
      const kept = readKept(text)
      return kept ? [{ key, to: { path: '/imports' }, name: fileName(kept.workbook) }] : []
    }
    if (isRowsKey(key)) {
      const paste = readPaste(text)
      const info = paste && things.get(paste.thing)
      const title = info && titleOf(paste.rows[0]?.values ?? {}, info, locale)
      return title ? [{ key, to: { path: ROWS, query: { draft: key } }, name: title }] : []
    }
    const beside = besideOf(key, text)
    if (beside) {
      const { record: id, tab } = beside
      // A record may have several decisions half made: one way leads to all of them.
      if (led.has(`${tab} ${id}`)) return []
      led.add(`${tab} ${id}`)
      const thing = things.get(thingOf(id))
      const name = beside.title.trim() || (thing ? label(thing, locale) : id)
      return [{ key, to: tabPlace({ thing: thingOf(id), id }, tab), name }]
    }
    const draft = readDraft(text)
    const info = draft && things.get(draft.thing)
    if (!info) return []
    const name = draft.title.trim() || titleOf(draft.values, info, locale)
    const what = whatOf(key, draft.thing)
    // A step is filled in beside its record.
    if (what && 'step' in what && what.step !== null)
      return [{ key, to: recordPlace({ thing: draft.thing, id: what.record }), name }]
    return [{ key, to: { path: registerPath(draft.thing), query: { draft: key } }, name }]
  })
}

function titleOf(values: Record<string, Value>, info: ThingInfo, locale: string): string {
  const title = values[info.title_field]
  return typeof title === 'string' && title.trim() ? title.trim() : label(info, locale)
}
