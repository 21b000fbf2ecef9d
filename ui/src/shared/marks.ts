// Where the words that were looked for stand in a text.

export interface Piece {
  text: string
  marked: boolean
}

/** The text in pieces, in their order; every occurrence of a word is marked, whatever its case. */
export function marked(text: string, words: string): Piece[] {
  const sought = words
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (sought.length === 0) return [{ text, marked: false }]
  // Longer words first, so that 公开 does not cut 信息公开 short. Split by one group: every second piece is a word.
  const pattern = sought.sort((one, other) => other.length - one.length).join('|')
  return text
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((piece, at) => ({ text: piece, marked: at % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}
