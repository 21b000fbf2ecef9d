// A document dropped onto the window: it begins a publication, unless a form takes it or it is the import's.
import { screen, waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { notice } from '@/shared/notice'
import { droppedDocument, holdDropped, routeDroppedDocuments } from './droppedDocument'
import { drop, show } from './testing/core'

const facts = { title: '关于放假的通知', doc_number: '湘示院行〔2023〕54号', date: '2023-03-02', text: '' }
const formOpen = ref(false)
const Form = defineComponent({
  setup() {
    holdDropped()
    return () => h('form', { 'data-testid': 'form' })
  },
})
const Frame = defineComponent({
  setup() {
    routeDroppedDocuments()
    return () => h('div', formOpen.value ? [h(Form)] : [])
  },
})

test('a document fills a new publication with what it says of itself, and its file waits', async () => {
  const { router } = await show(Frame, { document_facts: () => facts })
  await drop('/桌面/台账.xlsx', '/桌面/通知.DOCX')
  await waitFor(() => expect(router.currentRoute.value.path).toBe('/registers/publication'))
  expect(JSON.parse(String(router.currentRoute.value.query.fill))).toEqual({
    title: '关于放假的通知',
    doc_number: '湘示院行〔2023〕54号',
    made_on: '2023-03-02',
  })
  expect(droppedDocument.value).toBe('/桌面/通知.DOCX')
})

test('a document that cannot be read is told, and begins an empty form all the same', async () => {
  const refuse = () => Promise.reject({ code: 'document_encrypted', zh: '文件有密码。', en: 'Encrypted.' })
  const { router } = await show(Frame, { document_facts: refuse })
  await drop('/桌面/通知.pdf')
  await waitFor(() => expect(router.currentRoute.value.query).toEqual({ fill: '{}' }))
  expect(notice.value?.text).toContain('文件有密码')
})

test('a workbook is left to the import, and a form takes its documents itself', async () => {
  const { router, requests } = await show(Frame, { document_facts: () => facts })
  await drop('/桌面/台账.xlsx')
  formOpen.value = true
  await screen.findByTestId('form')
  await drop('/桌面/通知.docx')
  formOpen.value = false
  await waitFor(() => expect(screen.queryByTestId('form')).toBeNull())
  expect(requests('document_facts')).toEqual([])
  expect(router.currentRoute.value.path).toBe('/')
})
