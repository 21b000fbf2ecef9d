// What is typed outlives the page: kept while it differs, back with a word of it, gone once it is saved or given up.
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { type Answers, register, show } from '@/app/testing/core'
import { notice } from '@/shared/notice'
import { useDraft } from './draft'

/** A field that stands for `saved`; what it holds, and whether that was brought back. */
async function field(answers: Answers = {}, saved = ref('')) {
  const typed = ref(saved.value)
  let draft: ReturnType<typeof useDraft> | null = null
  const page = defineComponent(() => {
    const { restored, changed, clear } = useDraft('reason/7', typed, () => saved.value)
    draft = { restored, changed, clear }
    return () => h('p', { 'data-testid': 'typed' }, `${typed.value}${restored.value ? '（恢复）' : ''}`)
  })
  const view = await show(page, answers)
  const text = () => screen.getByTestId('typed').textContent
  return { ...view, typed, text, clear: () => draft?.clear() }
}

const kept = (text: string): Answers => ({ drafts: () => ({ 'reason/7': text }) })

test('what is typed is kept for its register alone, and forgotten once it is given up', async () => {
  const { requests, typed, clear } = await field()
  await waitFor(() => expect(requests('drafts')).toEqual([{ register: register.id }]))
  await nextTick()
  typed.value = '重'
  const write = { register: register.id, key: 'reason/7', draft: '"重"' }
  await waitFor(() => expect(requests('write_draft')).toEqual([write]))
  clear()
  await waitFor(() => expect(requests('write_draft').at(-1)).toMatchObject({ key: 'reason/7', draft: null }))
})

test('what was kept is back, and said to be, until nothing of it is left', async () => {
  const { text, clear } = await field(kept('"重复"'))
  await waitFor(() => expect(text()).toBe('重复（恢复）'))
  clear()
  await waitFor(() => expect(text()).toBe(''))
})

test('what is typed before the draft can come back is not written over', async () => {
  const { text, typed } = await field({ ...kept('"旧"') })
  typed.value = '新'
  await waitFor(() => expect(text()).toBe('新'))
})

test('a field that nobody touched follows what it stands for; what was typed stays', async () => {
  const saved = ref('甲')
  const { text, typed } = await field({}, saved)
  saved.value = '乙'
  await waitFor(() => expect(text()).toBe('乙'))
  typed.value = '乙改'
  await nextTick()
  saved.value = '丙'
  await nextTick()
  expect(text()).toBe('乙改')
})

test('a page that goes at once leaves its last letter', async () => {
  const { requests, typed, unmount } = await field()
  await waitFor(() => expect(requests('drafts')).toHaveLength(1))
  await nextTick()
  typed.value = '重复'
  unmount()
  await waitFor(() => expect(requests('write_draft').at(-1)).toMatchObject({ draft: '"重复"' }))
})

test.each(['"重复', '["重复"]', '7'])('a draft that was cut off or is of another shape is none: %s', async (text) => {
  const { text: shown, requests } = await field(kept(text))
  await waitFor(() => expect(requests('write_draft')).toHaveLength(1))
  expect(shown()).toBe('')
})

test('that nothing can be kept is told', async () => {
  const refuse = () => Promise.reject({ code: 'disk_full', zh: '磁盘已满。', en: 'The disk is full.' })
  const { requests, typed } = await field({ write_draft: refuse })
  await waitFor(() => expect(requests('drafts')).toHaveLength(1))
  await nextTick()
  typed.value = '重'
  await waitFor(() => expect(notice.value?.text).toBe('磁盘已满。'))
})
