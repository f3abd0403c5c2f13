import { expect, test } from 'vitest'
import { duration, durationShort } from './duration.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  [0, '0 s'],
  [4.23, '4.2 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [42, '42 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [60, '1 min'],
  [185, '3 min 05 s'],
  [3599.4, '59 min 59 s'],
  [3599.6, '1 h 00 min'],
  [3900, '1 h 05 min'],
  [86_370, '1 d 00 h'],
  [183_600, '2 d 03 h'],
  [-90, '−1 min 30 s'],
])('%d seconds read as "%s"', (seconds, text) => {
  expect(plain(duration(seconds, 'en'))).toBe(text)
})

test.each([
  ['nl', '1 u 05 min', '4,2 s'],
  ['ru', '1 ч 05 мин', '4,2 с'],
] as const)('durations are written in the words and marks of %s', (language, long, brief) => {
  expect(plain(duration(3900, language))).toBe(long)
  expect(plain(duration(4.2, language))).toBe(brief)
})

test.each([
  [0, '0'],
  [30, '30 s'],
  [90, '1.5 min'],
  [5400, '1.5 h'],
  [172_800, '2 d'],
])('an axis says %d seconds in one unit: "%s"', (seconds, text) => {
  expect(plain(durationShort(seconds, 'en'))).toBe(text)
})
