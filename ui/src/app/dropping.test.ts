// Files dropped onto the window: they begin a publication, or an import, unless somebody wants them.
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { routeDroppedFiles, takeDropped, useDropping } from './dropping'
import { show } from './testing/core'
import { drop } from './testing/drop'

const formOpen = ref(false)
const taken: string[][] = []
const Form = defineComponent({
  setup() {
    useDropping((paths) => taken.push(paths))
    return () => h('form', { 'data-testid': 'form' })
  },
})
const Frame = defineComponent({
  setup() {
    routeDroppedFiles()
    return () => h('div', formOpen.value ? [h(Form)] : [])
  },
})

test('a document begins a new publication, which takes its file once', async () => {
  const { router } = await show(Frame)
  drop('/桌面/通知.DOCX', '/桌面/附表.xlsx')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(router.currentRoute.value.query).toEqual({ new: '1' })
  expect(takeDropped()).toEqual(['/桌面/通知.DOCX', '/桌面/附表.xlsx'])
  expect(takeDropped()).toEqual([])
})

test('a document whose text cannot be read begins one too, and so does a picture', async () => {
  const { router } = await show(Frame)
  drop('/桌面/通知.doc', '/桌面/公告.wps', '/桌面/公示.ofd', '/桌面/照片.jpg')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(takeDropped()).toEqual(['/桌面/通知.doc', '/桌面/公告.wps', '/桌面/公示.ofd', '/桌面/照片.jpg'])
})

test('workbooks alone begin an import', async () => {
  const { router } = await show(Frame)
  drop('/桌面/台账.xlsx', '/桌面/台账.csv')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/imports'))
  expect(takeDropped()).toEqual(['/桌面/台账.xlsx', '/桌面/台账.csv'])
})

test('a form takes its documents itself', async () => {
  const { router } = await show(Frame)
  formOpen.value = true
  await screen.findByTestId('form')
  drop('/桌面/通知.docx')
  formOpen.value = false
  await waitFor(() => expect(screen.queryByTestId('form')).toBeNull())
  expect(taken).toEqual([['/桌面/通知.docx']])
  expect([takeDropped(), router.currentRoute.value.path]).toEqual([[], '/'])
})
