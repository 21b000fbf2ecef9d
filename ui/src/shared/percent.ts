// Shares in percent with one decimal, rounded half up as the core rounds them.

/** Nothing can be said of no whole at all. */
export function percent(part: number, whole: number): string | null {
  return whole > 0 ? (Math.floor((part * 2000 + whole) / (whole * 2)) / 10).toFixed(1) : null
}
