// While a record is saved the next is typed: no key is lost, and what is refused comes back.
import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { forgetCarried } from './carrying'
import { at, control, disk, fault, focused, openForm, SAVE, saved, user } from './testing'

beforeEach(() => {
  disk.clear()
  forgetCarried()
})

/** A core that takes its time, and takes or refuses what it was given. */
function slow(refusing: string[] = []) {
  const answers: (() => void)[] = []
  const log_record = ({ values }: Record<string, unknown>) =>
    new Promise((take, refuse) => {
      const { title } = values as { title: string }
      answers.push(() =>
        refusing.includes(title)
          ? refuse({
              code: 'fields',
              zh: '未通过。',
              en: 'Refused.',
              fields: [fault('title', 'text_taken', '已有同名。')],
            })
          : take(saved(values as { title: string }, title)),
      )
    })
  return { log_record, answer: () => answers.shift()?.() }
}

test('what is typed while the last record is saved is not lost, and may be saved in its turn', async () => {
  const { log_record, answer } = slow()
  const { requests } = await openForm({}, { log_record })
  await user.keyboard(`甲${SAVE}`)
  await waitFor(() => expect(control('title').value).toBe(''))
  await user.keyboard(`乙通知${SAVE}`)
  expect(control('title').value).toBe('乙通知')
  expect(requests('log_record')).toHaveLength(1)
  answer()
  await waitFor(() => expect(requests('log_record')).toHaveLength(2))
  await user.keyboard('丙')
  answer()
  await waitFor(() => expect(screen.getByTestId('form-done').textContent).toContain('乙通知'))
  expect(control('title').value).toBe('丙')
  await waitFor(() => expect([...disk.values()].join()).not.toContain('乙'))
  expect([...disk.values()].join()).toContain('丙')
})

test('a record that is refused stands in the form again, and the one begun meanwhile comes after it', async () => {
  const refusing = ['甲']
  const { log_record, answer } = slow(refusing)
  await openForm({}, { log_record })
  await user.keyboard(`甲${SAVE}`)
  await waitFor(() => expect(control('title').value).toBe(''))
  await user.keyboard('乙')
  answer()
  await waitFor(() => expect(control('title').value).toBe('甲'))
  expect(at('title').textContent).toContain('已有同名。')
  await waitFor(() => expect(focused()).toBe('form-title'))
  await waitFor(() => expect(disk.size).toBe(2))
  refusing.pop()
  await user.keyboard(`二${SAVE}`)
  await waitFor(() => expect(control('title').value).toBe('乙'))
  answer()
  await waitFor(() => expect(screen.getByTestId('form-done').textContent).toContain('甲二'))
  expect(control('title').value).toBe('乙')
  await waitFor(() => expect(disk.size).toBe(1))
})
