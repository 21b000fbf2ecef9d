// For tests: a window that files can be dropped onto, in the place of the shell's.
import type { Dropping } from '@/api/drop'

const hearing = new Set<Dropping>()

export async function onFilesDropped(dropping: Dropping): Promise<() => void> {
  hearing.add(dropping)
  return () => hearing.delete(dropping)
}

/** Files hang over the window, or are gone from it. */
export function hover(hanging: boolean): void {
  for (const one of hearing) one.over(hanging)
}

/** Lets files go over whatever hears of it. */
export function drop(...paths: string[]): void {
  hover(false)
  for (const one of [...hearing]) one.dropped(paths)
}
