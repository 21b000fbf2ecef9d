// The start page against a core that answers by name: what a clerk sees and what is asked of the core.
import userEvent from '@testing-library/user-event'
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { type Answers, register, show } from '@/app/testing/core'
import { period } from '@/shared/period'
import StartPage from './StartPage.vue'

const user = userEvent.setup()

/** Shows the page with no register open and waits until it is ready. */
async function start(answers: Answers = {}) {
  const shown = await show(StartPage, { recent_registers: () => [], register_info: () => null, ...answers })
  await waitFor(() => expect(screen.getByTestId('start-page').getAttribute('aria-busy')).toBe('false'))
  return shown
}

/** Through the first two steps, to the place. */
async function nameAndPeriod(choose: () => Promise<void> = async () => {}) {
  await user.type(screen.getByTestId('new-institution'), '  某职业技术学院 {Enter}')
  await screen.findByTestId('new-period-year')
  await choose()
  await user.click(screen.getByTestId('new-next'))
  await screen.findByTestId('new-folder')
}

const ownDays = async () => {
  await user.click(screen.getByTestId('new-period-own'))
  await fireEvent.update(screen.getByTestId('new-period-name'), '2023年度')
  await fireEvent.update(screen.getByTestId('new-period-from'), '2023年2月1日')
  await fireEvent.update(screen.getByTestId('new-period-to'), '2023-11-20')
}

const making = (folder: string): Answers => ({
  pick_folder: () => folder,
  new_register: ({ institution }) => ({ ...register, folder, institution }),
  set_periods: ({ periods }) => periods,
})

test('says its name, and what to do where no register was opened before', async () => {
  await start()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('阳光台账')
  expect(screen.getByTestId('recent-none').textContent).toContain('最近打开过的台账')
})

test('three steps make a register with its period, which is in force when it opens', async () => {
  const { requests, router } = await start(making('/新台账'))
  await nameAndPeriod(ownDays)
  const create = screen.getByTestId('create-register') as HTMLButtonElement
  expect(create.disabled).toBe(true)
  await user.click(screen.getByTestId('new-folder'))
  await waitFor(() => expect(screen.getByTestId('new-folder-chosen').textContent).toBe('/新台账'))
  await user.click(create)
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/overview'))
  expect(requests('new_register')).toEqual([{ folder: '/新台账', institution: '某职业技术学院' }])
  expect(requests('set_periods')).toEqual([{ periods: [{ name: '2023年度', from: '2023-02-01', to: '2023-11-20' }] }])
  expect(period.value).toEqual({ from: '2023-02-01', to: '2023-11-20' })
})

test('a register that begins with an old ledger goes on to the import', async () => {
  const { requests, router } = await start(making('/导入的'))
  await nameAndPeriod()
  await user.click(screen.getByTestId('new-folder'))
  await waitFor(() => expect(screen.getByTestId('new-folder-chosen').textContent).toBe('/导入的'))
  await user.click(screen.getByTestId('create-and-import'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/imports'))
  const year = new Date().getFullYear()
  expect(requests('set_periods')).toEqual([
    { periods: [{ name: `${year}年度`, from: `${year}-01-01`, to: `${year}-12-31` }] },
  ])
})

test('a step is not left before it is filled, and what was typed is there on the way back', async () => {
  await start()
  const next = screen.getByTestId('new-next') as HTMLButtonElement
  expect(next.disabled).toBe(true)
  await nameAndPeriod(async () => {
    await user.click(screen.getByTestId('new-period-own'))
    expect((screen.getByTestId('new-next') as HTMLButtonElement).disabled).toBe(true)
    await ownDays()
    await fireEvent.update(screen.getByTestId('new-period-to'), '2022-11-20')
    expect(screen.getByTestId('new-period-fault').textContent).toContain('开始日期晚于结束日期')
    expect((screen.getByTestId('new-next') as HTMLButtonElement).disabled).toBe(true)
    await ownDays()
  })
  await user.click(screen.getByTestId('new-back'))
  expect((screen.getByTestId('new-period-name') as HTMLInputElement).value).toBe('2023年度')
  await user.click(screen.getByTestId('new-back'))
  expect((screen.getByTestId('new-institution') as HTMLInputElement).value).toBe('  某职业技术学院 ')
})

test('Enter that chooses a word of an input method does not go on', async () => {
  await start()
  const name = screen.getByTestId('new-institution')
  await user.type(name, '某学院')
  const enter = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })
  await fireEvent(name, enter)
  expect(enter.defaultPrevented).toBe(true)
  expect(screen.queryByTestId('new-period-year')).toBeNull()
})

test('a recent register opens with one click', async () => {
  const folder = 'D:\\信息公开\\台账'
  const { requests, router } = await start({
    recent_registers: () => [{ folder, institution: '某学院', opened: '2023-11-20T09:30:00' }],
    open_register: () => ({ ...register, folder }),
  })
  await user.click(await screen.findByText(folder))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/overview'))
  expect(requests('open_register')).toEqual([{ folder }])
})

test('the sample register is made in the chosen folder and opened', async () => {
  const { requests, router } = await start({
    pick_folder: () => '/示例',
    sample_register: ({ folder }) => ({ ...register, folder }),
  })
  await user.click(screen.getByTestId('sample-register'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/overview'))
  expect(requests('sample_register')).toEqual([{ folder: '/示例' }])
})

test('a backup is restored to another folder and never over a register', async () => {
  const picked = ['/备份/20231120', '/恢复']
  const { requests, router } = await start({
    pick_folder: () => picked.shift(),
    restore: ({ folder }) => ({ ...register, folder }),
  })
  await user.click(screen.getByTestId('restore-register'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/overview'))
  expect(requests('restore')).toEqual([{ backup: '/备份/20231120', folder: '/恢复', replace: false }])
})

test('an error stays in sight with its sentence until it is dismissed', async () => {
  await start({
    pick_folder: () => '/空',
    open_register: () => Promise.reject({ code: 'not_a_register', zh: '所选文件夹不是台账。', en: 'Not a register.' }),
  })
  await user.click(screen.getByTestId('open-register'))
  expect((await screen.findByTestId('error')).textContent).toContain('所选文件夹不是台账。')
  await user.click(screen.getByTestId('error-dismiss'))
  expect(screen.queryByTestId('error')).toBeNull()
})

test('nothing is opened where the person closes the dialog without choosing', async () => {
  const { requests } = await start({ pick_folder: () => null })
  await user.click(screen.getByTestId('open-register'))
  await waitFor(() => expect(requests('pick_folder')).toHaveLength(1))
  expect(requests('open_register')).toEqual([])
})

test('a register that is open is named, with the way back to it', async () => {
  const { router } = await start({ register_info: () => register })
  expect(screen.getByTestId('current-register').textContent).toContain('某职业技术学院')
  await user.click(screen.getByTestId('back-to-register'))
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/overview'))
})
