// Ctrl+K, which leads to the quick line from anywhere.
import { onBeforeUnmount, onMounted } from 'vue'

export function useHotkey(go: () => void): void {
  function onKey(event: KeyboardEvent) {
    const { ctrlKey, metaKey, altKey, shiftKey, key } = event
    if (!(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== 'k') return
    event.preventDefault()
    go()
  }

  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
