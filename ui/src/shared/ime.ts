// While an input method composes, its keys are its own: Enter chooses a word and must never submit, Esc closes nothing.

/** True while a Chinese input method holds the key. WebKit ends composition before the key event: hence the code 229. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}

/** For a form's `keydown`: keeps Enter from submitting while composing. */
export function holdEnterWhileComposing(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event)) {
    event.preventDefault()
    event.stopPropagation()
  }
}

/** For the `keydown` of Esc: an input method lets go of what it composes, and nothing else goes. */
export function onEscape(leave: () => unknown): (event: KeyboardEvent) => void {
  return (event) => {
    if (!isComposing(event)) leave()
  }
}
