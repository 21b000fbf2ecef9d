// The name of a file, from its path on either system.

export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** The name without its ending. */
export const stem = (name: string): string => name.replace(/(.)\.[^.]+$/, '$1')
