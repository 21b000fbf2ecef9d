// The report's template as lines: what one block says without its mark, and the whole with that block said anew.
import type { Block, Lines } from '@/api/bindings'

export type BlockKind = 'title' | Block['type']

/** `## `, `1. `: what tells a heading or an item from a paragraph. */
const MARK = /^\s*(#{1,3}\s+|\d+\.\s+)/

const split = (text: string) => text.split(/\r?\n/)
const markOf = (line: string) => line.match(MARK)?.[1] ?? ''
const bare = (line: string) => line.replace(MARK, '').trim()

/** A block as it stands, mark and all. */
export const linesAt = (text: string, { first, last }: Lines) =>
  split(text)
    .slice(first - 1, last)
    .join('\n')

/** What a block says. Chinese needs no blank where a line goes on; the lines of a title stay apart. */
export function wordsOf(text: string, { first, last }: Lines, kind: BlockKind): string {
  const lines = split(text)
    .slice(first - 1, last)
    .map(bare)
  return kind === 'title' ? lines.join('\n') : lines.join('')
}

/** The template with new words for a block. A new line begins a new paragraph or item; a heading has one line. */
export function withWords(text: string, { first, last }: Lines, kind: BlockKind, words: string): string {
  const all = split(text)
  all.splice(first - 1, last - first + 1, ...linesFor(kind, markOf(all[first - 1] ?? ''), words))
  return all.join('\n')
}

/** The template with another block of the same kind after this one; after a heading comes a paragraph. */
export function withBlockAfter(text: string, { last }: Lines, kind: BlockKind, words: string): string {
  const all = split(text)
  const added = kind === 'item' ? linesFor('item', '2. ', words) : linesFor('paragraph', '', words)
  all.splice(last, 0, '', ...added)
  // What follows is no part of it.
  const next = last + 1 + added.length
  if (all[next]?.trim()) all.splice(next, 0, '')
  return all.join('\n')
}

/** The template without a block. Where a list loses its first item, the next one begins it. */
export function withoutBlock(text: string, { first, last }: Lines): string {
  const all = split(text)
  const begins = markOf(all[first - 1] ?? '').startsWith('1.')
  all.splice(first - 1, last - first + 1)
  const next = all.findIndex((line, at) => at >= first - 1 && line.trim() !== '')
  if (begins && next >= 0) all[next] = (all[next] ?? '').replace(/^\s*\d+\.\s+/, '1. ')
  if (!all[first - 1]?.trim() && !all[first - 2]?.trim()) all.splice(first - 1, 1)
  return all.join('\n')
}

/** The last line of a block once it was said anew, or added to. */
export const lastAfter = ({ last }: Lines, before: string, after: string) =>
  last + split(after).length - split(before).length

/** Where a block of one text stands in another; null where it was changed. */
export function carried({ first, last }: Lines, before: string, after: string): Lines | null {
  const { at, removed, added } = changeOf(before, after)
  if (last <= at) return { first, last }
  const by = added.length - removed
  return first > at + removed ? { first: first + by, last: last + by } : null
}

/** A text without the change from `before` to `after`, with all that came later; null where that was in the same lines. */
export function takenBack(before: string, after: string, now: string): string | null {
  const { at, removed, added } = changeOf(after, before)
  const place = carried({ first: at + 1, last: at + removed }, after, now)
  if (!place) return null
  const all = split(now)
  all.splice(place.first - 1, removed, ...added)
  return all.join('\n')
}

/** The lines after line `at` that gave way to others: what is between the same beginning and the same end. */
function changeOf(before: string, after: string): { at: number; removed: number; added: string[] } {
  const [old, now] = [split(before), split(after)]
  const shorter = Math.min(old.length, now.length)
  let at = 0
  while (at < shorter && old[at] === now[at]) at += 1
  let end = 0
  while (end < shorter - at && old.at(-1 - end) === now.at(-1 - end)) end += 1
  return { at, removed: old.length - at - end, added: now.slice(at, now.length - end) }
}

function linesFor(kind: BlockKind, mark: string, words: string): string[] {
  const said = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  switch (kind) {
    case 'title':
      return said.map((line) => `# ${line}`)
    case 'heading':
      return [mark + said.join('')]
    case 'item':
      return said.flatMap((line, at) => (at === 0 ? [mark + line] : ['', `2. ${line}`]))
    case 'paragraph':
    case 'table':
    case 'signature':
      return said.flatMap((line, at) => (at === 0 ? [line] : ['', line]))
  }
}
