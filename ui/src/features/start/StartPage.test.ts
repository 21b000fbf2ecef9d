// The start page against a shell that answers by name: what a clerk sees and what is asked of the core.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks'
import userEvent from '@testing-library/user-event'
import { render, screen, waitFor } from '@testing-library/vue'
import { afterEach, expect, test } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/app/i18n'
import StartPage from './StartPage.vue'

type Answers = Record<string, (request: Record<string, unknown>) => unknown>

/** Shows the page over the given answers; returns the calls that it made. */
function show(answers: Answers) {
  const asked: { name: string; request: unknown }[] = []
  const all: Answers = { recent_registers: () => [], register_info: () => null, ...answers }
  mockIPC((_command, payload) => {
    const { name, request } = payload as { name: string; request: Record<string, unknown> }
    asked.push({ name, request })
    const answer = all[name]
    return answer ? answer(request) : Promise.reject({ code: 'no_such_command', zh: name, en: name })
  })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: StartPage }],
  })
  render(StartPage, { global: { plugins: [i18n, router] } })
  return asked
}

afterEach(clearMocks)

test('says its name, and what to do where no register was opened before', async () => {
  show({})
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('阳光台账')
  expect((await screen.findByTestId('recent-none')).textContent).toContain('最近打开过的台账')
})

test('a new register is made of the name and the chosen folder, and only of both', async () => {
  const made = { folder: '/台账/2023', institution: '某职业技术学院' }
  const asked = show({ pick_folder: () => made.folder, new_register: () => made })
  const user = userEvent.setup()
  const create = screen.getByTestId('create-register') as HTMLButtonElement
  await waitFor(() => expect((screen.getByTestId('new-folder') as HTMLButtonElement).disabled).toBe(false))
  await user.type(screen.getByTestId('new-institution'), '  某职业技术学院 ')
  expect(create.disabled).toBe(true)
  await user.click(screen.getByTestId('new-folder'))
  await waitFor(() => expect(screen.getByTestId('new-folder-chosen').textContent).toBe(made.folder))
  await user.click(create)
  await screen.findByTestId('current-register')
  expect(asked).toContainEqual({ name: 'new_register', request: made })
})

test('a recent register opens with one click', async () => {
  const folder = 'D:\\信息公开\\台账'
  const asked = show({
    recent_registers: () => [{ folder, institution: '某学院', opened: '2023-11-20T09:30:00' }],
    open_register: () => ({ folder, institution: '某学院' }),
  })
  await userEvent.click(await screen.findByText(folder))
  await screen.findByTestId('current-register')
  expect(asked).toContainEqual({ name: 'open_register', request: { folder } })
})

test('an error stays in sight with its sentence until it is dismissed', async () => {
  show({
    pick_folder: () => '/空',
    open_register: () => Promise.reject({ code: 'not_a_register', zh: '所选文件夹不是台账。', en: 'Not a register.' }),
  })
  const open = screen.getByTestId('open-register') as HTMLButtonElement
  await waitFor(() => expect(open.disabled).toBe(false))
  await userEvent.click(open)
  const error = await screen.findByTestId('error')
  expect(error.textContent).toContain('所选文件夹不是台账。')
  await userEvent.click(screen.getByTestId('error-dismiss'))
  expect(screen.queryByTestId('error')).toBeNull()
})

test('nothing is opened where the person closes the dialog without choosing', async () => {
  const asked = show({ pick_folder: () => null })
  const open = screen.getByTestId('open-register') as HTMLButtonElement
  await waitFor(() => expect(open.disabled).toBe(false))
  await userEvent.click(open)
  await waitFor(() => expect(asked.map((a) => a.name)).toContain('pick_folder'))
  expect(asked.map((a) => a.name)).not.toContain('open_register')
})
