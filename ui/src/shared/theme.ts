// Light, dark, or as the system: the choice stands as `data-theme` on the root element, where the tokens read it.
import { ref } from 'vue'
import { recall, remember } from './memory'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const theme = ref<Theme>(recall('theme', THEMES, 'auto'))

export function applyTheme(): void {
  if (theme.value === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme.value
}

export function nextTheme(): void {
  const at = THEMES.indexOf(theme.value)
  theme.value = THEMES[(at + 1) % THEMES.length] ?? 'auto'
  remember('theme', theme.value)
  applyTheme()
}
