// The history in words: what became of files, decisions and reviews, before and after.
import { expect, test } from 'vitest'
import type { HistoryEntry, ThingInfo } from '@/api/bindings'
import { i18n } from '@/app/i18n'
import { told } from './history'

const info: ThingInfo = {
  thing: 'publication',
  label: '主动公开信息',
  label_en: 'Publications',
  title_field: 'title',
  date_field: 'published_on',
  fields: [
    { key: 'title', label: '信息名称', label_en: 'Title', kind: { type: 'text', max: 500 }, required: true },
    {
      key: 'secrecy_review',
      label: '保密审查',
      label_en: 'Secrecy review',
      kind: { type: 'term', dimension: 'secrecy_review' },
      required: false,
    },
  ],
}
const reviewed = {
  id: 5,
  dimension: 'secrecy_review' as const,
  name: '已审查',
  parent: null,
  position: 1,
  retired: false,
  note: '',
}
const known = { things: new Map(), terms: new Map([[5, reviewed]]), definitions: new Map() }

type Given = Pick<HistoryEntry, 'seq' | 'operation' | 'part'> & { before?: object; after: object }

/** Each entry as lines: what, before, after. */
function lines(...given: Given[]): string[][] {
  const entries = given.map(({ before, after, ...rest }) => ({
    at: '2023-11-20T09:30:00',
    who: '王丽',
    ...rest,
    before: (before ?? null) as HistoryEntry['before'],
    after: after as HistoryEntry['after'],
  }))
  return told(entries, { info, known, t: i18n.global.t, locale: 'zh-CN', nameOf: (id) => id }).map(
    ({ created, changes }) => [
      ...(created ? [String(created)] : []),
      ...changes.map(({ label, before, after }) => `${label}：${before}→${after}`),
    ],
  )
}

test('a new record says how many fields were filled in, and no file is taken for one', () => {
  const file = { name: '照片.jpg', size: 1000, added_by: '王丽' }
  expect(
    lines(
      { seq: 1, operation: 'record.log', part: 'record', after: { title: '甲' } },
      { seq: 2, operation: 'evidence.attach', part: 'evidence', after: file },
    ),
  ).toEqual([['1'], ['文件：→照片.jpg（1 KB）']])
})

test('a file that is withdrawn and kept again tells its reason before and after', () => {
  const [kept, out] = [
    { name: '照片.jpg', size: 1000 },
    { name: '照片.jpg', size: 1000, withdrawn_reason: '放错了' },
  ]
  expect(
    lines(
      { seq: 1, operation: 'evidence.detach', part: 'evidence', before: kept, after: out },
      { seq: 2, operation: 'evidence.attach', part: 'evidence', before: out, after: kept },
    ),
  ).toEqual([
    ['文件：→照片.jpg（1 KB）', '撤下原因：→放错了'],
    ['文件：→照片.jpg（1 KB）', '撤下原因：放错了→'],
  ])
})

test('a decision tells what it was made of, and what it was before', () => {
  const decided = {
    kind: 'email',
    masked: 'x***@example.edu.cn',
    place: { in: 'field', field: 'title', from: 0, to: 4 },
    decision: 'withheld',
    reason: '私人邮箱',
  }
  expect(
    lines({
      seq: 1,
      operation: 'scan.decide',
      part: 'decision',
      before: decided,
      after: { ...decided, decision: 'public', reason: '办公邮箱' },
    }),
  ).toEqual([
    [
      '敏感信息：→电子邮箱 x***@example.edu.cn，“信息名称”第 1–4 字',
      '处理意见：不得公开→确认可公开',
      '理由：私人邮箱→办公邮箱',
    ],
  ])
})

test('a review stands together with the field that it set, and tells each answer that changed', () => {
  const review = (yes: boolean, conclusion: string, remark: string) => ({
    answers: [
      { question: '是否涉及国家秘密？', yes: false },
      { question: '是否涉及个人隐私？', yes },
    ],
    conclusion,
    remark,
  })
  expect(
    lines(
      {
        seq: 1,
        operation: 'review.set',
        part: 'record',
        before: { title: '甲' },
        after: { title: '甲', secrecy_review: 5 },
      },
      {
        seq: 1,
        operation: 'review.set',
        part: 'review',
        before: review(true, 'withheld', ''),
        after: review(false, 'public', '已遮盖'),
      },
    ),
  ).toEqual([['保密审查：→已审查', '审查结论：不予公开→可以公开', '说明：→已遮盖', '是否涉及个人隐私：是→否']])
})

test('a correction is told with its reason', () => {
  const entry = { seq: 2, at: '2023-11-20T09:30:00', who: '王丽', operation: 'record.edit', part: 'record' as const }
  const history: HistoryEntry[] = [
    { ...entry, reason: '名称录入有误', before: { title: '旧' }, after: { title: '新' } },
  ]
  const nameOf = (id: string) => id
  const [corrected] = told(history, { info, known, t: i18n.global.t, locale: 'zh-CN', nameOf })
  expect(corrected?.reason).toBe('名称录入有误')
})
