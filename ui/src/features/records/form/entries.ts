// The fields of a form by keyboard: into one of them, and from each to the next.
import type { ShallowRef } from 'vue'

export function useEntries(root: Readonly<ShallowRef<HTMLElement | null>>) {
  const entries = () => [...(root.value?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])]

  /** What is written whole, a day or a word, is typed over; text is gone on with. */
  function enter(entry: HTMLElement | null | undefined = entries()[0]) {
    entry?.focus()
    const isText = entry instanceof HTMLTextAreaElement || (entry instanceof HTMLInputElement && entry.type === 'text')
    if (!isText) return
    if ('whole' in entry.dataset) entry.select()
    else entry.setSelectionRange(entry.value.length, entry.value.length)
  }

  /** Enter goes to the next field, from the last one to `last`; with Ctrl it is `whole`, or left to the page. */
  function onEnter(last: () => unknown, whole?: () => unknown) {
    return (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      const withCtrl = event.ctrlKey || event.metaKey
      if (withCtrl && !whole) return
      if (!withCtrl && (target instanceof HTMLButtonElement || (event.shiftKey && 'prose' in target.dataset))) return
      event.preventDefault()
      const next = entries()[entries().indexOf(target) + 1]
      if (withCtrl) whole?.()
      else if (next) enter(next)
      else last()
    }
  }

  return { entries, enter, onEnter }
}
