// Before publication: findings with their place, decisions that stay, a review that is answered whole.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { ReviewStanding, SecrecyReview, SensitiveFinding } from '@/api/bindings'
import type { Answers } from '@/app/testing/core'
import { forgetListings } from '@/features/records/listing'
import { showRegister, view } from '@/features/records/testing'
import { forgetVocabulary } from '@/features/records/vocabulary'
import { closeNotice, notice } from '@/shared/notice'

const user = userEvent.setup({ delay: null })

const finding = (digest: string, place: SensitiveFinding['place']): SensitiveFinding => ({
  digest,
  kind: 'mobile_number',
  masked: '138****5678',
  place,
  decision: null,
})
const inTitle = finding('a', { in: 'field', field: 'title', from: 2, to: 13 })
const inSheet = finding('b', {
  in: 'attachment',
  sha256: 'x',
  name: '名单.xlsx',
  spot: { at: 'cell', sheet: '学生', cell: 'B2' },
  deleted: false,
})
const struck = finding('c', {
  in: 'attachment',
  sha256: 'y',
  name: '通知.docx',
  spot: { at: 'paragraph', number: 3 },
  deleted: true,
})
const questions = ['是否涉及国家秘密？', '是否涉及个人隐私？']

/** Drafts as the shell keeps them on disk. */
const disk = new Map<string, string>()

const standing = (review: SecrecyReview | null, more: Partial<ReviewStanding> = {}): ReviewStanding => ({
  review,
  changed: null,
  contradicts: null,
  ...more,
})
const review = (more: Partial<SecrecyReview> = {}): SecrecyReview => ({
  answers: [{ question: '旧的问题？', yes: true }],
  conclusion: 'withheld',
  remark: '',
  at: '2023-11-20T09:30:00',
  by: '王丽',
  ...more,
})

beforeEach(() => {
  localStorage.clear()
  disk.clear()
  closeNotice()
  forgetListings()
  forgetVocabulary()
})

async function openTab(answers: Answers = {}) {
  const page = await showRegister(
    {
      secrecy_questions: () => ({ questions }),
      secrecy_review: () => standing(null),
      drafts: () => Object.fromEntries(disk),
      write_draft: ({ key, draft }) => {
        if (draft === null) disk.delete(String(key))
        else disk.set(String(key), String(draft))
        return null
      },
      ...answers,
    },
    '/registers/publication?record=publication-1&tab=checks',
  )
  await screen.findByTestId('review')
  return page
}

test('each finding says where it stands and why it was taken, and files that cannot be read are named', async () => {
  const unread = [{ name: '照片.jpg', sha256: 'z', code: 'document_unknown', zh: '“照片.jpg”不能读取。', en: 'no' }]
  await openTab({ scan_record: () => ({ findings: [inTitle, inSheet, struck], unread }) })
  await waitFor(() => expect(screen.getAllByTestId('finding')).toHaveLength(3))
  expect(screen.getAllByTestId('finding-place').map((place) => place.textContent)).toEqual([
    '“信息名称”第 3–13 字',
    '“名单.xlsx”工作表“学生”的 B2',
    '“通知.docx”第 3 段（修订中已删除，但仍留在文件里）',
  ])
  expect(screen.getAllByTestId('finding')[0]?.textContent).toContain('138****5678')
  expect(screen.getAllByTestId('finding')[0]?.textContent).toContain('符合手机号码的号段和位数')
  expect(screen.getByTestId('scan-unread').textContent).toContain('“照片.jpg”不能读取。')
  expect(screen.getByTestId('scan-found').textContent).toContain('发现 3 处，其中 3 处尚无处理意见')
})

