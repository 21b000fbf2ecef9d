// How the window looks: theme and text size. The choices stand on the root element, where the tokens read them.
import { ref, watchEffect } from 'vue'
import { recall, remember } from './memory'

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const

export const theme = ref(recall('theme', THEMES, 'auto'))
export const textSize = ref(recall('text', TEXT_SIZES, 'normal'))

/** Puts the choices on the root element and remembers them, now and whenever they change. */
export function followAppearance(): void {
  watchEffect(() => {
    document.documentElement.dataset.theme = theme.value
    document.documentElement.dataset.text = textSize.value
    remember('theme', theme.value)
    remember('text', textSize.value)
  })
}
