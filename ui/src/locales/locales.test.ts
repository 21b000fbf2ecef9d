// Every language says everything.
import { expect, test } from 'vitest'
import en from './en'
import zhCN from './zh-CN'

function keys(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string' ? [path + key] : keys(message, `${path}${key}.`),
  )
}

function slots(messages: object): string[][] {
  return Object.values(messages).flatMap((message) =>
    typeof message === 'string'
      ? [[...message.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? '').sort()]
      : slots(message),
  )
}

test('both languages have the same messages in the same order', () => {
  expect(keys(en)).toEqual(keys(zhCN))
})

test('a message asks for the same words in both languages', () => {
  const [english, chinese] = [slots(en), slots(zhCN)]
  // English counts “3 replies”, Chinese 答复 3 件: the unit of a thing is said there alone.
  const spoken = chinese.map((words, at) => words.filter((word) => word !== 'unit' || english[at]?.includes(word)))
  expect(english).toEqual(spoken)
})
