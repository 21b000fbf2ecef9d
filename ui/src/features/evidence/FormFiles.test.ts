// Files in a form: they fill what is empty, wait for the save, survive one that fails, and are told of where they cannot be kept.
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { ThingInfo } from '@/api/bindings'
import type { Answers } from '@/app/testing/core'
import { drop, hover } from '@/app/testing/drop'
import { forgetCarried } from '@/features/records/form/carrying'
import { at, control, disk, fault, nothingSaid, openForm, record, SAVE, user } from '@/features/records/form/testing'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { closeNotice, notice } from '@/shared/notice'

const PATH = 'D:\\公文\\通知.docx'
const NAME = '通知.docx'
const facts = { title: '关于开学的通知', doc_number: '院发〔2023〕7号', date: '2023-03-01', text: '' }
const refusal = (code: string, zh: string) => Promise.reject({ code, zh, en: code })

const reading: Answers = {
  evidence_candidate: ({ path }) => ({ name: String(path).split('\\').at(-1), size: 2048 }),
  document_facts: () => facts,
  attach_evidence: () => ({ evidence: { name: NAME }, already: false, also_in: [], renamed_from: null }),
}

beforeEach(() => {
  localStorage.clear()
  disk.clear()
  closeNotice()
  forgetCarried()
  forgetVocabulary()
})

const text = (key: string, label: string) => {
  return { key, label, label_en: key, kind: { type: 'text' as const, max: 500 }, required: false }
}
const regulation: ThingInfo = {
  thing: 'regulation',
  label: '规章制度',
  label_en: 'Regulations',
  title_field: 'name',
  date_field: 'issued_on',
  fields: [
    text('title', '信息名称'),
    text('name', '制度名称'),
    text('doc_number', '文号'),
    { ...text('issued_on', '印发日期'), kind: { type: 'date' } },
  ],
}

const files = () => screen.queryAllByTestId('form-file').map((file) => file.textContent?.trim() ?? '')
const open = (props: Record<string, unknown> = {}, answers: Answers = {}) => openForm(props, { ...reading, ...answers })

test('a document that is dropped fills what is empty, marked, and what was typed stays', async () => {
  const { requests } = await open()
  await user.type(control('doc_number'), '先写的')
  hover(true)
  expect((await screen.findByTestId('drop-hint')).textContent).toContain('随这一条存为佐证材料')
  drop(PATH)
  await waitFor(() => expect(control('title').value).toBe('关于开学的通知'))
  expect(control('doc_number').value).toBe('先写的')
  expect(at('title').textContent).toContain('读自“通知.docx”')
  expect(at('doc_number').textContent).not.toContain('读自')
  expect(files()).toEqual([expect.stringContaining('通知.docx2 KB')])
  expect(screen.getByTestId('form-file-said').textContent).toBe('已从“通知.docx”读入：信息名称。请核对。')
  // It is corrected: it is no longer the document's.
  await user.type(control('title'), '（更正）')
  expect(at('title').textContent).not.toContain('读自')
  expect(requests('attach_evidence')).toEqual([])
})

test('after the save the file belongs to the record, and the next form begins without it', async () => {
  const { requests } = await open()
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(1))
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('attach_evidence')).toEqual([{ record: 'publication-1', path: PATH }]))
  expect(files()).toEqual([])
  expect(screen.getByTestId('form-file-said').textContent).toBe('')
  expect(notice.value).toBeNull()
})

test('a save that fails loses neither the files nor what was read', async () => {
  const { requests } = await open(
    {},
    { log_record: () => Promise.reject({ code: 'refused', zh: '', en: '', fields: [fault('title', 'x', '太短。')] }) },
  )
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(1))
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await screen.findByTestId('refusal')
  expect(files()).toHaveLength(1)
  expect(at('title').textContent).toContain('读自“通知.docx”')
  expect(requests('attach_evidence')).toEqual([])
})

test('files and marks wait with the draft, and a file is taken out again', async () => {
  const first = await open()
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(1))
  await waitFor(() => expect(disk.get('publication/new')).toContain('"fromFile":{"title"'))
  first.unmount()
  await open()
  await waitFor(() => expect(files()).toHaveLength(1))
  expect(at('title').textContent).toContain('读自“通知.docx”')
  await user.click(screen.getByTestId('form-file-out'))
  expect(files()).toEqual([])
})

