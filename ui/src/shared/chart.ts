// What a chart of bars shows, and how it is drawn: plain values in, the drawing library's option out.
import type { EChartsCoreOption } from 'echarts/core'

/** One set of bars: a number for each name, null where there is none. */
export interface Series {
  name: string
  values: readonly (number | null)[]
}

export interface Bars {
  /** What the picture says, for readers that do not see it. */
  description: string
  names: readonly string[]
  values: Series
  /** Drawn beside as hollow bars, to compare with. */
  beside?: Series
  /** Standing columns, for what has an order of its own; otherwise lying bars, the first on top. */
  upright: boolean
}

/** Colours and type, as the page has them. */
export interface Look {
  ink: string
  soft: string
  line: string
  /** Behind the bars. */
  grid: string
  /** What all of it stands on. */
  ground: string
  bar: string
  hollow: string
  font: string
  size: number
  animate: boolean
}

const LYING = { bar: 22, names: 200, edges: 24 }
const UPRIGHT = { bar: 28, height: 300 }
const LEGEND = 28
const TITLE = 40

/** How high the drawing has to be. */
export function heightOf(bars: Bars, titled = false): number {
  const bare = bars.upright ? UPRIGHT.height : bars.names.length * (LYING.bar + 8) + LYING.edges
  return bare + (titled ? TITLE : 0)
}

export function barsOption(bars: Bars, look: Look, title?: string): EChartsCoreOption {
  const top = (title === undefined ? 0 : TITLE) + (bars.beside ? LEGEND : 0)
  const text = { color: look.soft, fontFamily: look.font, fontSize: look.size }
  const names = {
    type: 'category',
    data: bars.names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: {
      ...text,
      color: look.ink,
      ...(bars.upright ? { lineHeight: look.size * 1.8 } : { width: LYING.names, overflow: 'truncate' }),
    },
  }
  const numbers = {
    type: 'value',
    minInterval: 1,
    axisLabel: { ...text, show: bars.upright },
    splitLine: { show: bars.upright, lineStyle: { color: look.grid } },
  }
  const beside = bars.beside && {
    type: 'bar',
    name: bars.beside.name,
    data: bars.beside.values,
    barMaxWidth: UPRIGHT.bar,
    silent: true,
    itemStyle: { color: 'transparent', borderColor: look.hollow, borderWidth: 1 },
  }
  const main = {
    type: 'bar',
    name: bars.values.name,
    data: bars.values.values,
    barMaxWidth: bars.upright ? UPRIGHT.bar : LYING.bar,
    barMinHeight: 1,
    itemStyle: { color: look.bar },
    label: {
      show: true,
      position: bars.upright ? 'top' : 'right',
      ...text,
      color: look.ink,
      // No line of the grid strikes through a number.
      textBorderColor: look.ground,
      textBorderWidth: 4,
      // A row of noughts says nothing.
      formatter: ({ value }: { value: unknown }) => (value ? String(value) : ''),
    },
    labelLayout: { hideOverlap: true },
  }
  return {
    animation: look.animate,
    animationDuration: 200,
    textStyle: { fontFamily: look.font },
    aria: { enabled: true, label: { description: bars.description } },
    title: {
      show: title !== undefined,
      text: title,
      left: 0,
      top: 0,
      textStyle: { color: look.ink, fontFamily: look.font, fontSize: look.size + 4, fontWeight: 600 },
    },
    legend: {
      show: bars.beside !== undefined,
      left: 0,
      top: top - LEGEND,
      itemHeight: 10,
      itemWidth: 16,
      selectedMode: false,
      textStyle: { ...text, color: look.ink },
    },
    // The numbers at the ends of the bars need room.
    grid: { left: 0, right: bars.upright ? 0 : 56, top: top + (bars.upright ? 24 : 4), bottom: 4 },
    xAxis: bars.upright ? names : numbers,
    yAxis: bars.upright ? numbers : { ...names, inverse: true },
    series: beside ? [beside, main] : [main],
  }
}
