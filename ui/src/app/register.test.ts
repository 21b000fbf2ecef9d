// What comes into force with a register: its periods, before anything is counted.
import { expect, test } from 'vitest'
import { period, setPeriod } from '@/shared/period'
import { namedPeriods, openRegister } from './register'
import { answering, register } from './testing/core'

const named = [
  { name: '2022—2023学年', from: '2022-09-01', to: '2023-08-31' },
  { name: '2023年度', from: '2023-01-01', to: '2023-12-31' },
]

test('a register begins with the first period that it names, and then with the one last chosen for it', async () => {
  answering({ open_register: ({ folder }) => ({ ...register, id: folder, folder }), periods: () => named })
  await openRegister('/一')
  expect(namedPeriods.value).toEqual(named)
  expect(period.value).toEqual({ from: '2022-09-01', to: '2023-08-31' })
  setPeriod({ from: '2023-02-01', to: '2023-11-20' })
  await openRegister('/二')
  expect(period.value).toEqual({ from: '2022-09-01', to: '2023-08-31' })
  await openRegister('/一')
  expect(period.value).toEqual({ from: '2023-02-01', to: '2023-11-20' })
})
