// The files of a record: listed, opened, withdrawn, added by picking and by dropping, refused in words.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { Evidence } from '@/api/bindings'
import { openRegister } from '@/app/register'
import { type Answers, register } from '@/app/testing/core'
import { drop, hover } from '@/app/testing/drop'
import { forgetListings } from '@/features/records/listing'
import { showRegister, view } from '@/features/records/testing'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { closeNotice, notice } from '@/shared/notice'

const user = userEvent.setup({ delay: null })

const file = (name: string, more: Partial<Evidence> = {}): Evidence => ({
  name,
  size: 123_456,
  sha256: `sha of ${name}`,
  added_at: '2023-11-20T09:30:00',
  by: '王丽',
  kind: 'picture',
  there: true,
  withdrawn: null,
  ...more,
})
const refusal = (code: string, zh: string) => Promise.reject({ code, zh, en: code })

let files: Evidence[]

beforeEach(() => {
  localStorage.clear()
  closeNotice()
  forgetListings()
  forgetVocabulary()
  files = []
})

/** A record whose files are those above, and whose core keeps every other one. */
async function openTab(answers: Answers = {}) {
  const page = await showRegister(
    {
      evidence: () => [...files],
      attach_evidence: ({ path }) => {
        const evidence = file(String(path).split('\\').at(-1) ?? '')
        files.push(evidence)
        return { evidence, already: false, also_in: [], renamed_from: null }
      },
      ...answers,
    },
    '/registers/publication?record=publication-1&tab=evidence',
  )
  await screen.findByTestId('evidence')
  return page
}

test('a record without files says what to do, and the label of the tab counts those that stand', async () => {
  await openTab({ pick_file: () => 'D:\\公示照片.jpg' })
  expect(screen.getByTestId('evidence-none').textContent).toContain('还没有佐证材料')
  expect(screen.getByTestId('tab-evidence').textContent).toBe('佐证材料')
  files.push(file('旧.pdf', { withdrawn: '放错了' }))
  await user.click(screen.getByTestId('evidence-add'))
  await waitFor(() => expect(screen.getAllByTestId('evidence-file')).toHaveLength(2))
  await waitFor(() => expect(screen.getByTestId('tab-evidence').textContent).toBe('佐证材料1'))
  expect(screen.getByTestId('evidence-withdrawn').textContent).toBe('已撤下：放错了')
  expect(screen.getAllByTestId('evidence-file')[1]?.textContent).toContain('123.5 KB　2023-11-20 09:30　王丽 存入')
  expect(notice.value?.text).toBe('已存入“公示照片.jpg”。')
})

test('files dropped onto the pane are kept, whatever tab is in sight', async () => {
  const { requests } = await openTab()
  await user.click(screen.getByTestId('tab-fields'))
  hover(true)
  expect((await screen.findByTestId('drop-hint')).textContent).toContain('存入这条记录')
  drop('D:\\一.jpg', 'D:\\二.jpg')
  await waitFor(() => expect(screen.getAllByTestId('evidence-name')).toHaveLength(2))
  expect(requests('attach_evidence')).toEqual([
    { record: 'publication-1', path: 'D:\\一.jpg' },
    { record: 'publication-1', path: 'D:\\二.jpg' },
  ])
  expect(screen.queryByTestId('drop-hint')).toBeNull()
  expect(notice.value?.text).toBe('已存入 2 个文件。')
})

test('what is worth knowing of a file is told once it is kept', async () => {
  await openTab({
    pick_file: () => 'D:\\照?片.jpg',
    attach_evidence: () => ({
      evidence: file('照_片.jpg'),
      already: false,
      also_in: ['meeting-1', 'meeting-2'],
      renamed_from: '照?片.jpg',
    }),
  })
  await user.click(screen.getByTestId('evidence-add'))
  await waitFor(() => expect(notice.value?.text).toContain('已改名为“照_片.jpg”'))
  expect(notice.value?.text).toContain('另外 2 条记录')
})

test('a file that cannot be kept is told at its record and tried again; the others are kept', async () => {
  let back = false
  await openTab({
    attach_evidence: ({ path }) => {
      if (String(path).includes('U盘') && !back) return refusal('evidence_gone', '找不到文件，请重新选择。')
      files.push(file(String(path).slice(3)))
      return { evidence: files.at(-1), already: false, also_in: [], renamed_from: null }
    },
  })
  drop('D:\\U盘.pdf', 'D:\\在.pdf')
  const failed = await screen.findByTestId('evidence-failed')
  expect([failed.dataset.code, failed.textContent]).toEqual(['evidence_gone', expect.stringContaining('找不到文件')])
  await waitFor(() => expect(screen.getAllByTestId('evidence-name').map((one) => one.textContent)).toEqual(['在.pdf']))
  // Elsewhere and back: it still waits.
  await user.click(screen.getByTestId('tab-fields'))
  await user.click(screen.getByTestId('tab-evidence'))
  back = true
  await user.click(await screen.findByTestId('evidence-again'))
  await waitFor(() => expect(screen.getAllByTestId('evidence-name')).toHaveLength(2))
  expect(screen.queryByTestId('evidence-failed')).toBeNull()
})

test('who stops one file stops those behind it, and all of them are told', async () => {
  const { requests } = await openTab({ attach_evidence: () => refusal('cancelled', '已取消，台账未改动。') })
  drop('D:\\大.mp4', 'D:\\更大.mp4')
  await waitFor(() => expect(screen.getAllByTestId('evidence-failed')).toHaveLength(2))
  expect(requests('attach_evidence')).toHaveLength(1)
  await user.click(screen.getAllByTestId('evidence-let-go')[0] as HTMLElement)
  await user.click(screen.getAllByTestId('evidence-let-go')[0] as HTMLElement)
  expect(screen.queryByTestId('evidence-failed')).toBeNull()
})

