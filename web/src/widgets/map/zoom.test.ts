import { expect, test } from 'vitest'
import { isClosest, isWhole, middle, moved, pointAt, seenAt, strode, wholeMap, withSight, zoomed } from './zoom.ts'

const size = { width: 960, height: 420 }

test('the point under the pointer stays under it', () => {
  let zoom = wholeMap
  for (const factor of [1.5, 2, 1.1, 0.7]) {
    const point = [500, 160] as const
    const before = seenAt(zoom, point, size)
    zoom = zoomed(zoom, factor, point, size)
    const after = seenAt(zoom, point, size)
    expect(after[0]).toBeCloseTo(before[0])
    expect(after[1]).toBeCloseTo(before[1])
  }
})

test('what is seen and where it lies lead back to each other', () => {
  const zoom = zoomed(wholeMap, 4, [700, 100], size)
  const [x, y] = pointAt(zoom, seenAt(zoom, [650, 90], size), size)
  expect([x, y].map(Math.round)).toEqual([650, 90])
})

test('nothing beside the map is seen, however it is moved', () => {
  let zoom = zoomed(wholeMap, 3, [10, 10], size)
  for (const step of [
    [-9, -9],
    [9, 9],
    [0.3, -7],
  ] as const) {
    zoom = moved(zoom, step, size)
    expect(zoom.x).toBeGreaterThanOrEqual(0)
    expect(zoom.y).toBeGreaterThanOrEqual(0)
    expect(zoom.x + size.width / zoom.scale).toBeLessThanOrEqual(size.width + 1e-9)
    expect(zoom.y + size.height / zoom.scale).toBeLessThanOrEqual(size.height + 1e-9)
  }
})

test('it ends at the whole map and at the closest', () => {
  expect(zoomed(wholeMap, 0.5, [1, 1], size)).toEqual(wholeMap)
  expect(isClosest(zoomed(wholeMap, 1000, [480, 210], size))).toBe(true)
  expect(isWhole(zoomed(zoomed(wholeMap, 5, [1, 1], size), 0.01, [900, 400], size))).toBe(true)
})

test('a stroke moves a quarter of what is seen', () => {
  const zoom = zoomed(wholeMap, 4, middle(wholeMap, size), size)
  expect(strode(zoom, [1, 0], size).x - zoom.x).toBeCloseTo(960 / 4 / 4)
})

test('a country that is not seen is brought into the middle, one that is stays where it is', () => {
  const zoom = zoomed(wholeMap, 4, [100, 100], size)
  expect(withSight(zoom, [150, 120], size)).toBe(zoom)
  const [fx, fy] = seenAt(withSight(zoom, [600, 250], size), [600, 250], size)
  expect([fx, fy]).toEqual([expect.closeTo(0.5), expect.closeTo(0.5)])
  expect(withSight(wholeMap, [955, 5], size)).toBe(wholeMap)
})
