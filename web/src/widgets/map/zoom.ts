/** The part of a map that is seen: its upper left corner in the measures of the map, and how many times it is enlarged. */
export type Zoom = { readonly x: number; readonly y: number; readonly scale: number }

export type Size = { readonly width: number; readonly height: number }
export type Point = readonly [x: number, y: number]
/** Its upper left and its lower right corner. */
export type Box = readonly [Point, Point]

export const wholeMap: Zoom = { x: 0, y: 0, scale: 1 }

const most = 12
/** By itself it comes no closer than this: about a country is seen, with what lies around it. */
const mostFitted = 8
/** Around what is fitted in, by parts of it. */
const margin = 0.12
/** Of what is seen, with one stroke of a key. */
const stride = 0.25

export const isWhole = ({ scale }: Zoom): boolean => scale === 1
export const isClosest = ({ scale }: Zoom): boolean => scale >= most

/** Enlarges around a point of the map, which stays where it is seen. */
export function zoomed(zoom: Zoom, factor: number, [px, py]: Point, size: Size): Zoom {
  const scale = Math.min(most, Math.max(1, zoom.scale * factor))
  const by = zoom.scale / scale
  return within({ scale, x: px - (px - zoom.x) * by, y: py - (py - zoom.y) * by }, size)
}

/** As near as all the boxes are seen, with some room around them. */
export function fitted(boxes: readonly Box[], size: Size): Zoom {
  if (boxes.length === 0) return wholeMap
  const left = Math.min(...boxes.map(([[x]]) => x))
  const right = Math.max(...boxes.map(([, [x]]) => x))
  const top = Math.min(...boxes.map(([[, y]]) => y))
  const bottom = Math.max(...boxes.map(([, [, y]]) => y))
  const room = 1 + 2 * margin
  const scale = Math.min(mostFitted, size.width / (right - left) / room, size.height / (bottom - top) / room)
  if (scale <= 1) return wholeMap
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return within({ scale, x: x - size.width / scale / 2, y: y - size.height / scale / 2 }, size)
}

/** Whether anything of a box is seen. */
export function isInSight(
  { x, y, scale }: Zoom,
  [[left, top], [right, bottom]]: Box,
  { width, height }: Size,
): boolean {
  return right >= x && left <= x + width / scale && bottom >= y && top <= y + height / scale
}

/** Moves the map, by parts of what is seen. */
export function moved(zoom: Zoom, [right, down]: Point, size: Size): Zoom {
  const { scale, x, y } = zoom
  return within({ scale, x: x + (right * size.width) / scale, y: y + (down * size.height) / scale }, size)
}

/** By one stroke of an arrow key. */
export const strode = (zoom: Zoom, [right, down]: Point, size: Size): Zoom =>
  moved(zoom, [right * stride, down * stride], size)

/** Moves it no further than is needed to see a point of the map well inside. */
export function withSight(zoom: Zoom, point: Point, size: Size): Zoom {
  const [fx, fy] = seenAt(zoom, point, size)
  const isSeen = [fx, fy].every((part) => part > 0.1 && part < 0.9)
  return isSeen || isWhole(zoom) ? zoom : moved(zoom, [fx - 0.5, fy - 0.5], size)
}

export const middle = ({ x, y, scale }: Zoom, { width, height }: Size): Point => [
  x + width / scale / 2,
  y + height / scale / 2,
]

/** Where a point of the map is seen, in parts of the width and height. */
export const seenAt = ({ x, y, scale }: Zoom, [px, py]: Point, { width, height }: Size): Point => [
  ((px - x) * scale) / width,
  ((py - y) * scale) / height,
]

/** The point of the map that is seen there. */
export const pointAt = ({ x, y, scale }: Zoom, [fx, fy]: Point, { width, height }: Size): Point => [
  x + (fx * width) / scale,
  y + (fy * height) / scale,
]

/** Nothing beside the map is ever seen. */
function within({ x, y, scale }: Zoom, { width, height }: Size): Zoom {
  const inside = (at: number, whole: number) => Math.min(whole - whole / scale, Math.max(0, at))
  return { scale, x: inside(x, width), y: inside(y, height) }
}
