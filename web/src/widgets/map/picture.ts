import { type Scheme, tones } from '../../ui/tokens/palette.ts'
import type { Picture } from '../drawing.ts'
import { reachOf } from './bubbles.ts'
import { shapes, size } from './shapes.ts'
import type { WorldMap } from './spec.ts'
import type { Zoom } from './zoom.ts'

const density = 2

/** What is seen of the map as a picture: it is made of elements on the page, so for a file it is drawn once more. */
export function drawMap(map: WorldMap, { x: left, y: top, scale }: Zoom, scheme: Scheme): ReturnType<Picture> {
  const tone = tones[scheme]
  const { width, height } = size
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  const pen = canvas.getContext('2d')
  if (pen === null) return { canvas, width, height }
  pen.scale(density, density)
  pen.fillStyle = tone.surface
  pen.fillRect(0, 0, width, height)
  pen.scale(scale, scale)
  pen.translate(-left, -top)
  pen.lineWidth = 0.6 / scale
  const colours = new Map(map.places.map(({ code, colour }) => [code, colour]))
  for (const { code, path } of shapes) {
    const line = new Path2D(path)
    pen.fillStyle = (code === undefined ? undefined : colours.get(code)) ?? map.legend.colours[0] ?? ''
    pen.fill(line)
    pen.strokeStyle = tone.line_strong
    pen.stroke(line)
  }
  pen.strokeStyle = tone.surface
  pen.lineWidth = 1 / scale
  for (const { spots, radius } of map.circlesAt(1 / scale, reachOf(width))) {
    const [x, y] = spots[0].at
    pen.beginPath()
    pen.arc(x, y, radius, 0, 2 * Math.PI)
    pen.fillStyle = map.circleColour
    pen.globalAlpha = 0.85
    pen.fill()
    pen.globalAlpha = 1
    pen.stroke()
  }
  return { canvas, width, height }
}
