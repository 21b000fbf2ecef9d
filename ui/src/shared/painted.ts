// What can wait, waits until the page stands on the screen.

/** Resolves after the next frame was painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
