// 归档 is asked for once more: for whom, under which name, and whether it was done before.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { type Answers, show } from '@/app/testing/core'
import ArchiveForm from './ArchiveForm.vue'
import { archived } from './testing'

const user = userEvent.setup()
const request = { from: '2023-02-01', to: '2023-11-20', addressee: '省教育厅', date: '2023-11-20' }
const open = (more: Record<string, unknown> = {}, answers: Answers = {}) =>
  show(
    ArchiveForm,
    { archived_reports: () => [], archive_report: () => archived, ...answers },
    { props: { request, named: '年度报告', refused: '', ready: async () => true, ...more } },
  )

test('without an addressee nothing is archived', async () => {
  await open({ request: { ...request, addressee: '' } })
  expect((await screen.findByTestId('archive-what')).textContent).toContain('请先在上方填写主送机关')
  expect((screen.getByTestId('archive-do') as HTMLButtonElement).disabled).toBe(true)
})

test('what is archived is shown in place, under the name that was given', async () => {
  const { requests, router } = await open()
  await user.type(await screen.findByTestId('archive-name'), '上报稿{Enter}')
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/archive?report=archive-1'))
  expect(requests('archive_report')).toEqual([{ report: request, title: '上报稿' }])
})

test('words that could not be saved are not archived past', async () => {
  const { requests } = await open({ ready: async () => false })
  await user.click(await screen.findByTestId('archive-do'))
  expect(requests('archive_report')).toEqual([])
})

test('a period that was archived before says so, and leads there', async () => {
  await open({}, { archived_reports: () => [archived] })
  expect((await screen.findByTestId('archive-earlier')).textContent).toContain('第 1 号')
  expect(screen.getByTestId('to-archive').getAttribute('href')).toBe('/archive')
})
