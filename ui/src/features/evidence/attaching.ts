// Files on their way into the evidence of records: one after another, whatever page is in sight. What could not be kept waits at its record, with the reason, also when the window was closed meanwhile.
import { shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { EvidenceAdded, Thing } from '@/api/bindings'
import { asCallError, type CallError, call } from '@/api/call'
import { tellChanged } from '@/app/changed'
import { longWork } from '@/app/longwork'
import { tabPlace } from '@/app/places'
import { openedRegister, settledRegister } from '@/app/register'
import { fileName } from '@/shared/fileName'
import { notify } from '@/shared/notice'
import { begun, finished, unfinished } from './unfinished'

export interface NotKept {
  path: string
  /** Nothing where the window was closed before it was tried. */
  error: CallError | null
}

interface Came {
  kept: EvidenceAdded[]
  failed: NotKept[]
  /** Those whose register is open no more. */
  left: string[]
}

/** The file that is being copied. */
export const work = longWork()
let last: Promise<unknown> = Promise.resolve()

const waiting = shallowRef<ReadonlyMap<string, readonly NotKept[]>>(new Map())
/** What waits its turn or is being copied, by record and path. */
const underway = new Set<string>()
const nameOf = (record: string, path: string) => `${record} ${path}`

// Another register has other records by the same names.
watch(
  () => openedRegister.value?.id,
  () => {
    waiting.value = new Map()
  },
  { flush: 'sync' },
)

/** What of a record was not kept, and why. */
export const notKept = (record: string): readonly NotKept[] => waiting.value.get(record) ?? []

export function letGo(record: string, path: string): void {
  drop(record, path)
  void finished(openedRegister.value?.id ?? '', record, path)
}

function drop(record: string, path: string) {
  put(
    record,
    notKept(record).filter((file) => file.path !== path),
  )
}

/** Puts back what the record did not keep before the window was closed, and tells of each file that is gone since. */
export async function takeUp(record: string): Promise<void> {
  const register = openedRegister.value?.id ?? ''
  const known = (path: string) =>
    underway.has(nameOf(record, path)) || notKept(record).some((file) => file.path === path)
  for (const path of await unfinished(register, record)) {
    const error = known(path) ? null : await faultOf(path)
    if (openedRegister.value?.id !== register) return
    if (!known(path)) put(record, [...notKept(record), { path, error }])
  }
}

async function faultOf(path: string): Promise<CallError | null> {
  try {
    await call('evidence_candidate', { path })
    return null
  } catch (thrown) {
    return asCallError(thrown)
  }
}

function put(record: string, files: readonly NotKept[]) {
  waiting.value = new Map([...waiting.value, [record, files]])
}

/** Keeps the files once those before them are through. */
function attach(record: string, paths: readonly string[]): Promise<Came> {
  const register = openedRegister.value?.id ?? ''
  for (const path of paths) underway.add(nameOf(record, path))
  const written = begun(register, record, paths)
  const done = Promise.all([last, written]).then(() => copy(register, record, paths))
  last = done
  return done
}

async function copy(register: string, record: string, paths: readonly string[]): Promise<Came> {
  const came: Came = { kept: [], failed: [], left: [] }
  await work.run(async () => {
    let stopped: CallError | null = null
    for (const [at, path] of paths.entries()) {
      if ((await settledRegister()) !== register) {
        came.left = paths.slice(at)
        return
      }
      drop(record, path)
      try {
        // Whoever stops one file stops those that follow it.
        if (stopped) throw stopped
        came.kept.push(await call('attach_evidence', { record, path }))
        await finished(register, record, path)
      } catch (thrown) {
        const error = asCallError(thrown)
        if (error.code === 'cancelled') stopped = error
        came.failed.push({ path, error })
      }
    }
  })
  for (const path of paths) underway.delete(nameOf(record, path))
  if (openedRegister.value?.id === register) put(record, [...notKept(record), ...came.failed])
  else came.left = [...came.failed.map(({ path }) => path), ...came.left]
  if (came.kept.length) tellChanged()
  return came
}

export function useAttaching() {
  const { t } = useI18n()
  const router = useRouter()

  /** Whether another register was opened before all of them were kept: then there is no record to lead to. */
  function tellLeft(left: readonly string[]): boolean {
    if (left.length === 0) return false
    const names = left.map(fileName).join(t('figures.list'))
    notify(t('evidence.otherRegister', { n: left.length, names }), { lasting: true })
    return true
  }

  /** What is worth knowing of a file that was kept. */
  function notes({ evidence: { name }, already, also_in: also, renamed_from: from }: EvidenceAdded): string[] {
    return [
      ...(already ? [t('evidence.already', { name })] : []),
      ...(from === null ? [] : [t('evidence.renamed', { from, to: name })]),
      ...(also.length && !already ? [t('evidence.also', { n: also.length })] : []),
    ]
  }

  /** To a record whose files are in sight: there those that fail are told. */
  async function add(record: string, paths: readonly string[]) {
    const { kept, left } = await attach(record, paths)
    if (tellLeft(left)) return
    const fresh = kept.filter(({ already }) => !already)
    const [first] = fresh
    const added = first && fresh.length === 1 ? t('evidence.added', { name: first.evidence.name }) : ''
    const many = fresh.length > 1 ? t('evidence.addedMany', { n: fresh.length }) : ''
    const told = [added, many, ...kept.flatMap(notes)].join('')
    if (told) notify(told)
  }

  /** To a record that was just saved: it stands, whatever becomes of its files. */
  async function addSaved(record: { thing: Thing; id: string }, paths: readonly string[]) {
    if (paths.length === 0) return
    const { kept, failed, left } = await attach(record.id, paths)
    if (tellLeft(left)) return
    const told = kept.flatMap(notes).join('')
    if (failed.length) {
      const names = failed.map(({ path }) => fileName(path)).join(t('figures.list'))
      const run = () => void router.push(tabPlace(record, 'evidence'))
      notify(t('evidence.afterSave', { n: failed.length, names }), {
        action: { label: t('evidence.toEvidence'), run },
        lasting: true,
      })
    } else if (told) notify(told)
  }

  return { add, addSaved }
}
