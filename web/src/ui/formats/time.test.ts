import { expect, test } from 'vitest'
import { clockTimeSince } from './time.ts'

const now = '2026-05-04T12:02:00Z'

test.each([
  ['2026-05-03T22:10:00Z', 'en', '00:10'],
  ['2026-05-03T21:50:00Z', 'en', '3 May, 23:50'],
  ['2026-04-26T08:57:00Z', 'ru', '26 апр., 10:57'],
] as const)('%s is in %s told as %s, with its day where that is not today', (instant, language, text) => {
  expect(clockTimeSince(instant, now, 'Europe/Amsterdam', language)).toBe(text)
})
