// The pages' code is read while nobody waits for it, one page after the other: a first visit costs hardly more than the next.
import { onScopeDispose } from 'vue'
import { painted } from '@/shared/painted'
import { pages } from './pages'

/** The page that was asked for comes first; between two others there is room for what somebody does. */
const AFTER = 800
const BETWEEN = 50

export function prefetchPages(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const waiting = [...new Set([...pages.map(({ load }) => load), () => import('@/shared/chartDrawing')])]

  async function next() {
    await painted()
    // What cannot be read now is read, or told of, when it is visited.
    await waiting
      .shift()?.()
      .catch(() => {})
    if (waiting.length) timer = setTimeout(() => void next(), BETWEEN)
  }

  timer = setTimeout(() => void next(), AFTER)
  onScopeDispose(() => {
    clearTimeout(timer)
    waiting.length = 0
  })
}
