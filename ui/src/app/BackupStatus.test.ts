// The last backup: how old it is, when that is a matter of concern, and how a new one is made.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { LastBackup } from '@/api/bindings'
import { today } from '@/shared/period'
import BackupStatus from './BackupStatus.vue'
import { register, show } from './testing/core'

const daysAgo = (days: number) => new Date(Date.parse(today()) - days * 86_400_000).toISOString().slice(0, 10)
const backup = (days: number, verified = true): LastBackup => ({
  at: `${daysAgo(days)}T17:00:00`,
  path: '/台账/backups/1',
  verified,
})

test.each([
  ['一份今日的', backup(0), '今天已备份', 'false'],
  ['一份七天前的', backup(7), '7 天前备份', 'false'],
  ['一份八天前的', backup(8), '8 天前备份', 'true'],
  ['一份未通过核验的', backup(0, false), '上次备份未通过核验', 'true'],
  ['没有', null, '尚未备份', 'true'],
])('%s', async (_, last_backup, words, wanting) => {
  await show(BackupStatus, { register_info: () => ({ ...register, last_backup }) })
  const status = screen.getByTestId('backup-status')
  expect(status.textContent?.trim()).toBe(words)
  expect(status.dataset.wanting).toBe(wanting)
})

test('a backup is made at once, told in words, and the status follows', async () => {
  let last_backup: LastBackup | null = null
  const { requests } = await show(BackupStatus, {
    register_info: () => ({ ...register, last_backup }),
    backup: () => {
      last_backup = backup(0)
      return { backup: '/台账/backups/1', records: 3, verified: true }
    },
  })
  await userEvent.click(screen.getByTestId('backup'))
  await userEvent.click(screen.getByTestId('backup-now'))
  expect((await screen.findByTestId('backup-made')).textContent).toContain('已备份 3 条记录，副本核验无误')
  await waitFor(() => expect(screen.getByTestId('backup-status').textContent).toContain('今天已备份'))
  expect(requests('backup')).toEqual([{}])
})

test('nothing is backed up where no folder is chosen, and elsewhere where one is', async () => {
  let folder: string | null = null
  const { requests } = await show(BackupStatus, {
    pick_folder: () => folder,
    backup: () => ({ backup: '/U盘/1', records: 3, verified: false }),
  })
  await userEvent.click(screen.getByTestId('backup'))
  await userEvent.click(screen.getByTestId('backup-to'))
  await waitFor(() => expect((screen.getByTestId('backup-to') as HTMLButtonElement).disabled).toBe(false))
  expect(requests('backup')).toEqual([])
  folder = '/U盘'
  await userEvent.click(screen.getByTestId('backup-to'))
  expect((await screen.findByTestId('backup-made')).textContent).toContain('未通过核验')
  expect(requests('backup')).toEqual([{ to: '/U盘' }])
})