test('a finding is decided on only with a choice and a reason, and the decision says by whom', async () => {
  const { requests } = await openTab({
    scan_record: () => ({ findings: [inTitle], unread: [] }),
    decide_scan: ({ decision, reason }) => ({
      kind: 'mobile_number',
      masked: '138****5678',
      place: inTitle.place,
      decision,
      reason,
      at: '2023-11-20T09:30:00',
      by: '王丽',
    }),
  })
  await user.click(await screen.findByTestId('finding-decide'))
  await user.click(screen.getByTestId('decision-save'))
  expect(screen.getByTestId('decision-form').textContent).toContain('请选择处理意见')
  await user.click(screen.getByTestId('decision-public'))
  await user.click(screen.getByTestId('decision-save'))
  expect(screen.getByTestId('decision-form').textContent).toContain('请写明理由')
  await user.type(screen.getByTestId('decision-reason'), '公开的办公电话{Enter}')
  const decided = await screen.findByTestId('finding-decision')
  expect(decided.textContent).toContain('确认可公开。公开的办公电话')
  expect(decided.textContent).toContain('王丽')
  expect(requests('decide_scan')).toEqual([
    { record: 'publication-1', finding: 'a', decision: 'public', reason: '公开的办公电话' },
  ])
  expect(requests('scan_record')).toHaveLength(1)
  expect(screen.getByTestId('scan-found').textContent).toContain('其中 0 处')
})

test('where nothing was found it says what was looked for', async () => {
  await openTab()
  expect((await screen.findByTestId('scan-clean')).textContent).toContain('仍须人工核对')
})

test('a review is saved only when every question is answered, and a yes that goes out has its reason', async () => {
  const { requests } = await openTab({
    set_secrecy_review: ({ answers, conclusion, remark }) =>
      standing(review({ answers, conclusion, remark } as Partial<SecrecyReview>)),
  })
  await user.click(await screen.findByTestId('review-save'))
  const form = screen.getByTestId('review-form')
  expect(within(form).getAllByText('请回答')).toHaveLength(2)
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId('review-yes')[0]))
  await user.click(screen.getAllByTestId('review-no')[0] as HTMLElement)
  await user.click(screen.getAllByTestId('review-yes')[1] as HTMLElement)
  await user.click(screen.getByTestId('review-public'))
  await user.click(screen.getByTestId('review-save'))
  expect(form.textContent).toContain('请写明仍可公开的理由')
  expect(requests('set_secrecy_review')).toEqual([])
  // Elsewhere and back: what was answered is there.
  await user.click(screen.getByTestId('tab-fields'))
  await user.click(screen.getByTestId('record-review'))
  await user.type(await screen.findByTestId('review-remark'), '号码已遮盖')
  const asked = requests('record').length
  await user.click(screen.getByTestId('review-save'))
  const done = await screen.findByTestId('review-done')
  expect(done.textContent).toContain('可以公开')
  expect(done.textContent).toContain('号码已遮盖')
  expect(requests('set_secrecy_review')).toEqual([
    {
      record: 'publication-1',
      answers: [
        { question: questions[0], yes: false },
        { question: questions[1], yes: true },
      ],
      conclusion: 'public',
      remark: '号码已遮盖',
      unpublish: false,
    },
  ])
  expect(notice.value?.text).toContain('结论为可以公开')
  await waitFor(() => expect(requests('record').length).toBeGreaterThan(asked))
})

test('a review that was made is shown with its answers, and made anew on demand', async () => {
  await openTab({ secrecy_review: () => standing(review()) })
  const done = await screen.findByTestId('review-done')
  expect(done.textContent).toContain('不予公开')
  expect(done.textContent).toContain('2023-11-20 09:30　王丽')
  expect(done.textContent).toContain('旧的问题？')
  await user.click(screen.getByTestId('review-again'))
  expect(screen.getAllByTestId('review-question')).toHaveLength(2)
  await user.click(screen.getByTestId('review-cancel'))
  await screen.findByTestId('review-done')
})

test('who withholds what is public is told at once, and makes it private in the same step if they choose to', async () => {
  const { requests } = await openTab({ set_secrecy_review: () => standing(review()) })
  await user.click((await screen.findAllByTestId('review-no'))[0] as HTMLElement)
  await user.click(screen.getAllByTestId('review-no')[1] as HTMLElement)
  expect(screen.queryByTestId('review-contradicts')).toBeNull()
  await user.click(screen.getByTestId('review-withheld'))
  expect(screen.getByTestId('review-contradicts').textContent).toContain('仍登记为公开（公开日期 2023-05-06）')
  expect((screen.getByTestId('review-unpublish') as HTMLInputElement).checked).toBe(false)
  await user.click(screen.getByTestId('review-unpublish'))
  await user.click(screen.getByTestId('review-save'))
  await screen.findByTestId('review-done')
  expect(requests('set_secrecy_review')[0]).toMatchObject({ conclusion: 'withheld', unpublish: true })
})

