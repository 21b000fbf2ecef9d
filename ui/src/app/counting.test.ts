// The day's counts by key from any page: counted, told, taken back one by one; keys that are meant for a field are not.
import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { beforeEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { type Answers, show } from '@/app/testing/core'
import { closeNotice, notice } from '@/shared/notice'
import { changed } from './changed'
import { useCounterKeys } from './counting'

beforeEach(closeNotice)

async function page(answers: Answers = {}) {
  const counts = [12, 3]
  const frame = defineComponent(() => {
    useCounterKeys()
    return () => h('input', { 'data-testid': 'field' })
  })
  return show(frame, {
    day_counters: () => [
      { channel: 7, matter: null, name: '电话', unit: 3, count: counts[0] },
      { channel: 8, matter: 9, name: 'QQ·招生咨询', unit: 3, count: counts[1] },
    ],
    count_one: ({ channel, by }) => {
      const at = channel === 7 ? 0 : 1
      counts[at] = (counts[at] ?? 0) + Number(by)
      return {}
    },
    ...answers,
  })
}

const alt = (digit: number, more = {}) =>
  fireEvent.keyDown(document.body, { code: `Digit${digit}`, key: String(digit), altKey: true, ...more })
const undo = () => fireEvent.keyDown(document.body, { code: 'KeyZ', key: 'z', ctrlKey: true })
const told = (text: string) => waitFor(() => expect(notice.value?.text).toBe(text))

test('one key counts one more on any page, says so, and what the page shows is asked for anew', async () => {
  const { requests } = await page()
  const before = changed.value
  await alt(2)
  await told('QQ·招生咨询加一，今天共 4 人次。')
  expect(requests('count_one')).toMatchObject([{ channel: 8, matter: 9, unit: 3, by: 1 }])
  expect(notice.value?.action?.label).toBe('撤回（Ctrl+Z）')
  expect(changed.value).toBe(before + 1)
})

test('Ctrl+Z takes back what was counted, the last first, and then nothing more', async () => {
  const { requests } = await page()
  await alt(1)
  await alt(2)
  await told('QQ·招生咨询加一，今天共 4 人次。')
  await undo()
  await told('已撤回，QQ·招生咨询今天共 3 人次。')
  await undo()
  await told('已撤回，电话今天共 12 人次。')
  await undo()
  expect(requests('count_one').map((one) => [one.channel, one.by])).toEqual([
    [7, 1],
    [8, 1],
    [8, -1],
    [7, -1],
  ])
})

test('what was told of no more is not taken back by the key', async () => {
  const { requests } = await page()
  await alt(1)
  await told('电话加一，今天共 13 人次。')
  closeNotice()
  await undo()
  expect(requests('count_one')).toHaveLength(1)
})

test('a field keeps its keys; a digit alone, with other keys or without a counter counts nothing', async () => {
  const { requests } = await page()
  screen.getByTestId('field').focus()
  await alt(1)
  screen.getByTestId('field').blur()
  await alt(1, { altKey: false })
  await alt(1, { ctrlKey: true })
  await alt(1, { repeat: true })
  await alt(3)
  await waitFor(() => expect(requests('day_counters')).toHaveLength(1))
  expect(requests('count_one')).toEqual([])
})

test('a day that an archived report counts says where its count is corrected', async () => {
  const refuse = () => Promise.reject({ code: 'correction_reason_missing', zh: '更正须写明原因。', en: 'A reason.' })
  await page({ count_one: refuse })
  await alt(1)
  await waitFor(() => expect(notice.value?.text).toContain('请在“答复”中打开这一天的计数'))
})
