// The size of a file in words, in units of a thousand as the core counts its limits.

const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** 512 B, 12.3 KB, 5 MB */
export function sizeInWords(bytes: number): string {
  // Rounded first, so that 999,960 bytes are 1 MB and not 1000 KB.
  const power = UNITS.findIndex((_, n) => Math.round(bytes / 1000 ** n / 0.1) < 10_000)
  const at = power < 0 ? UNITS.length - 1 : power
  const size = bytes / 1000 ** at
  return `${at === 0 ? size : Math.round(size * 10) / 10} ${UNITS[at]}`
}