test('what is withheld and still public says so at its review until it is made private', async () => {
  const zh = '保密审查为不予公开，但该条仍登记为公开。'
  const contradicts = { field: 'is_public', code: 'withheld_yet_public' as const, zh, en: '' }
  let open = true
  const { requests } = await openTab({
    secrecy_review: () => standing(review(), open ? { contradicts } : {}),
    edit_record: () => {
      open = false
      return { record: view({ values: { ...view().values, is_public: false } }), also: [], warnings: [], same_as: [] }
    },
    record: () => view(open ? {} : { values: { ...view().values, is_public: false } }),
  })
  expect((await screen.findByTestId('review-contradiction')).textContent).toContain(zh)
  await user.click(screen.getByTestId('review-make-private'))
  await waitFor(() => expect(screen.queryByTestId('review-contradiction')).toBeNull())
  const values = { ...view().values, is_public: false }
  expect(requests('edit_record')).toEqual([{ id: 'publication-1', values, reason: '保密审查结论为不予公开' }])
  expect(notice.value?.text).toBe('已改为不公开。')
})

test('a review that its text has outlived says what has changed', async () => {
  const changed = { fields: ['title'], files_added: 2, files_withdrawn: 1 }
  await openTab({ secrecy_review: () => standing(review({ conclusion: 'public' }), { changed }) })
  expect((await screen.findByTestId('review-outlived')).textContent).toContain(
    '审查后内容已改动：“信息名称”有改动，新增 2 个佐证材料，撤下 1 个佐证材料。',
  )
})

test('a review and a reason that were half made are there again after a restart', async () => {
  const answers: Answers = {
    scan_record: () => ({ findings: [inTitle, inSheet], unread: [] }),
    secrecy_review: () => standing(review()),
  }
  const first = await openTab(answers)
  await user.click((await screen.findAllByTestId('finding-decide'))[0] as HTMLElement)
  await user.click(screen.getByTestId('decision-masked'))
  await user.type(screen.getByTestId('decision-reason'), '遮盖后{Escape}')
  expect(screen.queryByTestId('decision-form')).toBeNull()
  await user.click(screen.getByTestId('review-again'))
  await user.click(screen.getAllByTestId('review-yes')[0] as HTMLElement)
  await user.type(screen.getByTestId('review-remark'), '写了一半')
  first.unmount()
  await waitFor(() => expect(disk.size).toBe(2))
  await openTab(answers)
  expect(((await screen.findByTestId('decision-reason')) as HTMLInputElement).value).toBe('遮盖后')
  expect((screen.getByTestId('decision-masked') as HTMLInputElement).checked).toBe(true)
  expect(((await screen.findByTestId('review-remark')) as HTMLTextAreaElement).value).toBe('写了一半')
  expect((screen.getAllByTestId('review-yes')[0] as HTMLInputElement).checked).toBe(true)
  // Given up, nothing waits any more.
  await user.click(screen.getByTestId('review-cancel'))
  await user.click(screen.getByTestId('decision-cancel'))
  await waitFor(() => expect(disk.size).toBe(0))
})

test('a withdrawn record is neither reviewed nor decided on', async () => {
  await openTab({
    record: () => view({ withdrawn: '重复' }),
    scan_record: () => ({ findings: [inTitle], unread: [] }),
  })
  await screen.findByTestId('finding')
  expect(screen.queryByTestId('finding-decide')).toBeNull()
  expect(screen.queryByTestId('review-form')).toBeNull()
  expect(screen.queryByTestId('record-review')).toBeNull()
  await waitFor(() => expect(screen.getByTestId('review').textContent).toContain('不再审查'))
})
