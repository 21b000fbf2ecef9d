// One polite line at the bottom of the window: what was just done, and perhaps a way to take it back.
import { readonly, shallowRef } from 'vue'

export interface Action {
  label: string
  run: () => void
}

export interface Notice {
  text: string
  action?: Action
  /** A second way on from what was done. */
  also?: Action
  /** It stays until it is closed or another page comes. */
  lasting?: boolean
}

/** How long a line stays, while neither mouse nor focus is on it. */
const STAY = 8000

const current = shallowRef<Notice | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined
/** What is told once the line is free. */
let next: Notice | null = null

export const notice = readonly(current)

/** Shows a line in the place of the one before. */
export function notify(text: string, { action, also, lasting }: Omit<Notice, 'text'> = {}): void {
  current.value = { text, action, also, lasting }
  releaseNotice()
}

/** Shows a line that can wait: what somebody just did, and may want to take back, goes before it. */
export function remind(text: string, how: Omit<Notice, 'text'> = {}): void {
  if (current.value === null) notify(text, how)
  else next = { text, ...how }
}

/** Keeps the line for as long as somebody is at it. */
export function holdNotice(): void {
  clearTimeout(timer)
}

export function releaseNotice(): void {
  clearTimeout(timer)
  if (!current.value?.lasting) timer = setTimeout(closeNotice, STAY)
}

export function closeNotice(): void {
  clearTimeout(timer)
  current.value = next
  next = null
  if (current.value) releaseNotice()
}
