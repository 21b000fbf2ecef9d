// A finished document held against the register: what does not hold comes first, and what it should say is opened.
import userEvent from '@testing-library/user-event'
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import type { Figure, ProvedNumber, Verdict } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import { setPeriod } from '@/shared/period'
import ProofPage from './ProofPage.vue'

const user = userEvent.setup()
const PLACE = 'D:\\报告定稿.docx'
const HELD = `/proof?document=${encodeURIComponent(PLACE)}`

function number(text: string, verdict: Verdict, figure: string | null = null): ProvedNumber {
  const written = /\d+条$/.exec(text)?.[0] ?? ''
  const place = { at: 'paragraph', number: 3 } as const
  const known = figure ? { figure, label: '学校官网', display: '118条' } : { figure: null, label: null, display: null }
  return { paragraph: 3, place, from: 10, to: 10 + written.length, text, number: 1, unit: '条', verdict, ...known }
}

const proof = {
  numbers: [
    number('学校官网118条', 'matches', 'web'),
    number('学校官网181条', 'contradicts', 'web'),
    number('其他7条', 'unknown'),
  ],
  sums: [
    {
      paragraph: 4,
      place: { at: 'paragraph', number: 4 },
      from: 0,
      to: 4,
      stated: 706,
      parts: [500, 2],
      computed: 502,
      holds: false,
      units: ['条', '号'],
    },
  ],
  repeats: [{ number: 62, units: ['份', '号'], paragraphs: [2, 3], agree: true }],
  comments: null,
}
const web = {
  id: 'web',
  label: '学校官网',
  unit: '条',
  value: 118,
  display: '118条',
  rows: 118,
  estimates: 0,
} as Figure

const answers: Answers = {
  proof: ({ comments }) => ({ ...proof, comments: comments ?? null }),
  figures: () => [{ ...web, meaning: '按条计数', unknown: [] }],
  pick_file: () => PLACE,
  save_file: ({ suggested }) => `D:\\${String(suggested)}`,
  figure_rows: () => ({ figure: 'web', value: 118, total: 0, records: [] }),
  figure_months: () => [],
  definitions: () => [],
  terms: () => [],
  things: () => [],
  dimensions: () => [],
}

beforeEach(() => {
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
})

const rows = () => screen.getAllByTestId('proved-number').map(({ textContent }) => textContent?.trim())

test('a document is chosen, and what contradicts the register comes first', async () => {
  const { router, requests } = await show(ProofPage, answers, { at: '/proof' })
  await user.click(screen.getByTestId('proof-pick'))
  await screen.findByTestId('proved-numbers')
  expect(requests('proof')).toEqual([{ document: PLACE, from: '2023-02-01', to: '2023-11-20' }])
  expect(router.currentRoute.value.query).toEqual({ document: PLACE })
  expect(rows()).toHaveLength(1)
  expect(rows()[0]).toContain('不符')
  await user.click(screen.getByTestId('verdict-all'))
  expect(rows()).toHaveLength(3)
  await user.click(screen.getByTestId('verdict-unknown'))
  expect(rows()[0]).toContain('没有与这句话相应的统计项')
  expect(screen.getByTestId('proved-sums').textContent).toContain('500 + 2 = 502')
  expect(screen.getByTestId('proved-sums').textContent).toContain('单位不一（条、号）')
  expect(screen.getByTestId('proved-repeats').textContent).toContain('62：见第 2、3 段')
})

test('the number in the register opens its records, and the written one is set apart from its words', async () => {
  await show(ProofPage, answers, { at: HELD })
  const row = await screen.findByTestId('proved-number')
  expect(row.querySelector('strong')?.textContent).toBe('181条')
  await user.click(within(row).getByTestId('proved-figure'))
  expect((await screen.findByTestId('records-panel')).textContent).toContain('学校官网')
})

test('a copy with comments is written beside the document, which is never the target', async () => {
  const { requests } = await show(ProofPage, answers, { at: HELD })
  await screen.findByTestId('proved-numbers')
  await user.click(screen.getByTestId('proof-annotate'))
  await waitFor(() => expect(screen.getByTestId('report-files').textContent).toContain('报告定稿（核对批注）.docx'))
  expect(requests('proof').at(-1)).toMatchObject({ document: PLACE, comments: 'D:\\报告定稿（核对批注）.docx' })
})

test('another period asks anew, and a file that cannot be read is told', async () => {
  const refuse = () => Promise.reject({ code: 'file_unreadable', zh: '这份文件无法读取。', en: 'It cannot be read.' })
  let broken = false
  const { requests } = await show(ProofPage, { ...answers, proof: () => (broken ? refuse() : proof) }, { at: HELD })
  await screen.findByTestId('proved-numbers')
  broken = true
  setPeriod({ from: '2023-01-01', to: '2023-12-31' })
  await waitFor(() => expect(screen.getByTestId('proof-page').textContent).toContain('这份文件无法读取'))
  expect(requests('proof').at(-1)).toMatchObject({ from: '2023-01-01' })
  expect(screen.queryByTestId('proved-numbers')).toBeNull()
})