test('a picture waits in silence, a document that cannot be read gives its name and says so, and none is lost', async () => {
  const { requests } = await open({}, { document_facts: () => refusal('document_unknown', '不是可以读取文字的文件。') })
  drop('D:\\照片.jpg')
  await waitFor(() => expect(files()).toHaveLength(1))
  expect(requests('document_facts')).toEqual([])
  expect(screen.getByTestId('form-file-said').textContent).toBe('')
  for (const [name, title] of [
    ['关于开学的通知.doc', '关于开学的通知'],
    ['放假.2023.wps', '放假.2023'],
    ['公示.ofd', '公示'],
  ] as const) {
    await user.clear(control('title'))
    drop(`D:\\${name}`)
    await waitFor(() => expect(control('title').value).toBe(title))
    expect(at('title').textContent).toContain(`读自“${name}”`)
    expect(screen.getByTestId('form-file-said').textContent).toContain(
      '不是可以读取文字的文件。没有读出文字，须手工填写。名称取自文件名，请核对。',
    )
  }
  // What was typed stays.
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(5))
  await waitFor(() => expect(screen.getByTestId('form-file-said').textContent).toMatch(/须手工填写。$/))
  expect(control('title').value).toBe('公示')
})

test('what cannot be kept is told before the save, and let go', async () => {
  await open({}, { evidence_candidate: () => refusal('evidence_too_large', '超过了上限。'), pick_file: () => PATH })
  await user.click(screen.getByTestId('form-add-file'))
  expect((await screen.findByTestId('form-file-refused')).textContent).toContain('超过了上限。')
  expect(files()).toEqual([])
  await user.click(screen.getByTestId('form-file-let-go'))
  expect(screen.queryByTestId('form-file-refused')).toBeNull()
})

test('a file that cannot be kept after the save is told, and the tab of the record is offered', async () => {
  const { router } = await open({}, { attach_evidence: () => refusal('evidence_gone', '找不到文件。') })
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(1))
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(notice.value?.text).toBe('记录已保存，但有 1 个文件没有存入：通知.docx。'))
  notice.value?.action?.run()
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ record: 'publication-1', tab: 'evidence' }))
})

test('a file that is being copied waits on this machine until the record keeps it', async () => {
  let keep = () => {}
  const attach: Answers[string] = async () => {
    await new Promise<void>((resolve) => {
      keep = resolve
    })
    return { evidence: { name: NAME }, already: false, also_in: [], renamed_from: null }
  }
  const things = () => [{ ...regulation, thing: 'publication', title_field: 'title' }, regulation]
  const { requests } = await open(
    {},
    { attach_evidence: attach, record: () => record({ title: '关于开学的通知' }), things },
  )
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(1))
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('attach_evidence')).toHaveLength(1))
  const draft = JSON.parse(disk.get('beside/evidence/publication-1/files') ?? '{}')
  expect(draft).toEqual({ title: '关于开学的通知', paths: [PATH] })
  keep()
  await waitFor(() => expect(disk.has('beside/evidence/publication-1/files')).toBe(false))
})

test('a regulation takes its name, its number and its day from the document', async () => {
  await open({ thing: 'regulation' }, { things: () => [regulation] })
  drop(PATH)
  await waitFor(() => expect(control('name').value).toBe('关于开学的通知'))
  expect([control('doc_number').value, control('issued_on').value]).toEqual(['院发〔2023〕7号', '2023-03-01'])
})

test('a form that begins with a file is a new one: what waits half filled stays as it is', async () => {
  const waits = JSON.stringify({ thing: 'publication', values: { title: '写了一半' } })
  disk.set('publication/new', waits)
  await open({ files: [PATH] })
  await waitFor(() => expect(control('title').value).toBe('关于开学的通知'))
  await waitFor(() => expect(disk.get('publication/new/2')).toContain('通知.docx'))
  expect(disk.get('publication/new')).toBe(waits)
})

