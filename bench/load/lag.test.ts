import { expect, test } from 'vitest'
import { lagSeconds } from './lag.ts'
import type { LoadReport } from './load-report.ts'

// 100 events acknowledged in each of five steps of 10 ms.
const report: LoadReport = {
  acknowledged: 500,
  seconds: 0.05,
  p50: 1,
  p95: 1,
  p99: 1,
  bytesPerEvent: 300,
  cpuSeconds: 0,
  startedAt: 1_000_000,
  acknowledgedBy: [100, 200, 300, 400, 500],
}

const cases = [
  { title: 'an answer with everything is not behind', askedAt: 1_000_080, messages: 500, lag: 0 },
  {
    title: 'an answer is as far behind as its oldest missing event is old',
    askedAt: 1_000_080,
    messages: 200,
    lag: 0.06,
  },
  {
    title: 'an answer with a part of a step misses the rest of that step',
    askedAt: 1_000_080,
    messages: 250,
    lag: 0.06,
  },
  { title: 'what was acknowledged after the question is not missing', askedAt: 1_000_015, messages: 200, lag: 0 },
]

test.each(cases)('$title', ({ askedAt, messages, lag }) => {
  const sample = { askedAt, answeredAt: askedAt + 5, messages, asOf: askedAt }
  expect(lagSeconds(sample, report)).toBe(lag)
})
