// Words of a vocabulary in the form: offered, retired, new, several.
import { screen, waitFor, within } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { forgetCarried } from './carrying'
import { at, control, disk, openForm, record, SAVE, user } from './testing'

beforeEach(() => {
  disk.clear()
  localStorage.clear()
  forgetCarried()
})

test('a retired term is shown where it stands and offered nowhere; merged ones neither', async () => {
  await openForm({ record: record({ title: '甲', kind: 3 }) })
  expect(control('kind').value).toBe('大事记')
  expect(within(at('kind')).getByTestId('retired').textContent).toContain('已停用')
  await user.click(control('kind'))
  expect(
    within(at('kind'))
      .getAllByTestId('option')
      .map((option) => option.textContent?.trim()),
  ).toEqual(['新闻报道', '公告通知'])
})

test('a new word is offered, added only when chosen, and otherwise told', async () => {
  const { requests } = await openForm(
    {},
    {
      add_term: ({ name, dimension }) => ({
        id: 99,
        dimension,
        name,
        parent: null,
        position: 9,
        retired: false,
        note: '',
      }),
    },
  )
  control('department').focus()
  await user.keyboard(`基建处${SAVE}`)
  expect((await within(at('department')).findByTestId('refusal')).textContent).toContain('基建处')
  expect([requests('add_term'), requests('log_record')]).toEqual([[], []])
  expect(control('department').value).toBe('基建处')
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(requests('add_term')).toEqual([{ dimension: 'department', name: '基建处' }]))
  await user.keyboard(SAVE)
  await waitFor(() => expect(requests('log_record')[0]?.values).toMatchObject({ department: 99 }))
})

test('Backspace takes the last channel out, Escape closes the list before the form', async () => {
  const { emitted } = await openForm()
  control('channels').focus()
  await user.keyboard('公示{Enter}学校{Enter}')
  await user.keyboard('学校官网{Enter}')
  expect(screen.getAllByTestId('tag')).toHaveLength(2)
  await user.keyboard('{Backspace}')
  expect(screen.getAllByTestId('tag').map((tag) => tag.textContent)).toEqual([expect.stringContaining('公示栏')])
  await user.keyboard('{ArrowDown}{Escape}')
  expect(control('channels').getAttribute('aria-expanded')).toBe('false')
  expect(emitted('close')).toBeUndefined()
  await user.keyboard('{Escape}')
  expect(emitted('close')).toHaveLength(1)
})

test('a word that is out of use is told as that, not as unknown', async () => {
  await openForm()
  control('kind').focus()
  await user.keyboard('大事记{Tab}')
  await waitFor(() => expect(at('kind').textContent).toContain('已停用，请到设置中恢复，或选用其他词条'))
  expect(at('kind').textContent).not.toContain('不在可选的词条中')
})
