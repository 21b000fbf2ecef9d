// What a search marks in the titles that it finds.
import { expect, test } from 'vitest'
import { marked } from './marks'

const words = (text: string, sought: string) =>
  marked(text, sought)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text)

test('every occurrence of every word is marked and no letter is lost', () => {
  expect(words('关于公开奖学金评审结果公开的通知', '公开  奖学金')).toEqual(['公开', '奖学金', '公开'])
  expect(
    marked('关于公开奖学金', '公开')
      .map((piece) => piece.text)
      .join(''),
  ).toBe('关于公开奖学金')
})

test('a document number is text, not a pattern', () => {
  expect(words('院发〔2023〕5号（试行）*', '〔2023〕5号 *')).toEqual(['〔2023〕5号', '*'])
  expect(words('甲乙', '.')).toEqual([])
})

test('the longer of two words that begin alike is marked whole, in either case', () => {
  expect(words('信息公开 ABC', '信息 信息公开 abc')).toEqual(['信息公开', 'ABC'])
})

test('nothing is marked where nothing was looked for', () => {
  expect(marked('章程', '  ')).toEqual([{ text: '章程', marked: false }])
})
