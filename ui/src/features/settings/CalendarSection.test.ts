// The working-day calendar by hand, from a file and as shipped; the time limits with their rules.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { CalendarYear, SpecialDay } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import { holidaysOf } from './calendarDrafts'
import SettingsPage from './SettingsPage.vue'

const user = userEvent.setup({ delay: null })
const off = (day: string, name: string): SpecialDay => ({ day, off: true, name })
const shipped = [off('2026-01-01', '元旦'), off('2026-01-02', '元旦'), { day: '2026-01-04', off: false, name: '元旦' }]

/** A register whose year 2027 is not known until it is set. */
function calendar(): Answers {
  let own: SpecialDay[] | null = null
  const year = (asked: unknown): CalendarYear => ({
    year: Number(asked),
    known: asked === 2026 || own !== null,
    edited: asked === 2027 && own !== null,
    days: asked === 2026 ? shipped : (own ?? []),
    known_years: own ? [2026, 2027] : [2026],
  })
  return {
    calendar: ({ year: asked }) => year(asked),
    set_calendar_year: ({ year: asked, days }) => {
      own = (days as SpecialDay[] | undefined) ?? null
      return year(asked)
    },
    pick_calendar: () => '/放假安排.json',
    read_calendar: ({ year: asked }) => {
      own = [off('2027-10-01', '国庆节')]
      return year(asked)
    },
  }
}

async function open(year: number) {
  const page = await show(SettingsPage, calendar(), { at: `/settings?section=calendar&year=${year}` })
  await screen.findByTestId('calendar-year')
  return page
}

async function fill(id: string, text: string) {
  const field = await screen.findByTestId(id)
  await user.clear(field)
  if (text) await user.type(field, text)
}

test('a year stands by its holidays, with the days worked for them', async () => {
  await open(2026)
  const [row] = screen.getAllByTestId('holiday')
  const said = [...(row?.querySelectorAll('th, td') ?? [])].map((cell) => cell.textContent?.replace(/\s|×/g, ''))
  expect(said).toEqual(['元旦', '1月1日（四）1月2日（五）', '1月4日（日）'])
  expect(holidaysOf([off('2026-10-01', '国庆节'), off('2026-05-01', '劳动节')]).map(({ name }) => name)).toEqual([
    '劳动节',
    '国庆节',
  ])
})

test('an unknown year says what that means, is put in by hand as one table, and taken back', async () => {
  const { requests } = await open(2027)
  expect(screen.getByTestId('calendar-unknown').textContent).toContain('2026 年 11 月前后')
  await fill('calendar-from', '1-1')
  await fill('calendar-to', '2027年1月3日')
  await fill('calendar-name', '元旦')
  await user.click(screen.getByTestId('calendar-add'))
  await waitFor(() => expect(screen.getByTestId('holiday').textContent).toContain('1月3日'))
  expect(requests('set_calendar_year')).toHaveLength(0)
  await user.click(screen.getByTestId('remove-2027-01-02'))
  await user.click(screen.getByTestId('calendar-save'))
  await waitFor(() => expect(screen.getByTestId('calendar-source').textContent).toContain('本单位'))
  const days = [off('2027-01-01', '元旦'), off('2027-01-03', '元旦')]
  expect(requests('set_calendar_year')).toEqual([{ year: 2027, days }])
  await user.click(screen.getByTestId('calendar-restore'))
  await screen.findByTestId('calendar-unknown')
  expect(requests('set_calendar_year').at(-1)).toEqual({ year: 2027 })
})

test.each([
  ['2-30', '', '元旦', '有没有这一天'],
  ['10-3', '10-1', '国庆节', '先后'],
  ['2026-12-31', '', '元旦', '不在 2027 年'],
  ['1-1', '', '', '请写明节日'],
])('%s to %s for %s is told at once: %s', async (from, to, name, said) => {
  await open(2027)
  await fill('calendar-from', from)
  await fill('calendar-to', to)
  await fill('calendar-name', name)
  await waitFor(() => expect(screen.getByTestId('calendar-fault').textContent).toContain(said))
  expect(screen.getByTestId('calendar-add').hasAttribute('disabled')).toBe(true)
})

test('a make-up day is a weekend, and no day stands twice', async () => {
  await open(2026)
  await fill('calendar-name', '元旦')
  await fill('calendar-from', '1-1')
  await waitFor(() => expect(screen.getByTestId('calendar-fault').textContent).toContain('已经列出'))
  await fill('calendar-from', '1-5')
  await user.selectOptions(screen.getByTestId('calendar-kind'), '调休上班')
  await waitFor(() => expect(screen.getByTestId('calendar-fault').textContent).toContain('不是周末'))
})

test('a year is read from a file', async () => {
  const { requests } = await open(2027)
  await user.click(screen.getByTestId('calendar-read'))
  await waitFor(() => expect(screen.getByTestId('holiday').textContent).toContain('国庆节'))
  expect(requests('read_calendar')).toEqual([{ year: 2027, file: '/放假安排.json' }])
})

test('what was not saved waits while another section is looked at', async () => {
  const { router } = await open(2027)
  await fill('calendar-from', '5-1')
  await fill('calendar-name', '劳动节')
  await user.click(screen.getByTestId('calendar-add'))
  await router.push('/settings?section=about')
  await router.push('/settings?section=calendar&year=2027')
  await screen.findByTestId('calendar-unsaved')
  await user.click(screen.getByTestId('calendar-revert'))
  await waitFor(() => expect(screen.queryByTestId('holiday')).toBeNull())
})

test('days that were put in, and one that was being typed, are there again after a restart', async () => {
  const years = { 2027: [off('2027-05-01', '劳动节')] }
  const drafts = () => ({ 'settings/calendar': JSON.stringify({ years, from: '10-1', to: '', name: '国', off: true }) })
  await show(SettingsPage, { ...calendar(), drafts }, { at: '/settings?section=calendar&year=2027' })
  await waitFor(() => expect(screen.getByTestId('calendar-unsaved').textContent).toContain('已恢复'))
  expect(screen.getByTestId('holiday').textContent).toContain('劳动节')
  expect((screen.getByTestId('calendar-from') as HTMLInputElement).value).toBe('10-1')
  expect((screen.getByTestId('calendar-name') as HTMLInputElement).value).toBe('国')
})

test('a time limit is saved with the others, and its rule stands beside it', async () => {
  const rules = {
    answer_days: 15,
    extension_days: 0,
    publish_days: 20,
    consultation_days: 10,
    third_party_stops: false,
  }
  const answers: Answers = { rules: () => rules, set_rules: (request) => request }
  const { requests } = await show(SettingsPage, answers, { at: '/settings?section=rules' })
  await fill('rule-extension_days', '二十')
  expect(screen.getByTestId('rules-save').hasAttribute('disabled')).toBe(true)
  await fill('rule-extension_days', '20')
  await user.click(screen.getByTestId('rules-save'))
  await waitFor(() => expect(requests('set_rules')).toEqual([{ ...rules, extension_days: 20 }]))
  expect(document.getElementById('rule-extension_days-hint')?.textContent).toContain('第三十三条')
})
