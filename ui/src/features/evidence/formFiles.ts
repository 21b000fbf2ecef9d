// Files of a form: dropped or picked, read for what they say of themselves, and kept waiting until the record is saved.
import { computed, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Thing } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { longWork } from '@/app/longwork'
import type { WaitingFile } from '@/features/records/form/drafts'
import type { Filling } from '@/features/records/form/filling'
import { label } from '@/features/records/values'
import type { NotKept } from './attaching'

/** Which fields a document fills, by what it says of itself. */
const FACTS: Partial<Record<Thing, { title: string; doc_number: string; date: string }>> = {
  publication: { title: 'title', doc_number: 'doc_number', date: 'made_on' },
}
/** A photograph has no text, and nobody expects one. */
const SILENT = 'document_unknown'

/** `onFilled` hears that fields were filled in. */
export function useFormFiles(filling: Filling, onFilled: () => void) {
  const { t, locale } = useI18n()
  const { files, info } = filling
  const work = longWork()
  /** What cannot wait, and why. */
  const refused = shallowRef<readonly NotKept[]>([])
  const error = shallowRef<CallError | null>(null)
  /** What came of reading the last file. */
  const said = ref('')
  const reading = ref('')
  const reads = computed(() => info.value !== null && FACTS[info.value.thing] !== undefined)

  // Another record stands in the form: what was said of the last one is said no more.
  watch(filling.key, () => {
    refused.value = []
    said.value = ''
  })

  async function pick() {
    error.value = null
    try {
      const path = await call('pick_file', { title: t('evidence.picker') })
      if (path !== null) await add([path])
    } catch (thrown) {
      error.value = asCallError(thrown)
    }
  }

  async function add(paths: readonly string[]) {
    for (const path of paths) await addOne(path)
  }

  async function addOne(path: string) {
    const form = filling.key.value
    letGo(path)
    try {
      const file: WaitingFile = { path, ...(await call('evidence_candidate', { path })) }
      if (form !== filling.key.value) return
      if (!files.value.some((other) => other.path === path)) filling.setFiles([...files.value, file])
      await read(file)
    } catch (thrown) {
      refused.value = [...refused.value, { path, error: asCallError(thrown) }]
    }
  }

  /** Fills what is empty. A file that cannot be read is evidence all the same. */
  async function read({ path, name }: WaitingFile) {
    const fields = info.value && FACTS[info.value.thing]
    if (!fields) return
    const form = filling.key.value
    reading.value = name
    const facts = await work.run(() => call('document_facts', { path }))
    reading.value = ''
    const failure = work.error.value
    work.error.value = null
    // Meanwhile it may have been taken out, or saved.
    if (form !== filling.key.value || !files.value.some((other) => other.path === path)) return
    if (facts) {
      const { title, doc_number: number, date } = facts
      const filled = filling.fillFrom(name, { [fields.title]: title, [fields.doc_number]: number, [fields.date]: date })
      said.value = filled.length
        ? t('evidence.form.read', { name, fields: labels(filled) })
        : t('evidence.form.nothing', { name })
      if (filled.length) onFilled()
    } else if (failure && failure.code !== SILENT)
      said.value = failure.sentence(locale.value) + t('evidence.form.unread')
  }

  const labels = (keys: readonly string[]) =>
    (info.value?.fields ?? [])
      .filter(({ key }) => keys.includes(key))
      .map((field) => label(field, locale.value))
      .join(t('figures.list'))

  function takeOut(path: string) {
    filling.setFiles(files.value.filter((file) => file.path !== path))
    said.value = ''
  }

  function letGo(path: string) {
    refused.value = refused.value.filter((file) => file.path !== path)
  }

  return { files, work, refused, error, said, reading, reads, pick, add, takeOut, letGo }
}

export type FormFilesInHand = ReturnType<typeof useFormFiles>
