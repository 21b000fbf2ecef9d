// The report's template as lines: what one block says without its mark, and the whole with that block said anew.
import type { Block, Lines } from '@/api/bindings'

export type BlockKind = 'title' | Block['type']

/** `## `, `1. `: what tells a heading or an item from a paragraph. */
const MARK = /^\s*(#{1,3}\s+|\d+\.\s+)/

const split = (text: string) => text.split(/\r?\n/)
const markOf = (line: string) => line.match(MARK)?.[1] ?? ''
const bare = (line: string) => line.replace(MARK, '').trim()

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
