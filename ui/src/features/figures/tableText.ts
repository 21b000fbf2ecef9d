// A table as it goes to the clipboard: tabs between cells for plain text, a real table for documents and spreadsheets.

export type Cell = string | number | null

export interface TableText {
  text: string
  html: string
}

/** The first row is the heading. Text stays text: no cell becomes a formula, none becomes markup. */
export function tableText(rows: readonly (readonly Cell[])[]): TableText {
  const [head = [], ...body] = rows
  const lines = (cells: readonly (readonly Cell[])[], tag: string) =>
    cells.map((row) => `<tr>${row.map((cell) => htmlCell(cell, tag)).join('')}</tr>`).join('')
  return {
    text: rows.map((row) => row.map(plainCell).join('\t')).join('\r\n'),
    html: `<table><thead>${lines([head], 'th')}</thead><tbody>${lines(body, 'td')}</tbody></table>`,
  }
}

function plainCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const line = cell.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(line) ? `'${line}` : line
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function htmlCell(cell: Cell, tag: string): string {
  if (typeof cell === 'number') return `<${tag}>${cell}</${tag}>`
  const escaped = (cell ?? '').replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)
  // Spreadsheets take a cell of this format as it is written.
  return `<${tag} style="mso-number-format:'\\@'">${escaped}</${tag}>`
}
