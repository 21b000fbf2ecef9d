// For tests: scorecards and departments as the core answers them.
import type { DepartmentView, Scorecard, Tally } from '@/api/bindings'

const none: Scorecard['scores'] = {
  published: 0,
  on_time: 0,
  late: 0,
  undated: 0,
  provisional: 0,
  corrections: 0,
  unpublished: 0,
  requests_in_time: 0,
  requests_late: 0,
  requests_open: 0,
  requests_overdue: 0,
  replies_in_time: 0,
  replies_late: 0,
  replies_undated: 0,
  replies_open: 0,
  replies_overdue: 0,
  problems_overdue: 0,
  duties: 0,
}

export const noDuties: Tally = { published: 0, stale: 0, missing: 0, not_applicable: 0, percent: null }

export function card(
  department: number,
  more: Partial<Omit<Scorecard, 'scores'>> & { scores?: Partial<Scorecard['scores']> } = {},
): Scorecard {
  return {
    department,
    name: `部门${department}`,
    retired: false,
    head: '',
    officer: '',
    on_time_share: null,
    duties: noDuties,
    ...more,
    scores: { ...none, ...more.scores },
  }
}

export const academic: DepartmentView = {
  department: { department: 1, head: '张三', officer: '', telephone: '0731-1234567', duties: [11] },
  name: '教务处',
  duties: [{ item: 11, state: 'published', publications: 2 }],
  overdue: [],
  persons: [],
}
