// Wording as lines and slots: what is edited changes, and nothing else.
import { expect, test } from 'vitest'
import { web } from '@/app/testing/core'
import { slotsOf } from './slots'
import { carried, takenBack, withBlockAfter, withoutBlock, withWords, wordsOf } from './template'

const TEXT = '# 甲\r\n# 乙\n\n## 概述\n\n第一行，\n第二行。\n\n1. 一\n2. 二\n\n末段'
const at = (first: number, last = first) => ({ first, last })

test.each([
  ['title', at(1, 2), '甲\n乙'],
  ['heading', at(4), '概述'],
  ['paragraph', at(6, 7), '第一行，第二行。'],
  ['item', at(10), '二'],
] as const)('a %s is shown without its mark', (kind, lines, words) => {
  expect(wordsOf(TEXT, lines, kind)).toBe(words)
})

test.each([
  ['title', at(1, 2), '丙\n丁', '# 丙\n# 丁\n\n## 概述'],
  ['heading', at(4), '总\n述', '\n## 总述\n'],
  ['paragraph', at(6, 7), '只此一段', '## 概述\n\n只此一段\n\n1. 一'],
  ['paragraph', at(12), '甲段\n乙段', '甲段\n\n乙段'],
  ['item', at(9), '新一', '1. 新一\n2. 二'],
] as const)('new words for a %s keep its mark and its neighbours', (kind, lines, words, found) => {
  expect(withWords(TEXT, lines, kind, words)).toContain(found)
})

test('saying the same again changes nothing', () => {
  const plain = TEXT.replace('\r', '').replace('第一行，\n第二行。', '第一行，第二行。')
  for (const [kind, lines] of [
    ['title', at(1, 2)],
    ['heading', at(4)],
    ['paragraph', at(6)],
    ['item', at(8)],
    ['paragraph', at(11)],
  ] as const) {
    expect(withWords(plain, lines, kind, wordsOf(plain, lines, kind))).toBe(plain)
  }
})

test('a block is added after another, apart from what follows', () => {
  expect(withBlockAfter(TEXT, at(6, 7), 'paragraph', '新段')).toContain('第二行。\n\n新段\n\n1. 一')
  expect(withBlockAfter(TEXT, at(10), 'item', '三')).toContain('2. 二\n\n2. 三\n\n末段')
  expect(withBlockAfter(TEXT, at(12), 'paragraph', '最后')).toMatch(/末段\n\n最后$/)
})

test('a list that loses its first item begins with the next', () => {
  expect(withoutBlock(TEXT, at(9))).toContain('\n\n1. 二\n')
  expect(withoutBlock(TEXT, at(6, 7))).toContain('## 概述\n\n1. 一')
})

test('a block is found again where others were changed, and is not where it was changed itself', () => {
  const shorter = withoutBlock(TEXT, at(6, 7))
  expect(carried(at(4), TEXT, shorter)).toEqual(at(4))
  expect(wordsOf(shorter, carried(at(12), TEXT, shorter) ?? at(1), 'paragraph')).toBe('末段')
  expect(carried(at(6, 7), TEXT, shorter)).toBeNull()
  expect(carried(at(10), TEXT, withWords(TEXT, at(10), 'item', '另二'))).toBeNull()
})

test('a change is taken back with all that came later, but not from under a later one', () => {
  const plain = TEXT.replace('\r', '')
  const shorter = withoutBlock(plain, at(10))
  expect(takenBack(plain, shorter, shorter)).toBe(plain)
  for (const [word, other] of [
    ['概述', '总述'],
    ['1. 一', '1. 新一'],
    ['末段', '新的末段'],
  ] as const)
    expect(takenBack(plain, shorter, shorter.replace(word, other))).toBe(plain.replace(word, other))
  const said = withWords(plain, at(12), 'paragraph', '改过')
  expect(takenBack(plain, said, said.replace('改过', '再改'))).toBeNull()
})

test('slots go by the names that a clerk knows, and come back as they were', () => {
  const figures = [web, { ...web, id: 'a', label: '同名' }, { ...web, id: 'b', label: '同名' }]
  const slots = slotsOf(figures, (word) => (word === 'period' ? '统计期间' : word))
  const text = '在{period}公开{web}，{a}、{b}，{没有}。'
  expect(slots.toNames(text)).toBe('在{统计期间}公开{学校官网}，{a}、{b}，{没有}。')
  expect(slots.toIds(slots.toNames(text))).toBe(text)
})
