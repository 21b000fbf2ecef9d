// What a chart of bars shows, and that the file made of it holds whatever the names are.
import { expect, test } from 'vitest'
import { type Bars, barsOption, heightOf, type Look } from './chart'
import { svgOf } from './chartDrawing'

const look: Look = {
  ink: 'black',
  soft: 'gray',
  line: 'silver',
  grid: 'gainsboro',
  ground: 'white',
  bar: 'brown',
  hollow: 'dimgray',
  font: '"Noto Sans CJK SC", sans-serif',
  size: 12,
  animate: true,
}
const lying: Bars = {
  description: '三项的图',
  names: ['甲', '乙', '丙'],
  values: { name: '本期', values: [3, 2, 0] },
  upright: false,
}
const upright: Bars = { ...lying, upright: true, beside: { name: '上年', values: [1, null, 2] } }

interface Axis {
  type: string
  data?: string[]
  inverse?: boolean
}
interface Drawn {
  name: string
  data: (number | null)[]
  silent?: boolean
  itemStyle: { color: string }
  label?: { formatter: (bar: { value: unknown }) => string }
}
const parts = (bars: Bars) => {
  const option = barsOption(bars, look)
  return { option, x: option.xAxis as Axis, y: option.yAxis as Axis, series: option.series as Drawn[] }
}

test('lying bars stand under each other, the first on top, and give the drawing its height', () => {
  const { y, series } = parts(lying)
  expect(y).toMatchObject({ type: 'category', data: ['甲', '乙', '丙'], inverse: true })
  expect(series.map(({ data }) => data)).toEqual([[3, 2, 0]])
  expect(heightOf({ ...lying, names: Array(20).fill('甲') })).toBeGreaterThan(heightOf(lying))
})

test('what is compared with stands before, hollow, and does not answer a click', () => {
  const { x, series } = parts(upright)
  expect(x).toMatchObject({ type: 'category', data: ['甲', '乙', '丙'] })
  expect(series.map(({ name, silent, itemStyle }) => [name, silent ?? false, itemStyle.color])).toEqual([
    ['上年', true, 'transparent'],
    ['本期', false, 'brown'],
  ])
})

test('each bar bears its number, none bears a nought', () => {
  const label = parts(lying).series[0]?.label
  expect([3, 0, null].map((value) => label?.formatter({ value }))).toEqual(['3', '', ''])
})

test('no line of the grid strikes through a number', () => {
  const { series, option } = parts(upright)
  expect(series.at(-1)?.label).toMatchObject({ textBorderColor: 'white' })
  expect(option.yAxis).toMatchObject({ splitLine: { lineStyle: { color: 'gainsboro' } } })
})

test('readers hear the description, and nothing hangs over the page as markup', () => {
  const { option } = parts(lying)
  expect(option.aria).toEqual({ enabled: true, label: { description: '三项的图' } })
  expect(option).not.toHaveProperty('tooltip')
})

test('who wants no motion gets none', () => {
  expect(barsOption(lying, { ...look, animate: false }).animation).toBe(false)
})

test('the picture holds as a file though a name is markup, a control character or half of one', () => {
  const names = ['<img src=x onerror=alert(1)>&', '乙\u0001丙', `丁${'😀'.slice(0, 1)}`]
  const svg = svgOf({ ...lying, names }, look, '“甲”<统计>')
  expect(svg).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;')
  expect(svg).toContain('“甲”&lt;统计&gt;')
  expect(svg).not.toMatch(/[\p{Cc}\p{Cs}]/u)
  expect(svg).toContain(`font-family:'Noto Sans CJK SC', sans-serif`)
  expect(() => encodeURIComponent(svg)).not.toThrow()
})
