// Rows that were pasted into the quick line: they go to a page of their own, which takes them.
import { ref } from 'vue'

/** Waits until the page has taken it. */
const pasted = ref<string | null>(null)

export function usePasted() {
  return pasted
}

/** The text, where it is more than a line to be typed on: cells of a spreadsheet, or several lines. */
export function rowsIn(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  return lines.length > 1 || lines[0]?.trim().includes('\t') ? text : null
}
