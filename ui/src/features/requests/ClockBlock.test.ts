// The clock of a request: its standing in words and a sign, what is left, each day and why it counts or not.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { ClockStanding, RecordView, RequestClock } from '@/api/bindings'
import { show } from '@/app/testing/core'
import ClockBlock from './ClockBlock.vue'
import { leftInWords, weekOf } from './clock'
import { clock } from './testing'

const user = userEvent.setup({ delay: null })
const record: RecordView = {
  id: 'request-1',
  thing: 'request',
  values: { received_on: '2026-12-30', replied_on: null },
  named: {},
  derived: [],
  named_by: [],
  withdrawn: null,
  taken_back: false,
  origin: null,
  clock: null,
}

async function showClock(over: Partial<RequestClock> = {}) {
  await show(ClockBlock, { request_clock: () => ({ ...clock, ...over }) }, { props: { record } })
  return screen.findByTestId('clock')
}

test('the standing is a word beside a sign, the due date has its day of the week', async () => {
  await showClock()
  expect(screen.getByTestId('clock-standing').textContent).toBe('▷办理中')
  expect(screen.getByTestId('clock-left').textContent).toBe('还剩 3 个工作日')
  expect(screen.getByTestId('clock-due').textContent).toBe('答复期限：2027年1月5日（星期二）')
})

test('a due date in a year without a table is provisional, with the way to put the year in', async () => {
  const shown = await showClock()
  expect(screen.getByTestId('clock-provisional').textContent).toContain('暂定（尚无 2027 年放假安排）')
  expect(shown.querySelector('a')?.getAttribute('href')).toBe('/settings?section=calendar&year=2027')
})

test.each([
  ['overdue', -2, '已超 2 个工作日'],
  ['overdue', 0, '期限已过，尚未满 1 个工作日'],
  ['due_today', 0, '今天是最后一天'],
  ['running', 3, '还剩 3 个工作日'],
  ['clarifying', 12, '暂停计算，余 12 个工作日'],
  ['asking_third_party', 9, '暂停计算，余 9 个工作日'],
  ['answered_in_time', 5, '答复时还剩 5 个工作日'],
  ['answered_in_time', 0, '在最后一天答复'],
  ['answered_late', -3, '超过期限 3 个工作日'],
] as [ClockStanding, number, string][])('%s with %i is said so: %s', async (standing, left, said) => {
  await showClock({ standing, left, due: standing === 'clarifying' ? null : clock.due })
  expect(screen.getByTestId('clock-left').textContent).toBe(said)
  expect(leftInWords({ standing, left }, (key) => key)).toMatch(/^requests\.left\./)
})

test('each day says its number or why it has none, to the eye and in a sentence', async () => {
  await showClock()
  const days = screen.getAllByTestId('clock-day')
  expect(days.map((day) => day.querySelector('.short')?.textContent)).toEqual([
    '收到',
    '第1日',
    '元旦',
    '周末',
    '补班2',
    '补正',
    '第15日',
    '超1日',
  ])
  expect(days.map((day) => day.querySelector('.unseen')?.textContent)).toEqual([
    '2026年12月30日 星期三：收到当日，不计',
    '2026年12月31日 星期四：计第 1 个工作日',
    '2027年1月1日 星期五：元旦放假，不计',
    '2027年1月2日 星期六：周末，不计（当年放假安排未录入）',
    '2027年1月3日 星期日：元旦调休上班，计第 2 个工作日',
    '2027年1月4日 星期一：补正期间，不计',
    '2027年1月5日 星期二：计第 15 个工作日，答复期限',
    '2027年1月6日 星期三：超过期限第 1 个工作日',
  ])
  expect([...document.querySelectorAll('.month')].map((month) => month.textContent?.trim())).toEqual(['12月', '1月'])
})

test('days stand in their weeks, from Monday', () => {
  expect(weekOf('2026-12-30', '2027-01-03')).toBe(0)
  expect(weekOf('2026-12-30', '2027-01-04')).toBe(1)
})

test('the strip is one stop of Tab, walked by arrows, and the day is said beneath', async () => {
  await showClock()
  const days = screen.getAllByTestId('clock-day')
  expect(days.filter((day) => day.tabIndex === 0)).toHaveLength(1)
  days[0]?.focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(days[1])
  await waitFor(() => expect(screen.getByTestId('clock-said').textContent).toContain('计第 1 个工作日'))
  await user.keyboard('{End}{ArrowUp}')
  expect(document.activeElement).toBe(days[0])
})

test('an extension that does not count says why, with the way to the time limits', async () => {
  const shown = await showClock({ extension: 'not_allowed', provisional: false })
  expect(screen.getByTestId('clock-limit').textContent).toContain('现行办理时限不允许延期')
  expect(shown.querySelector('a')?.getAttribute('href')).toBe('/settings?section=rules')
})
