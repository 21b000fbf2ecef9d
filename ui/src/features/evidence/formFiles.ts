// Files of a form: dropped or picked, read for what they say of themselves, and kept waiting until the record is saved.
import { computed, onBeforeUnmount, type Ref, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RecordView, Thing } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { longWork } from '@/app/longwork'
import type { WaitingFile } from '@/features/records/form/drafts'
import type { Filling } from '@/features/records/form/filling'
import type { SavedForm } from '@/features/records/form/saving'
import { label } from '@/features/records/values'
import { fileName, stem } from '@/shared/fileName'
import { notify } from '@/shared/notice'
import { useAttaching } from './attaching'

/** Which fields a document fills, by what it says of itself. */
const FACTS: Partial<Record<Thing, { title: string; doc_number: string; date: string }>> = {
  publication: { title: 'title', doc_number: 'doc_number', date: 'made_on' },
  regulation: { title: 'name', doc_number: 'doc_number', date: 'issued_on' },
}
/** A photograph has no text, and nobody expects one. */
const PICTURE = /\.(png|jpe?g|gif|bmp|webp|tiff?|heic)$/i

/** `ahead`: the next form stands open while the last one is still being saved. `onFilled` hears that fields were filled in. */
export function useFormFiles(filling: Filling, ahead: Ref<boolean>, onFilled: () => void) {
  const { t, locale } = useI18n()
  const { files, info } = filling
  const { addSaved } = useAttaching()
  const work = longWork()
  /** What cannot wait, and why. */
  const refused = shallowRef<readonly { path: string; error: CallError }[]>([])
  const error = shallowRef<CallError | null>(null)
  /** What came of reading the last file. */
  const said = ref('')
  const reading = ref('')
  const reads = computed(() => info.value !== null && FACTS[info.value.thing] !== undefined)

  /** The forms that were saved, and as which record. */
  const records = new Map<symbol, RecordView>()
  let closed = false

  // Another record stands in the form: what was said of the last one is said no more.
  watch(filling.form, () => {
    refused.value = []
    said.value = ''
  })
  onBeforeUnmount(() => (closed = true))

  const stands = (form: symbol) => !closed && form === filling.form.value && !records.has(form)

  /** A form that is just being saved is there again where that is refused. */
  async function stillStands(form: symbol): Promise<boolean> {
    if (form !== filling.form.value && ahead.value)
      await new Promise<unknown>((through) => watch(ahead, through, { once: true, flush: 'sync' }))
    return stands(form)
  }

  async function pick() {
    error.value = null
    const form = filling.form.value
    try {
      const path = await call('pick_file', { title: t('evidence.picker') })
      if (path !== null) await add([path], form)
    } catch (thrown) {
      error.value = asCallError(thrown)
    }
  }

  /** To the form that stands there now. Where it is gone meanwhile, its record gets the files; where there is none, they are told of. */
  async function add(paths: readonly string[], form = filling.form.value) {
    const late: string[] = []
    for (const path of paths) if (!(await addOne(path, form))) late.push(path)
    if (late.length === 0) return
    const record = records.get(form)
    if (record) return addSaved(record, late)
    const names = late.map(fileName).join(t('figures.list'))
    notify(t('evidence.form.late', { n: late.length, names }), { lasting: true })
  }

  /** False where the form is gone. */
  async function addOne(path: string, form: symbol): Promise<boolean> {
    if (stands(form)) letGo(path)
    try {
      const file: WaitingFile = { path, ...(await call('evidence_candidate', { path })) }
      if (!(await stillStands(form))) return false
      if (!files.value.some((other) => other.path === path)) filling.setFiles([...files.value, file])
      await read(file)
    } catch (thrown) {
      if (!(await stillStands(form))) return false
      refused.value = [...refused.value, { path, error: asCallError(thrown) }]
    }
    return true
  }

  /** The form is saved: its files go to the record. */
  function keep(record: RecordView, { form, files: waited }: SavedForm) {
    records.set(form, record)
    void addSaved(
      record,
      waited.map(({ path }) => path),
    )
  }

  /** Fills what is empty. A file that cannot be read is evidence all the same. */
  async function read({ path, name }: WaitingFile) {
    const fields = info.value && FACTS[info.value.thing]
    if (!fields) return
    if (PICTURE.test(name)) return
    const form = filling.form.value
    reading.value = name
    const facts = await work.run(() => call('document_facts', { path }))
    reading.value = ''
    const failure = work.error.value
    work.error.value = null
    // Meanwhile it may have been taken out, or saved.
    if (!stands(form) || !files.value.some((other) => other.path === path)) return
    if (facts) {
      const { title, doc_number: number, date } = facts
      const filled = filling.fillFrom(name, { [fields.title]: title, [fields.doc_number]: number, [fields.date]: date })
      said.value = filled.length
        ? t('evidence.form.read', { name, fields: labels(filled) })
        : t('evidence.form.nothing', { name })
      if (filled.length) onFilled()
    } else if (failure) {
      // What such a document is, its name says at least.
      const named = filling.fillFrom(name, { [fields.title]: stem(name) }).length > 0
      said.value = failure.sentence(locale.value) + t('evidence.form.unread') + (named ? t('evidence.form.named') : '')
      if (named) onFilled()
    }
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

  return { files, work, refused, error, said, reading, reads, pick, add, keep, takeOut, letGo }
}

export type FormFilesInHand = ReturnType<typeof useFormFiles>
