// A table on the clipboard: numbers as numbers, text as text.
import { expect, test } from 'vitest'
import { tableText } from './tableText'

test('cells are parted by tabs, rows by line ends, and what is missing is empty', () => {
  const { text } = tableText([
    ['统计项', '数'],
    ['学校官网', 118],
    ['满意度', null],
  ])
  expect(text).toBe('统计项\t数\r\n学校官网\t118\r\n满意度\t')
})

test('markup in a label is text in the table', () => {
  const { html } = tableText([['部门'], [`<img src=x onerror="alert('1')">&`]])
  expect(html).not.toContain('<img')
  const copied = new DOMParser().parseFromString(html, 'text/html')
  expect(copied.querySelector('img')).toBeNull()
  expect(copied.querySelector('td')?.textContent).toBe(`<img src=x onerror="alert('1')">&`)
})

test('a label takes neither another cell nor another row, and becomes no formula', () => {
  const { text, html } = tableText([['部门'], ['教务处\t科研处\r\n人事处'], ['=1+1'], ['@甲']])
  expect(text.split('\r\n')).toEqual(['部门', '教务处 科研处 人事处', `'=1+1`, `'@甲`])
  expect(html.match(/mso-number-format:'\\@'/g)).toHaveLength(4)
})

test('a number is one in the table too', () => {
  expect(tableText([['数'], [118]]).html).toContain('<td>118</td>')
})
