// Draws bars with the drawing library, of which only what bars need is taken. Large: import it when a chart is wanted.
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { type Bars, barsOption, heightOf, type Look } from './chart'

use([BarChart, GridComponent, LegendComponent, TitleComponent, AriaComponent, LabelLayout, SVGRenderer])

export interface Drawing {
  show: (bars: Bars, look: Look) => void
  resize: () => void
  end: () => void
}

/** Draws into an element; `opened` hears the position of a bar that was clicked, or of its name. */
export function draw(into: HTMLElement, opened: (at: number) => void): Drawing {
  const chart: EChartsType = init(into, null, { renderer: 'svg' })
  let upright = false
  let count = 0
  /** The whole row or column answers, however small its bar. */
  const at = (x: number, y: number) => {
    const found = chart.convertFromPixel(upright ? { xAxisIndex: 0 } : { yAxisIndex: 0 }, upright ? x : y)
    return Number.isInteger(found) && found >= 0 && found < count ? found : null
  }
  const surface = chart.getZr()
  surface.on('click', ({ offsetX, offsetY }) => {
    const found = at(offsetX, offsetY)
    if (found !== null) opened(found)
  })
  surface.on('mousemove', ({ offsetX, offsetY }) => {
    surface.setCursorStyle(at(offsetX, offsetY) === null ? 'default' : 'pointer')
  })
  return {
    show(bars, look) {
      upright = bars.upright
      count = bars.names.length
      chart.resize({ height: heightOf(bars) })
      chart.setOption(barsOption(bars, look), { notMerge: true })
    },
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  }
}

const PICTURE = { width: 800, margin: 24, scale: 2 }

/** The bars under a title as an SVG file, which must hold as XML whatever the names are. */
export function svgOf(bars: Bars, look: Look, title: string): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: PICTURE.width,
    height: heightOf(bars, true),
  })
  // The font's name stands in an attribute between double quotes.
  chart.setOption(barsOption(bars, { ...look, font: look.font.replaceAll('"', "'"), animate: false }, title))
  const svg = chart.renderToSVGString()
  chart.dispose()
  // XML has no control characters and no halves of characters.
  return svg.replace(/[\p{Cc}\p{Cs}]/gu, ' ')
}

/** The bars on white paper under a title, as a PNG in base64, at twice its size. */
export async function picture(bars: Bars, look: Look, title: string): Promise<string> {
  const { width, margin, scale } = PICTURE
  const height = heightOf(bars, true)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(bars, look, title))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * margin) * scale
  canvas.height = (height + 2 * margin) * scale
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('no canvas')
  brush.scale(scale, scale)
  // What is pasted into a document stands on paper, whatever the window's theme.
  brush.fillStyle = 'white'
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.drawImage(image, margin, margin, width, height)
  return canvas.toDataURL('image/png').replace(/^data:[^,]*,/, '')
}
