import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDays, createLive } from './stream.ts'
import { yearUntil } from './year.ts'

const from = Date.UTC(2026, 2, 2, 7, 13)
const year = yearUntil(from + 100 * dayMs)
const spanDays = 4
const days = createDays(year, from).advance(from + spanDays * dayMs)

describe('what happens in the demo', () => {
  it('comes in order of time, and only what is due', () => {
    const at = days.map((planned) => planned.at)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(at.every((instant) => instant >= from && instant < from + spanDays * dayMs)).toBe(true)
    expect(days.length).toBeGreaterThan(spanDays * 1_500)
  })

  it('is the same in whatever steps it is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: spanDays * dayMs }), { maxLength: 6 }), (cuts) => {
        const stream = createDays(year, from)
        const steps = [...cuts, spanDays * dayMs].sort((a, b) => a - b).flatMap((cut) => stream.advance(from + cut))
        expect(steps).toEqual(days)
      }),
      { numRuns: 4 },
    )
  })

  it('is the same from wherever it is begun: older stretches fit to newer ones', () => {
    const middle = from + 2 * dayMs + 4_711
    const newer = createDays(year, middle).advance(from + spanDays * dayMs)
    const older = createDays(year, from).advance(middle)
    expect([...older, ...newer]).toEqual(days)
  })

  it('has something every few seconds by day while somebody watches, and something at night', () => {
    const visits = (start: number) =>
      createLive(year, start)
        .advance(start + hourMs)
        .filter(({ event }) => event.type === 'page.viewed').length
    expect(visits(Date.UTC(2026, 2, 4, 10))).toBeGreaterThan(250)
    expect(visits(Date.UTC(2026, 2, 4, 2))).toBeGreaterThan(10)
  })
})
