// For which register a line is, where it may be for several: asked at the head of the form, and read anew for another.
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import type { QuickChoice } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import { typedFormPlace } from '@/app/places'
import type { Filling } from './filling'
import { openAt } from './unsettled'

/** `letGo` is called before this form goes. */
export function useRegisterAsked(filling: Filling, letGo: () => void) {
  const router = useRouter()
  const atHead = computed(() => openAt(filling.unsettled.value, '')[0] ?? null)

  async function choose({ text: mark, shown }: QuickChoice) {
    if (shown === filling.info.value?.label) return filling.settle('')
    try {
      const text = mark + filling.line.value
      const reading = await call('read_quick', { text })
      letGo()
      await router.push(typedFormPlace(reading, text))
    } catch (thrown) {
      filling.error.value = asCallError(thrown)
    }
  }

  return { atHead, choose }
}
