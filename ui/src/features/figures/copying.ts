// Puts a table or a picture on the clipboard, and says when it is there.
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { asCallError, type CallError, call } from '@/api/call'
import { notify } from '@/shared/notice'
import { type Cell, tableText } from './tableText'

export function useCopying() {
  const { t } = useI18n()
  const error = shallowRef<CallError | null>(null)

  async function attempt(what: 'table' | 'picture', put: () => Promise<unknown>) {
    error.value = null
    try {
      await put()
      notify(t(`figures.copy.copied.${what}`))
    } catch (thrown) {
      error.value = asCallError(thrown)
    }
  }

  return {
    error,
    copyTable: (rows: readonly (readonly Cell[])[]) => attempt('table', () => call('copy_text', tableText(rows))),
    copyPicture: (draw: () => Promise<string>) =>
      attempt('picture', async () => call('copy_picture', { png: await draw() })),
  }
}