test('where another register is opened meanwhile, it gets none of the files, and those left are told of', async () => {
  let kept = () => {}
  let turned = () => {}
  const { requests } = await openTab({
    attach_evidence: async () => {
      await new Promise<void>((resolve) => {
        kept = resolve
      })
      return { evidence: file('一.jpg'), already: false, also_in: [], renamed_from: null }
    },
    open_register: async () => {
      await new Promise<void>((resolve) => {
        turned = resolve
      })
      return { ...register, id: 'another', folder: '/另一台账' }
    },
  })
  drop('D:\\一.jpg', 'D:\\二.jpg', 'D:\\三.jpg')
  await waitFor(() => expect(requests('attach_evidence')).toHaveLength(1))
  // The core turns to the other register before it has answered that it did.
  const opened = openRegister('/另一台账')
  kept()
  await waitFor(() => expect(requests('open_register')).toHaveLength(1))
  turned()
  await opened
  await waitFor(() => expect(notice.value?.text).toContain('有 2 个文件没有存入：二.jpg、三.jpg。'))
  expect(notice.value?.lasting).toBe(true)
  expect(requests('attach_evidence')).toHaveLength(1)
})

test('files that were not kept when the window was closed are offered again, and one that is gone says so', async () => {
  const [there, gone] = ['D:\\扫描.pdf', 'E:\\U盘.jpg']
  const key = 'beside/evidence/publication-1/files'
  const disk = new Map([[key, JSON.stringify({ title: '招生章程', paths: [there, gone] })]])
  const lost = () => refusal('evidence_gone', '找不到文件，请重新选择。')
  const { requests } = await openTab({
    drafts: () => Object.fromEntries(disk),
    write_draft: ({ key, draft }) => {
      if (draft === null) disk.delete(String(key))
      else disk.set(String(key), String(draft))
      return null
    },
    evidence_candidate: ({ path }) => (path === gone ? lost() : { name: '扫描.pdf', size: 2048 }),
  })
  const waiting = await screen.findAllByTestId('evidence-failed')
  await waitFor(() => expect(screen.getAllByTestId('evidence-failed')).toHaveLength(2))
  expect(waiting[0]?.textContent).toContain('程序关闭时还没有存完')
  expect(screen.getAllByTestId('evidence-failed')[1]?.textContent).toContain('找不到文件，请重新选择。')
  expect(requests('attach_evidence')).toEqual([])
  expect(screen.getByTestId('evidence-all-again').textContent).toContain('2 个')
  await user.click(screen.getAllByTestId('evidence-again')[0] as HTMLElement)
  await waitFor(() =>
    expect(screen.getAllByTestId('evidence-name').map((one) => one.textContent)).toEqual(['扫描.pdf']),
  )
  await waitFor(() => expect(disk.get(key)).not.toContain('扫描.pdf'))
  await user.click(screen.getByTestId('evidence-let-go'))
  await waitFor(() => expect(disk.size).toBe(0))
  expect(screen.queryByTestId('evidence-failed')).toBeNull()
})

test('a file is withdrawn only with a reason, and a reason that was begun is there again', async () => {
  files = [file('放错.pdf')]
  const { requests } = await openTab({
    detach_evidence: ({ reason }) => {
      files = [file('放错.pdf', { withdrawn: String(reason) })]
      return files
    },
  })
  await user.click(await screen.findByTestId('evidence-withdraw'))
  await user.click(screen.getByTestId('detach-do'))
  expect(screen.getByTestId('detach-form').textContent).toContain('请写明撤下原因')
  await user.type(screen.getByTestId('detach-reason'), '放错了记录{Escape}')
  expect(notice.value?.text).toContain('原因暂留')
  await user.click(screen.getByTestId('evidence-withdraw'))
  await user.click(screen.getByTestId('detach-do'))
  expect((await screen.findByTestId('evidence-withdrawn')).textContent).toBe('已撤下：放错了记录')
  expect(requests('detach_evidence')).toEqual([
    { record: 'publication-1', sha256: 'sha of 放错.pdf', reason: '放错了记录' },
  ])
  expect(screen.queryByTestId('evidence-withdraw')).toBeNull()
  expect(screen.getByTestId('evidence-open')).toBeTruthy()
})

test('a copy is opened by the system; where it is not, its folder is offered', async () => {
  files = [file('原件.zip', { there: false })]
  const { requests } = await openTab({
    evidence_file: () => ({ path: 'D:\\台账\\opened\\原件.zip', name: '原件.zip' }),
    open_path: ({ path }) => (String(path).endsWith('.zip') ? refusal('not_openable', '没有打开。') : null),
  })
  expect((await screen.findByTestId('evidence-missing')).textContent).toContain('请从备份中找回')
  await user.click(screen.getByTestId('evidence-open'))
  await user.click(await screen.findByTestId('evidence-folder'))
  await waitFor(() => expect(screen.queryByTestId('evidence-folder')).toBeNull())
  expect(requests('open_path')).toEqual([{ path: 'D:\\台账\\opened\\原件.zip' }, { path: 'D:\\台账\\opened' }])
})

test('the files of a withdrawn record can be looked at, not changed', async () => {
  files = [file('照片.jpg')]
  await openTab({ record: () => view({ withdrawn: '重复' }) })
  const row = await screen.findByTestId('evidence-file')
  expect(within(row).getByTestId('evidence-open')).toBeTruthy()
  expect(within(row).queryByTestId('evidence-withdraw')).toBeNull()
  expect(screen.queryByTestId('evidence-add')).toBeNull()
  expect(screen.getByTestId('evidence').textContent).toContain('不能增减')
})
