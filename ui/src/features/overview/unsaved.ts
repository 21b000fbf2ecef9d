// What is half done and not saved: forms, and an import that was not carried through.
import type { Thing, ThingInfo } from '@/api/bindings'
import { registerPath } from '@/app/places'
import { IMPORT_KEY, readKept } from '@/features/imports/keeping'
import { readDraft } from '@/features/records/form/drafts'
import { label } from '@/features/records/values'
import { fileName } from '@/shared/fileName'

export interface Unsaved {
  key: string
  to: { path: string; query?: { draft: string } }
  /** As its title was typed, or by what it is. */
  name: string
}

export function unsavedOf(drafts: Map<string, string>, things: Map<Thing, ThingInfo>, locale: string): Unsaved[] {
  return [...drafts].sort().flatMap(([key, text]) => {
    if (key === IMPORT_KEY) {
      const kept = readKept(text)
      return kept ? [{ key, to: { path: '/imports' }, name: fileName(kept.workbook) }] : []
    }
    const draft = readDraft(text)
    const info = draft && things.get(draft.thing)
    if (!info) return []
    const title = draft.values[info.title_field]
    const name = typeof title === 'string' && title.trim() ? title.trim() : label(info, locale)
    return [{ key, to: { path: registerPath(draft.thing), query: { draft: key } }, name }]
  })
}
