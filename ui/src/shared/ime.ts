// Enter while an input method composes chooses a word; it must never submit.

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
