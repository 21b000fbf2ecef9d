// For tests: a board of two categories with an item in each state.
import type { BoardItem, ListBoard } from '@/api/bindings'
import type { Answers } from '@/app/testing/core'

export const item = (id: number, name: string, part: Partial<BoardItem> = {}): BoardItem => ({
  id,
  number: id - 100,
  name,
  state: 'missing',
  publications: 0,
  newest: null,
  fresh_until: null,
  provisional: false,
  place: '',
  departments: [],
  rhythm: { every: 'year', grace_days: 30, changed_on: null },
  note: '',
  decision: null,
  proposed: null,
  tasks: [],
  ...part,
})

const decision = { year: 2023, reason: '不招收研究生', at: '2023-05-06T09:30:00', by: '王丽' }

export const board: ListBoard = {
  year: 2023,
  as_of: '2023-11-20',
  tally: { published: 1, stale: 1, missing: 1, not_applicable: 1, percent: 33.3 },
  categories: [
    {
      id: 11,
      name: '基本信息',
      tally: { published: 1, stale: 1, missing: 1, not_applicable: 0, percent: 33.3 },
      items: [
        item(101, '信息公开年度报告', {
          state: 'published',
          publications: 2,
          newest: '2023-03-02',
          fresh_until: '2024-04-01',
          place: '学校官网（2条）',
          departments: [4],
        }),
        item(102, '收支预算总表', {
          state: 'stale',
          newest: '2021-04-01',
          fresh_until: '2022-05-01',
          place: '公示栏（2021年4月1日公开，待更新）',
          tasks: [{ id: 'problem-3', thing: 'problem', title: '预算未按时公开' }],
        }),
        item(103, '学籍管理办法', { proposed: '上年的理由' }),
      ],
    },
    {
      id: 12,
      name: '学位、学科信息',
      tally: { published: 0, stale: 0, missing: 0, not_applicable: 1, percent: null },
      items: [item(104, '拟录取研究生名单', { state: 'not_applicable', place: '不涉及', publications: 1, decision })],
    },
  ],
}

export const standing: Answers = {
  list_board: () => board,
  list_item_history: () => [
    { seq: 7, at: '2023-05-06T09:30:00', who: '王丽', operation: 'list.decide', before: null, after: decision },
    {
      seq: 8,
      at: '2023-06-06T09:30:00',
      who: '王丽',
      operation: 'list.rhythm',
      before: null,
      after: { every: 'quarter', grace_days: 7, changed_on: '2023-06-01' },
    },
  ],
  list_records: ({ period }) => ({
    total: period ? 2 : 5,
    records: [
      {
        id: 'publication-9',
        title: '2022年度信息公开年度报告',
        values: { published_on: '2023-03-02' },
        named: {},
        withdrawn: null,
      },
    ],
  }),
}
