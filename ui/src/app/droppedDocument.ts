// A document dropped onto the window outside of a form: a new publication is begun with what it says of itself, and the
// file waits here until the form takes it as evidence.
import { onBeforeUnmount, onMounted, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Value } from '@/api/bindings'
import { asCallError, call } from '@/api/call'
import { onFilesDropped } from '@/api/drop'
import { notify } from '@/shared/notice'
import { filledFormPlace } from './places'
import { openedRegister } from './register'

const DOCUMENT = /\.(docx|pdf|txt)$/i

/** Its path. Whoever takes the file clears it. */
export const droppedDocument = ref<string | null>(null)

/** Forms that take what is dropped onto them. */
let forms = 0

/** While the form is there, documents are its own. */
export function holdDropped(): void {
  onMounted(() => {
    forms += 1
  })
  onBeforeUnmount(() => {
    forms -= 1
  })
}

/** Sends documents to a form; workbooks are the import's. */
export function routeDroppedDocuments(): void {
  const { locale } = useI18n()
  const router = useRouter()

  async function dropped(paths: string[]) {
    const path = paths.find((each) => DOCUMENT.test(each))
    if (path === undefined || openedRegister.value === null || forms > 0) return
    droppedDocument.value = path
    await router.push(filledFormPlace({ thing: 'publication', values: await facts(path) }))
  }

  /** What it says of itself; a document that cannot be read is evidence all the same. */
  async function facts(path: string): Promise<Record<string, Value>> {
    try {
      const { title, doc_number, date } = await call('document_facts', { path })
      return { title, doc_number, made_on: date }
    } catch (thrown) {
      notify(asCallError(thrown).sentence(locale.value), { lasting: true })
      return {}
    }
  }

  // The frame lives as long as the window: nobody ends the listening.
  onMounted(() => void onFilesDropped({ over: () => {}, dropped: (paths) => void dropped(paths) }))
}
