// What a new publication begins with that is logged from another record: what a meeting made public, or a correction.
import type { RecordView, Thing, Value } from '@/api/bindings'
import type { Vocabulary } from './vocabulary'

/** A kind of publications, as the vocabulary that a register begins with names it. */
export const MINUTES = '会议纪要'
/** A kind by its code, whatever its name is. */
const CORRECTION = 'correction'

interface Filled {
  thing: Thing
  values: Record<string, Value>
}

/** Only what is there. */
function filled(values: Record<string, Value | undefined>): Filled {
  const there = Object.entries(values).filter((entry): entry is [string, Value] => (entry[1] ?? null) !== null)
  return { thing: 'publication', values: Object.fromEntries(there) }
}

export function publicationOf({ id, values }: RecordView): Filled {
  return filled({ meeting: id, department: values.department })
}

/** The title of a document is Chinese in any language of the screen; a title within a title has the inner marks. */
export function correctionOf({ id, values }: RecordView, known: Vocabulary): Filled {
  const kind = [...known.terms.values()].find(
    ({ dimension, code, retired }) => dimension === 'kind' && code === CORRECTION && !retired,
  )
  const title = String(values.title ?? '')
    .replaceAll('《', '〈')
    .replaceAll('》', '〉')
  return filled({
    title: `关于《${title}》的更正`,
    corrects: id,
    kind: kind?.id,
    department: values.department,
    channels: values.channels,
  })
}
