import { expect, test } from 'vitest'
import { median, percentile } from './statistics.ts'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

test.each([
  { values: hundred, share: 0.95, expected: 95 },
  { values: hundred, share: 1, expected: 100 },
  { values: [7], share: 0.95, expected: 7 },
  { values: [3, 1, 2], share: 0.5, expected: 2 },
])('the nearest rank of $share among $values.length values is one of them', ({ values, share, expected }) => {
  expect(percentile(values, share)).toBe(expected)
})

test('nothing has no median', () => {
  expect(median([])).toBeNaN()
})