/** A core that takes its time over a file, until it is let go on. */
function slow() {
  const waits: (() => void)[] = []
  const held = new Set<string>()
  const answer: Answers[string] = async ({ path }) => {
    if (held.has(String(path))) await new Promise<void>((resolve) => waits.push(resolve))
    return { name: String(path).split('\\').at(-1), size: 2048 }
  }
  const letOn = () => {
    held.clear()
    for (const on of waits.splice(0)) on()
  }
  return { held, waits, answer, letOn }
}
const SECOND = 'D:\\公文\\附件.jpg'
const THIRD = 'D:\\公文\\照片.jpg'

test('files that are looked at only after the save go to the record that was saved, not to the next form', async () => {
  const { held, waits, answer, letOn } = slow()
  held.add(SECOND)
  const { requests } = await open({}, { evidence_candidate: answer })
  drop(PATH, SECOND, THIRD)
  await waitFor(() => expect(waits).toHaveLength(1))
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('attach_evidence')).toHaveLength(1))
  letOn()
  await waitFor(() => expect(requests('attach_evidence')).toHaveLength(3))
  expect(requests('attach_evidence')).toEqual([PATH, SECOND, THIRD].map((path) => ({ record: 'publication-1', path })))
  expect(files()).toEqual([])
})

test('a file that is looked at while the save goes on is there again with the form that is refused', async () => {
  const { held, waits, answer, letOn } = slow()
  held.add(SECOND)
  let refuse = () => {}
  const log = () =>
    new Promise((_, reject) => {
      refuse = () => reject({ code: 'refused', zh: '', en: '', fields: [fault('title', 'x', '太短。')] })
    })
  const { requests } = await open({}, { evidence_candidate: answer, log_record: log })
  drop(SECOND)
  await waitFor(() => expect(waits).toHaveLength(1))
  await user.click(control('title'))
  await user.keyboard(`通知${SAVE}`)
  await waitFor(() => expect(control('title').value).toBe(''))
  letOn()
  refuse()
  await screen.findByTestId('refusal')
  await waitFor(() => expect(files()).toEqual([expect.stringContaining('附件.jpg')]))
  expect(requests('attach_evidence')).toEqual([])
})

test('a form that is closed before its file was looked at tells which one it did not take', async () => {
  const { held, waits, answer, letOn } = slow()
  held.add(SECOND)
  const { unmount } = await open({}, { evidence_candidate: answer })
  drop(SECOND)
  await waitFor(() => expect(waits).toHaveLength(1))
  unmount()
  letOn()
  await waitFor(() => expect(notice.value?.text).toContain('有 1 个文件没有加入表单：附件.jpg。'))
  expect(notice.value?.lasting).toBe(true)
})

test('a register without documents of its own keeps the file and reads nothing from it', async () => {
  const { requests } = await open({ thing: 'reply' })
  drop(PATH)
  await waitFor(() => expect(files()).toHaveLength(1))
  expect(requests('document_facts')).toEqual([])
})

test('what must not go out is told at its field while it is typed, and never holds up the save', async () => {
  const zh = '“信息名称”第 3–13 字疑似手机号 139****5678。'
  const check: Answers = {
    check_record: ({ values }) => ({ ...nothingSaid, values, warnings: [fault('title', 'mobile_number_found', zh)] }),
  }
  const { requests } = await open({}, check)
  await user.type(control('title'), '李某13912345678')
  await waitFor(() => expect(at('title').textContent).toContain('疑似手机号 139****5678'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
})

test('a check that failed is no clean bill: it says so, and is made again', async () => {
  let broken = true
  const check: Answers = {
    check_record: ({ values }) => (broken ? refusal('store', '台账暂时读不出。') : { ...nothingSaid, values }),
  }
  const { requests } = await open({}, check)
  await user.type(control('title'), '李某')
  expect((await screen.findByTestId('check-failed')).textContent).toContain('台账暂时读不出。')
  expect(screen.getByTestId('check-failed').textContent).toContain('不等于没有问题')
  broken = false
  await user.click(screen.getByTestId('check-again'))
  await waitFor(() => expect(screen.queryByTestId('check-failed')).toBeNull())
  await user.click(control('title'))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')).toHaveLength(1))
})
