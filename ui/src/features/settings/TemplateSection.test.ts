// The template as a file: what it would bring is shown before anything is changed, what is wrong in it by line.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { TemplateInspection } from '@/api/bindings'
import { type Answers, show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import SettingsPage from './SettingsPage.vue'

const user = userEvent.setup()
const brings: TemplateInspection = {
  name: '自然年度报告',
  note: '全省通用',
  words: [{ dimension: 'channel', name: '微博', parent: '新媒体', becomes: 'new' }],
  figures: [
    { id: 'new_media', label: '新媒体', becomes: 'new' },
    { id: 'web', label: '学校官网', becomes: 'changed' },
    { id: 'media', label: '社会主流媒体', becomes: 'gone' },
    { id: 'items', label: '全校主动公开信息', becomes: 'same' },
  ],
  wording: true,
  checks: false,
  periods: [{ name: '2023年度', from: '2023-01-01', to: '2023-12-31' }],
  problems: [],
}
const answers: Answers = {
  pick_file: () => 'D:\\省模板.toml',
  save_file: ({ suggested }) => `D:\\${String(suggested)}`,
  inspect_template: () => brings,
  import_template: ({ keep }) => ({ brought: brings, changed: true, kept: keep ?? null }),
  export_template: ({ to }) => ({ path: to, figures: 39 }),
}
const open = (more: Answers = {}) => show(SettingsPage, { ...answers, ...more }, { at: '/settings?section=template' })

test('the template is exported under its name, with a note', async () => {
  const { requests } = await open()
  await user.type(await screen.findByTestId('template-note'), '按自然年度{Enter}')
  const name = '某职业技术学院年报模板'
  await waitFor(() =>
    expect(requests('export_template')).toEqual([{ to: `D:\\${name}.toml`, name, note: '按自然年度' }]),
  )
  expect(notice.value?.text).toContain('39 个统计项')
})

test('what would come is shown first; the template before is kept, then it is imported', async () => {
  const { requests } = await open()
  await user.click(await screen.findByTestId('template-pick'))
  const changes = await screen.findByTestId('template-changes')
  for (const told of ['新媒体', '学校官网', '社会主流媒体', '新媒体—微博（公开渠道）', '整体替换', '2023年度'])
    expect(changes.textContent).toContain(told)
  expect(changes.textContent).not.toContain('全校主动公开信息')
  expect(requests('import_template')).toEqual([])
  await user.click(screen.getByTestId('template-import'))
  const keep = 'D:\\某职业技术学院导入前的模板.toml'
  await waitFor(() => expect(requests('import_template')).toEqual([{ path: 'D:\\省模板.toml', keep }]))
  expect((await screen.findByTestId('report-files')).textContent).toContain(keep)
  expect(screen.queryByTestId('template-brings')).toBeNull()
})

test('without a place for the template before nothing is imported, unless nobody wants it', async () => {
  const { requests } = await open({ save_file: () => null })
  await user.click(await screen.findByTestId('template-pick'))
  await user.click(await screen.findByTestId('template-import'))
  expect(requests('import_template')).toEqual([])
  await user.click(screen.getByTestId('template-keep'))
  await user.click(screen.getByTestId('template-import'))
  await waitFor(() => expect(requests('import_template')).toEqual([{ path: 'D:\\省模板.toml' }]))
})

test('what is wrong is told by line, and cannot be imported', async () => {
  const problems = [{ line: 12, message: '指标“web”：没有填写名称' }]
  await open({ inspect_template: () => ({ ...brings, problems }) })
  await user.click(await screen.findByTestId('template-pick'))
  expect((await screen.findByTestId('template-problem')).textContent).toContain('第 12 行')
  expect(screen.queryByTestId('template-import')).toBeNull()
})
