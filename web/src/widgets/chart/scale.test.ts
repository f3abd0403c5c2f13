import { expect, test } from 'vitest'
import { lineScaleOf, scaleOf } from './scale.ts'

test.each([
  [[3, 92], 'count', { min: 0, max: 100, interval: 25 }],
  [[1], 'count', { min: 0, max: 1, interval: 1 }],
  [[2, 3], 'count', { min: 0, max: 3, interval: 1 }],
  [[43_210], 'count', { min: 0, max: 60_000, interval: 20_000 }],
  [[95], 'seconds', { min: 0, max: 120, interval: 30 }],
  [[140], 'seconds', { min: 0, max: 180, interval: 60 }],
  [[4000], 'seconds', { min: 0, max: 5400, interval: 1800 }],
  [[0.34], 'ratio', { min: 0, max: 0.4, interval: 0.1 }],
  [[4.6], 'rating', { min: 0, max: 6, interval: 2 }],
  [[-20, 60], 'score', { min: -20, max: 60, interval: 20 }],
] as const)('%j %s lies on %j', (values, unit, scale) => {
  expect(scaleOf(values, unit)).toEqual(scale)
})

test('lines of ratings lie on the scale of the survey, those of another survey on their own', () => {
  expect(lineScaleOf([4.6, null], 'rating')).toEqual({ min: 1, max: 5, interval: 1 })
  expect(lineScaleOf([4.6, 8.5], 'rating')).toEqual({ min: 0, max: 10, interval: 2.5 })
  expect(lineScaleOf([4.6], 'score')).toEqual(scaleOf([4.6], 'score'))
})

test('nothing lies on a scale of its unit', () => {
  expect(scaleOf([null, 0], 'ratio')).toEqual({ min: 0, max: 1, interval: 0.25 })
  expect(scaleOf([], 'seconds').max).toBe(60)
})

test('there are never more than five ticks, and everything fits', () => {
  for (const unit of ['count', 'seconds', 'ratio'] as const) {
    for (let value = 0.013; value < 1e7; value *= 1.37) {
      const { min, max, interval } = scaleOf([value], unit)
      expect((max - min) / interval, `${value} ${unit}`).toBeLessThanOrEqual(4.0001)
      expect(max, `${value} ${unit}`).toBeGreaterThanOrEqual(value)
    }
  }
})
