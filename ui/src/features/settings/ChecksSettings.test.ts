// Settings of the checks before publication: the questions of the review in order, the limit of a file.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { show } from '@/app/testing/core'
import { closeNotice, notice } from '@/shared/notice'
import SettingsPage from './SettingsPage.vue'

const user = userEvent.setup({ delay: null })
beforeEach(closeNotice)

const texts = () => screen.queryAllByTestId('question-text').map((input) => (input as HTMLInputElement).value)

async function questions() {
  let kept = ['甲？', '乙？']
  const view = await show(
    SettingsPage,
    {
      secrecy_questions: () => ({ questions: kept }),
      set_secrecy_questions: ({ questions: given }) => {
        kept = given as string[]
        return { questions: kept }
      },
    },
    { at: '/settings?section=checks' },
  )
  await waitFor(() => expect(texts()).toEqual(['甲？', '乙？']))
  return view
}

test('questions are added, put in order, changed and removed, and saved together', async () => {
  const { requests } = await questions()
  await user.click(screen.getByTestId('question-add'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId('question-text')[2]))
  expect(screen.getByTestId('settings-page').textContent).toContain('问题不能为空')
  expect((screen.getByTestId('questions-save') as HTMLButtonElement).disabled).toBe(true)
  await user.keyboard('丙？')
  await user.click(screen.getAllByTestId('row-up')[2] as HTMLElement)
  await user.click(screen.getAllByTestId('row-remove')[0] as HTMLElement)
  expect(texts()).toEqual(['丙？', '乙？'])
  await user.click(screen.getByTestId('questions-save'))
  await waitFor(() => expect(notice.value?.text).toContain('已保存'))
  expect(requests('set_secrecy_questions')).toEqual([{ questions: ['丙？', '乙？'] }])
  expect(screen.queryByTestId('questions-unsaved')).toBeNull()
})

test('what was changed waits while another section is looked at, and is given up on demand', async () => {
  const { router } = await questions()
  await user.type(screen.getAllByTestId('question-text')[0] as HTMLElement, '改')
  await router.push('/settings?section=about')
  await waitFor(() => expect(texts()).toEqual([]))
  await router.push('/settings?section=checks')
  await waitFor(() => expect(texts()).toEqual(['甲？改', '乙？']))
  await user.click(screen.getByTestId('questions-revert'))
  expect(texts()).toEqual(['甲？', '乙？'])
  for (const button of screen.getAllByTestId('row-remove').reverse()) await user.click(button)
  expect(screen.getByTestId('questions-none').textContent).toContain('至少要有一个问题')
  await user.click(screen.getByTestId('questions-revert'))
})

test('the limit of a file is a number that a stick can hold', async () => {
  const { requests } = await show(
    SettingsPage,
    { evidence_limit: () => ({ megabytes: 500 }), set_evidence_limit: ({ megabytes }) => ({ megabytes }) },
    { at: '/settings?section=evidence' },
  )
  const limit = (await screen.findByTestId('evidence-limit')) as HTMLInputElement
  await waitFor(() => expect(limit.value).toBe('500'))
  for (const wrong of ['0', '4001', '多']) {
    await user.clear(limit)
    await user.type(limit, wrong)
    expect(screen.getByTestId('settings-page').textContent).toContain('请填写 1 至 4000 的整数')
  }
  await user.clear(limit)
  await user.type(limit, '200')
  await user.click(screen.getByTestId('evidence-limit-save'))
  await waitFor(() => expect(notice.value?.text).toContain('已保存'))
  expect(requests('set_evidence_limit')).toEqual([{ megabytes: 200 }])
})
