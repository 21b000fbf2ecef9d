// The period in force is changed by both days at once, or by one of the usual periods.
import userEvent from '@testing-library/user-event'
import { fireEvent, render, screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { period, setPeriod } from '@/shared/period'
import { i18n } from './i18n'
import PeriodPicker from './PeriodPicker.vue'

const user = userEvent.setup()
const named = [{ name: '2023年度', from: '2023-02-01', to: '2023-11-20' }]
const before = { from: '2026-01-01', to: '2026-12-31' }

beforeEach(async () => {
  setPeriod(before)
  render(PeriodPicker, { props: { named }, global: { plugins: [i18n] } })
  await user.click(screen.getByTestId('period'))
  await screen.findByTestId('period-use')
})

const fill = (id: string, day: string) => fireEvent.update(screen.getByTestId(id), day)

test('days that are typed come into force together', async () => {
  await fill('period-from', '2023年2月1日')
  await fill('period-to', '2023-11-20')
  expect(period.value).toEqual(before)
  await user.click(screen.getByTestId('period-use'))
  await waitFor(() => expect(period.value).toEqual({ from: '2023-02-01', to: '2023-11-20' }))
})

test('a period that ends before it begins is told and not used', async () => {
  await fill('period-to', '2023-11-20')
  await screen.findByText('开始日期晚于结束日期，请调整。')
  await user.click(screen.getByTestId('period-use'))
  expect(period.value).toEqual(before)
})

test('a day that is not there is told', async () => {
  await fill('period-to', '2023-02-30')
  await screen.findByText('请写成 2023-02-01 或 2023年2月1日，并核对有没有这一天。')
  expect((screen.getByTestId('period-use') as HTMLButtonElement).disabled).toBe(true)
})

test('a period that the register names is used by its name', async () => {
  await user.click(screen.getByText('2023年度'))
  expect(period.value).toEqual({ from: '2023-02-01', to: '2023-11-20' })
  expect(screen.queryByTestId('period-use')).toBeNull()
})
