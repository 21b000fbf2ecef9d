// The colours and the type of a chart, read from the tokens that are in force on the page.
import type { Look } from './chart'

/** `paper`: dark on light in every theme, for what leaves the window. */
export function lookOf(element: Element, on: 'page' | 'paper' = 'page'): Look {
  const probe = document.createElement('span')
  element.append(probe)
  const colour = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const page = on === 'page'
  const look = {
    ink: colour(page ? '--ink' : '--paper-ink'),
    soft: colour(page ? '--ink-soft' : '--paper-soft'),
    line: colour(page ? '--line-strong' : '--paper-soft'),
    grid: colour(page ? '--grid' : '--paper-mark'),
    ground: colour(page ? '--page' : '--paper'),
    bar: colour(page ? '--accent' : '--paper-accent'),
    hollow: colour(page ? '--ink-soft' : '--paper-soft'),
    font: getComputedStyle(element).fontFamily,
    size: sizeOf(probe),
    animate: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
  probe.remove()
  return look
}

function sizeOf(probe: HTMLElement): number {
  probe.style.fontSize = 'var(--text-small)'
  return Number.parseFloat(getComputedStyle(probe).fontSize) || 12
}

/** Hears of another theme, contrast or text size until the answered function is called. */
export function onLookChanged(hear: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)'].map(
    (query) => matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', hear)
  // Choices of the window stand as attributes on the root.
  const watching = new MutationObserver(hear)
  watching.observe(document.documentElement, { attributes: true })
  return () => {
    for (const query of queries) query.removeEventListener('change', hear)
    watching.disconnect()
  }
}
