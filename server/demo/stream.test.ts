import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import { localParts } from '@parley/core/time/zone.ts'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkEvent } from '../ingest/check.ts'
import { describeShop } from './describe.ts'
import { isBadWeek } from './rhythm.ts'
import type { Planned } from './script.ts'
import { createHistory, createLive } from './stream.ts'
import { topics } from './talk/talk.ts'
import { talks } from './talk/talks.ts'
import { shops } from './world.ts'

const from = Date.UTC(2026, 2, 2, 7, 13)
const to = from + 35 * dayMs
const history = createHistory(from).advance(to)

function toIds(events: readonly Planned[]): string[] {
  return events.map(({ event }) => event.id)
}

describe('the demo', () => {
  it('is the same at every start, in whatever steps it is taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 * dayMs }), { maxLength: 6 }), (cuts) => {
        const stream = createHistory(from)
        const steps = [...cuts, 6 * dayMs].sort((a, b) => a - b).flatMap((cut) => stream.advance(from + cut))
        expect(steps).toEqual(history.filter(({ at }) => at < from + 6 * dayMs))
      }),
      { numRuns: 5 },
    )
  })

  it('goes on later where it stopped', () => {
    const stop = from + 9 * dayMs + 4711
    const later = createHistory(stop).advance(stop + 3 * dayMs)
    expect(later).toEqual(history.filter(({ at }) => at >= stop && at < stop + 3 * dayMs))
  })

  it('makes events that are right, each once, in order of time', () => {
    const live = createLive(from).advance(from + 3 * hourMs)
    const all = [...shops.flatMap((shop) => describeShop(shop, from)), ...history, ...live]
    const context = { organizationId: 'o', receivedAt: to, isPublishable: false }
    const wrong = all.map(({ event }) => checkEvent(event, context)).filter((checked) => Array.isArray(checked))
    expect(wrong).toEqual([])
    expect(new Set(toIds(all)).size).toBe(all.length)
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(history.every(({ at, event }) => at >= from && at < to && Date.parse(event.time) === at)).toBe(true)
  })

  it('is of the promised size', () => {
    expect(history.length).toBeGreaterThan(60_000)
    expect(history.length).toBeLessThan(100_000)
  })

  it('has busy days and quiet ones, quiet nights and a dip at lunch', () => {
    const begins = history.filter(({ event }) => event.type === 'conversation.started')
    const count = (of: (parts: ReturnType<typeof localParts>) => boolean) =>
      begins.filter(({ at, shop }) => of(localParts(at, shops.find(({ key }) => key === shop)?.timeZone ?? ''))).length
    expect(count(({ weekday }) => weekday === 7)).toBeLessThan(count(({ weekday }) => weekday === 3) / 2)
    expect(count(({ hour }) => hour < 5)).toBeLessThan(count(({ hour }) => hour === 10) / 3)
    expect(count(({ hour }) => hour === 12)).toBeLessThan(0.8 * count(({ hour }) => hour === 11))
  })

  it('has one week in which contacts wait and leave', () => {
    const [shop] = shops.filter(({ key }) => key === 'utrecht')
    if (!shop) throw new Error('There is no such shop.')
    const left = { bad: 0, good: 0 }
    const begun = { bad: 0, good: 0 }
    for (const { at, event } of history.filter((planned) => planned.shop === shop.key)) {
      const week = isBadWeek(shop, at) ? 'bad' : 'good'
      if (event.type === 'conversation.started') begun[week] += 1
      if (event.data.reason === 'contact_left') left[week] += 1
    }
    expect(begun.bad).toBeGreaterThan(300)
    expect(begun.bad).toBeLessThan(begun.good / 3)
    expect(left.bad / begun.bad).toBeGreaterThan((1.3 * left.good) / begun.good)
  })

  it('has conversations of four to twenty messages, mostly', () => {
    const messages = new Map<unknown, number>()
    for (const { event } of history.filter((planned) => planned.event.type === 'message.sent')) {
      const { conversation_id } = event.data
      // Messengers have one thread with each person.
      if (String(conversation_id).startsWith('web:'))
        messages.set(conversation_id, (messages.get(conversation_id) ?? 0) + 1)
    }
    const sizes = [...messages.values()].toSorted((a, b) => a - b)
    expect(sizes.at(-1)).toBeLessThanOrEqual(22)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeGreaterThanOrEqual(4)
  })

  it('has a few conversations a minute by day while somebody watches, and some at night', () => {
    const begun = (start: number) =>
      createLive(start)
        .advance(start + hourMs)
        .filter(({ event }) => event.type === 'conversation.started').length
    expect(begun(Date.UTC(2026, 2, 4, 10))).toBeGreaterThan(90)
    expect(begun(Date.UTC(2026, 2, 4, 10))).toBeLessThan(300)
    expect(begun(Date.UTC(2026, 2, 4, 2))).toBeGreaterThan(3)
  })

  test.each(Object.entries(talks))('speaks about everything in %s', (_, talk) => {
    for (const topic of topics) expect(talk.exchanges[topic].length).toBeGreaterThanOrEqual(4)
  })
})
