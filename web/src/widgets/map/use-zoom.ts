import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { size } from './shapes.ts'
import { isWhole, middle, moved, pointAt, wholeMap, type Zoom, zoomed } from './zoom.ts'

const step = 1.6
/** A hand that trembles has not dragged. */
const dragPixels = 4

export type MapZoom = {
  readonly zoom: Zoom
  change(zoom: Zoom): void
  zoomIn(): void
  zoomOut(): void
  /** To the whole world, and back to what the map opened on. */
  toWhole(): void
  toFirst(): void
  /** What the map opened on, and whether it is as it was then. */
  readonly first: Zoom
  readonly isFirst: boolean
  /** Whether the click that comes now ends a drag. */
  wasDragged(): boolean
  readonly handlers: {
    onPointerDown(event: PointerEvent<Element>): void
    onPointerMove(event: PointerEvent<Element>): void
    onPointerUp(event: PointerEvent<Element>): void
    onPointerCancel(event: PointerEvent<Element>): void
  }
}

/**
 * Zooms and moves a map: Ctrl and the wheel, or two fingers, zoom; dragging moves what is enlarged. The bare wheel goes on
 * scrolling the page, and so does one finger until somebody has zoomed. Until then it shows what it opens on, also where other
 * numbers come: then it opens on others.
 */
export function useZoom(element: RefObject<HTMLElement | SVGElement | null>, first: Zoom): MapZoom {
  const [own, setOwn] = useState<Zoom>()
  const zoom = own ?? first
  const setZoom = (next: (zoom: Zoom) => Zoom) => setOwn((now) => next(now ?? first))
  const pointers = useRef(new Map<number, readonly [x: number, y: number]>())
  const dragged = useRef(0)

  const placeOf = (x: number, y: number): readonly [number, number] => {
    const box = element.current?.getBoundingClientRect()
    return box === undefined || box.width === 0 ? [0.5, 0.5] : [(x - box.left) / box.width, (y - box.top) / box.height]
  }
  const zoomAround = (factor: number, x: number, y: number) =>
    setZoom((now) => zoomed(now, factor, pointAt(now, placeOf(x, y), size), size))
  const around = useRef(zoomAround)
  around.current = zoomAround

  useEffect(() => {
    const at = element.current
    if (at === null) return
    // Not a handler of React's: those cannot keep the page from being zoomed.
    const onWheel = (event: Event) => {
      const { ctrlKey, metaKey, deltaY, clientX, clientY } = event as WheelEvent
      if (!(ctrlKey || metaKey)) return
      event.preventDefault()
      around.current(Math.exp(-deltaY / 200), clientX, clientY)
    }
    at.addEventListener('wheel', onWheel, { passive: false })
    return () => at.removeEventListener('wheel', onWheel)
  }, [element])

  const inMiddle = (factor: number) => setZoom((now) => zoomed(now, factor, middle(now, size), size))
  const release = ({ pointerId }: PointerEvent<Element>) => void pointers.current.delete(pointerId)
  return {
    zoom,
    first,
    isFirst: own === undefined,
    change: setOwn,
    zoomIn: () => inMiddle(step),
    zoomOut: () => inMiddle(1 / step),
    toWhole: () => setOwn(wholeMap),
    toFirst: () => setOwn(undefined),
    wasDragged: () => dragged.current > dragPixels,
    handlers: {
      onPointerDown(event) {
        if (event.pointerType === 'mouse' && event.button !== 0) return
        if (pointers.current.size === 0) dragged.current = 0
        pointers.current.set(event.pointerId, [event.clientX, event.clientY])
      },
      onPointerMove(event) {
        const before = pointers.current.get(event.pointerId)
        if (before === undefined) return
        // Let go beside the map.
        if (event.buttons === 0) return release(event)
        const now = [event.clientX, event.clientY] as const
        const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
        pointers.current.set(event.pointerId, now)
        dragged.current += distance(before, now)
        if (other !== undefined) {
          const factor = distance(now, other) / Math.max(1, distance(before, other))
          zoomAround(factor, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2)
          return
        }
        if (isWhole(zoom) || (own === undefined && event.pointerType === 'touch')) return
        if (dragged.current > dragPixels) event.currentTarget.setPointerCapture(event.pointerId)
        const [fromX, fromY] = placeOf(...before)
        const [toX, toY] = placeOf(...now)
        setZoom((seen) => moved(seen, [fromX - toX, fromY - toY], size))
      },
      onPointerUp: release,
      onPointerCancel: release,
    },
  }
}

const distance = ([x, y]: readonly [number, number], [a, b]: readonly [number, number]): number =>
  Math.hypot(x - a, y - b)
