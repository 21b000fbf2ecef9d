// A register whose stick is pulled out: told once at the top, whoever asked, until it is there again.
import userEvent from '@testing-library/user-event'
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { call } from '@/api/call'
import { useAnswer } from './answer'
import { register, show } from './testing/core'
import VanishBanner from './VanishBanner.vue'

const gone = { code: 'register_vanished', zh: '台账文件夹找不到了，已填写的内容会保留。', en: 'It is gone.' }

test('any call that finds the register gone shows the banner, and a call that fails otherwise does not', async () => {
  await show(VanishBanner, {
    search: () => Promise.reject({ code: 'no_such_record', zh: '没有这条记录。', en: 'No such record.' }),
    overview: () => Promise.reject(gone),
  })
  await expect(call('search', { text: '甲' })).rejects.toThrow()
  expect(screen.queryByTestId('vanished')).toBeNull()
  await expect(call('overview', { from: '2023-01-01', to: '2023-12-31' })).rejects.toThrow()
  expect((await screen.findByTestId('vanished')).textContent).toContain('已填写的内容会保留')
})

test('trying again says that it is still gone, and takes the banner away once it answers', async () => {
  let there = true
  const { router } = await show(VanishBanner, { register_info: () => (there ? register : Promise.reject(gone)) })
  there = false
  await expect(call('register_info', {})).rejects.toThrow()
  await userEvent.click(await screen.findByTestId('vanished-retry'))
  await screen.findByTestId('still-gone')
  there = true
  await userEvent.click(screen.getByTestId('vanished-retry'))
  await waitFor(() => expect(screen.queryByTestId('vanished')).toBeNull())
  expect(router.currentRoute.value.path).toBe('/')
})

test('a stick that came back as another device is opened anew, and the page stays', async () => {
  let held = true
  const { requests, router } = await show(VanishBanner, {
    register_info: () => (held ? register : Promise.reject(gone)),
    open_register: () => register,
  })
  held = false
  await expect(call('register_info', {})).rejects.toThrow()
  await userEvent.click(await screen.findByTestId('vanished-retry'))
  await waitFor(() => expect(screen.queryByTestId('vanished')).toBeNull())
  expect(requests('open_register')).toEqual([{ folder: register.folder }])
  expect(router.currentRoute.value.path).toBe('/')
})

test('what a page could not be answered is asked again once the register is there', async () => {
  let there = false
  const page = defineComponent(() => {
    const { answer } = useAnswer(() => call('batches', {}))
    return () => [h(VanishBanner), answer.value ? h('p', '已答') : null]
  })
  await show(page, { batches: () => (there ? [] : Promise.reject(gone)) })
  await screen.findByTestId('vanished')
  there = true
  await userEvent.click(screen.getByTestId('vanished-retry'))
  await screen.findByText('已答')
})
