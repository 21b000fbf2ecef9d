// The border to the shell: names and requests pass unchanged, every failure is a CallError.
import { clearMocks, mockIPC } from '@tauri-apps/api/mocks'
import { afterEach, expect, test } from 'vitest'
import { asCallError, CallError, call } from './call'

afterEach(clearMocks)

test('a call carries its name, its request and the language to the one command of the shell', async () => {
  document.documentElement.lang = 'zh-CN'
  const heard: unknown[] = []
  mockIPC((command, payload) => {
    heard.push([command, payload])
    return { folder: 'D:\\台账', institution: '某学院' }
  })
  const answer = await call('open_register', { folder: 'D:\\台账' })
  expect(heard).toEqual([['call', { name: 'open_register', request: { folder: 'D:\\台账' }, lang: 'zh-CN' }]])
  expect(answer.institution).toBe('某学院')
})

test('an error of the core arrives with its code and both sentences', async () => {
  mockIPC(() => Promise.reject({ code: 'register_locked', zh: '台账正被占用。', en: 'The register is in use.' }))
  const error = await call('open_register', { folder: '/x' }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(CallError)
  expect((error as CallError).code).toBe('register_locked')
  expect((error as CallError).sentence('zh-CN')).toBe('台账正被占用。')
  expect((error as CallError).sentence('en')).toBe('The register is in use.')
})

test('anything else that is thrown becomes an internal error with a sentence', () => {
  const error = asCallError(new Error('gone'))
  expect(error.code).toBe('internal')
  expect(error.zh).toContain('gone')
})
