import { clock } from '../../ui/formats/bucket.ts'
import { type Scheme, tones } from '../../ui/tokens/palette.ts'
import type { Picture } from '../drawing.ts'
import type { HeatMap } from './spec.ts'

const size = { left: 56, top: 28, cellWidth: 120, cellHeight: 22, gap: 2, density: 2 }

/** The heat map as a picture: it is made of elements on the page, so for a file it is drawn once more. */
export function drawHeatMap(map: HeatMap, scheme: Scheme): ReturnType<Picture> {
  const tone = tones[scheme]
  const width = size.left + 7 * (size.cellWidth + size.gap)
  const height = size.top + 24 * (size.cellHeight + size.gap)
  const canvas = document.createElement('canvas')
  canvas.width = width * size.density
  canvas.height = height * size.density
  const pen = canvas.getContext('2d')
  if (pen === null) return { canvas, width, height }
  pen.scale(size.density, size.density)
  pen.fillStyle = tone.surface
  pen.fillRect(0, 0, width, height)
  pen.font = "12px 'Inter Variable', system-ui, sans-serif"
  pen.textBaseline = 'middle'
  const x = (weekday: number) => size.left + weekday * (size.cellWidth + size.gap)
  const y = (hour: number) => size.top + hour * (size.cellHeight + size.gap)
  pen.fillStyle = tone.ink_faint
  pen.textAlign = 'center'
  map.columns.forEach((day, weekday) => {
    pen.fillText(day, x(weekday) + size.cellWidth / 2, size.top / 2)
  })
  pen.textAlign = 'left'
  for (let hour = 0; hour < 24; hour += 3) pen.fillText(clock(hour), 0, y(hour) + size.cellHeight / 2)
  for (const cell of map.rows.flat()) {
    pen.fillStyle = cell.colour
    pen.beginPath()
    pen.roundRect(x(cell.weekday), y(cell.hour), size.cellWidth, size.cellHeight, 3)
    pen.fill()
  }
  return { canvas, width, height }
}
