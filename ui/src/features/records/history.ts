// What an entry of a record's history changed, in words: fields of the record, its files, decisions and reviews.
import type { Decided, HistoryEntry, SecrecyReview, ThingInfo } from '@/api/bindings'
import { placeInWords } from '@/features/checks/findings'
import { sizeInWords } from '@/shared/size'
import { changes, type FieldChange, type Translate } from './values'
import type { Vocabulary } from './vocabulary'

export interface Told {
  seq: number
  at: string
  who: string
  operation: string
  /** Why, where somebody said so. */
  reason: string
  /** How many fields a new record was filled in with. */
  created: number
  changes: FieldChange[]
}

interface Reading {
  info: ThingInfo
  known: Vocabulary
  t: Translate
  locale: string
  /** Of a record that is named. */
  nameOf: (id: string) => string
}

/** Entries in their order; what one operation changed in several parts stands together. */
export function told(history: readonly HistoryEntry[], reading: Reading): Told[] {
  const all: Told[] = []
  for (const entry of history) {
    const before = all.at(-1)
    const changed = changesOf(entry, reading)
    if (before?.seq === entry.seq) before.changes.push(...changed)
    else {
      const { seq, at, who, operation, reason = '' } = entry
      const isNew = entry.part === 'record' && entry.before === null
      all.push({
        seq,
        at,
        who,
        operation,
        reason,
        created: isNew ? Object.keys(entry.after ?? {}).length : 0,
        changes: changed,
      })
    }
  }
  return all
}

function changesOf({ part, before, after }: HistoryEntry, { info, known, t, locale, nameOf }: Reading): FieldChange[] {
  switch (part) {
    case 'record':
      return before === null ? [] : changes(info, before, after, known, t, locale, nameOf)
    case 'evidence':
      return ofFile(before as unknown as LoggedFile | null, after as unknown as LoggedFile, t)
    case 'decision':
      return ofDecision(before as unknown as Decided | null, after as unknown as Decided, {
        info,
        known,
        t,
        locale,
        nameOf,
      })
    case 'review':
      return ofReview(before as unknown as SecrecyReview | null, after as unknown as SecrecyReview, t)
  }
}

/** A file as the log keeps it. */
interface LoggedFile {
  name: string
  size: number
  withdrawn_reason?: string
}

function ofFile(before: LoggedFile | null, after: LoggedFile, t: Translate): FieldChange[] {
  const file = t('checks.history.sizeOf', { name: after.name, size: sizeInWords(after.size) })
  return [
    { key: 'file', label: t('checks.history.file'), before: '', after: file },
    ...changed('reason', t('checks.history.withdrawnReason'), before?.withdrawn_reason, after.withdrawn_reason),
  ]
}

function ofDecision(before: Decided | null, after: Decided, { info, t, locale }: Reading): FieldChange[] {
  const kind = t(`checks.scan.kinds.${after.kind}`)
  const finding = t('checks.history.findingOf', {
    kind,
    masked: after.masked,
    place: placeInWords(after.place, info, t, locale),
  })
  const decision = (one: Decided | null) => (one ? t(`checks.scan.decisions.${one.decision}`) : '')
  return [
    { key: 'finding', label: t('checks.history.finding'), before: '', after: finding },
    ...changed('decision', t('checks.history.decision'), decision(before), decision(after)),
    ...changed('reason', t('checks.history.reason'), before?.reason, after.reason),
  ]
}

function ofReview(before: SecrecyReview | null, after: SecrecyReview, t: Translate): FieldChange[] {
  const conclusion = (one: SecrecyReview | null) => (one ? t(`checks.review.conclusions.${one.conclusion}`) : '')
  const answer = (review: SecrecyReview | null, question: string) => {
    const found = review?.answers.find((one) => one.question === question)
    return found ? t(found.yes ? 'checks.review.yes' : 'checks.review.no') : ''
  }
  return [
    ...changed('conclusion', t('checks.history.conclusion'), conclusion(before), conclusion(after)),
    ...changed('remark', t('checks.history.remark'), before?.remark, after.remark),
    ...after.answers.flatMap(({ question }) =>
      // A label has its own sign at its end.
      changed(question, question.replace(/[？?]$/, ''), answer(before, question), answer(after, question)),
    ),
  ]
}

function changed(key: string, label: string, before = '', after = ''): FieldChange[] {
  return before === after ? [] : [{ key, label, before, after }]
}
