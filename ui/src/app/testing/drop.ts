// For tests: a window that files can be dropped onto, in the place of the shell's.
import type { Dropping } from '@/api/drop'

let hearing: Dropping | null = null

export async function onFilesDropped(dropping: Dropping): Promise<() => void> {
  hearing = dropping
  return () => {
    if (hearing === dropping) hearing = null
  }
}

/** Files hang over the window, or are gone from it. */
export function hover(hanging: boolean): void {
  hearing?.over(hanging)
}

/** Lets files go over whatever hears of it. */
export function drop(...paths: string[]): void {
  hearing?.over(false)
  hearing?.dropped(paths)
}
