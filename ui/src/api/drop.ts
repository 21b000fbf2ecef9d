// Files dropped onto the window: the shell tells their paths, which a page alone may not know.
import { listen } from '@tauri-apps/api/event'

export interface Dropping {
  /** Whether files hang over the window now. */
  over: (hanging: boolean) => void
  dropped: (paths: string[]) => void
}

/** Hears of files over the window until the answered function is called. */
export async function onFilesDropped({ over, dropped }: Dropping): Promise<() => void> {
  const ends = await Promise.all([
    listen('tauri://drag-enter', () => over(true)),
    listen('tauri://drag-leave', () => over(false)),
    listen<{ paths: string[] }>('tauri://drag-drop', ({ payload }) => {
      over(false)
      dropped(payload.paths)
    }),
  ])
  return () => {
    for (const end of ends) end()
  }
}
