import { expect, test } from 'vitest'
import { firstSight, type Mark } from './first-sight.ts'
import { shapes, size } from './shapes.ts'
import { isInSight, seenAt, wholeMap } from './zoom.ts'

const country = (code: string, weight: number | null = 100): Mark => {
  const shape = shapes.find((one) => one.code === code)
  if (shape === undefined) throw new Error(`There is no ${code}.`)
  return { box: shape.box, weight }
}

test('what has numbers is seen whole, with room around it', () => {
  const marks = ['NL', 'DE', 'FR', 'GB', 'LV'].map((code) => country(code))
  const sight = firstSight(marks, size)
  expect(sight.scale).toBeGreaterThan(3)
  for (const corner of marks.flatMap(({ box }) => box)) {
    for (const part of seenAt(sight, corner, size)) {
      expect(part).toBeGreaterThan(0.03)
      expect(part).toBeLessThan(0.97)
    }
  }
})

test('one small country is seen among those around it', () => {
  const sight = firstSight([country('NL')], size)
  expect(sight.scale).toBe(8)
  for (const code of ['NL', 'BE', 'DE', 'GB', 'DK']) expect(isInSight(sight, country(code).box, size), code).toBe(true)
})

test('a few far away do not keep the whole world in sight', () => {
  const sight = firstSight([country('NL', 900), country('DE', 80), country('US', 15), country('AU', 5)], size)
  expect(sight.scale).toBeGreaterThan(4)
  for (const code of ['US', 'AU']) expect(isInSight(sight, country(code).box, size), code).toBe(false)
})

test('more than a few far away do, and so does whatever cannot be weighed', () => {
  expect(firstSight([country('NL', 900), country('AU', 100), country('BR', 100)], size)).toEqual(wholeMap)
  expect(firstSight([country('NL', null), country('AU', null), country('BR', null)], size)).toEqual(wholeMap)
})

test('nobody is left outside for little', () => {
  const sight = firstSight([country('NL', 900), country('DE', 80), country('LV', 10)], size)
  expect(isInSight(sight, country('LV').box, size)).toBe(true)
})

test('without any number it is the whole world', () => {
  expect(firstSight([], size)).toEqual(wholeMap)
})

test('at the edge of the world nothing beside the map is seen', () => {
  const sight = firstSight([country('NZ')], size)
  expect(sight.x + size.width / sight.scale).toBeLessThanOrEqual(size.width + 1e-9)
  expect(sight.y + size.height / sight.scale).toBeLessThanOrEqual(size.height + 1e-9)
})
