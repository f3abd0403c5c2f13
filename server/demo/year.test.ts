import { dayMs } from '@parley/core/time/granularity.ts'
import { localParts } from '@parley/core/time/zone.ts'
import { channels } from '@parley/model/events/channel.ts'
import { eventTypes } from '@parley/model/events/index.ts'
import { describe, expect, test } from 'vitest'
import { checkEvent } from '../ingest/check.ts'
import { playDay } from './day.ts'
import { describeOrganization } from './describe.ts'
import { badWeek, outage } from './incidents.ts'
import { organizations } from './organizations/organizations.ts'
import { veloGroup } from './organizations/velo.ts'
import type { Planned } from './script.ts'
import { yearDays, yearUntil } from './year.ts'

const now = Date.UTC(2026, 10, 20, 12)
const year = yearUntil(now)

const dayOf = (day: number): Planned[] => organizations.flatMap((one) => [...playDay(year, one, day)])
const days = (from: number, count: number) => Array.from({ length: count }, (_, index) => dayOf(from + index)).flat()

// Three whole weeks: two ordinary ones with the first Tuesday of a month, and the bad one.
const ordinaryWeek = badWeek(year).from - 21
const ordinary = days(ordinaryWeek, 14)
const bad = days(badWeek(year).from, 7)
const described = organizations.flatMap((one) => [...describeOrganization(one, year.firstDay * dayMs)])
const all = [...described, ...ordinary, ...bad]

const begins = (events: readonly Planned[]) => events.filter(({ event }) => event.type === 'conversation.started')
const byZone = new Map(organizations.map(({ key, timeZone }) => [key, timeZone]))
const localOf = ({ at, organization }: Planned) => localParts(at, byZone.get(organization) ?? '')

describe('the year of the demo', () => {
  test('any day is the same at every call', () => {
    expect(dayOf(ordinaryWeek + 3)).toEqual(dayOf(ordinaryWeek + 3))
  })

  test('every event passes the check and has an id of its own', () => {
    const context = { organizationId: 'o', receivedAt: now, isPublishable: false }
    const wrong = all.map(({ event }) => checkEvent(event, context)).filter((checked) => Array.isArray(checked))
    expect(wrong).toEqual([])
    expect(new Set(all.map(({ event }) => `${event.source} ${event.id}`)).size).toBe(all.length)
    expect(all.every(({ at, event }) => Date.parse(event.time) === at)).toBe(true)
  })

  test('every type of event occurs, and every channel', () => {
    const types = new Set(all.map(({ event }) => event.type))
    expect(Object.keys(eventTypes).filter((type) => !types.has(type as Planned['event']['type']))).toEqual([])
    // Voice and video are media of calls, not channels that somebody writes in.
    const used = new Set(all.map(({ event }) => event.data.channel))
    expect(channels.filter((channel) => !used.has(channel))).toEqual(['video'])
  })

  test('it is of the promised size', () => {
    // One day in thirteen: every weekday comes equally often.
    const sample = Array.from({ length: 28 }, (_, index) => dayOf(year.firstDay + index * 13).length)
    const size = (sample.reduce((sum, count) => sum + count, 0) / sample.length) * yearDays
    expect(size).toBeGreaterThan(1_000_000)
    expect(size).toBeLessThan(1_200_000)
  })

  test('weekends are quieter than weekdays, nights than days, lunch than the hours around it', () => {
    const count = (of: (parts: ReturnType<typeof localParts>) => boolean) =>
      begins(ordinary).filter((planned) => of(localOf(planned))).length
    expect(count(({ weekday }) => weekday > 5) / 2).toBeLessThan((0.8 * count(({ weekday }) => weekday <= 5)) / 5)
    expect(count(({ hour }) => hour < 5)).toBeLessThan(count(({ hour }) => hour === 10) / 3)
    expect(count(({ hour }) => hour === 12)).toBeLessThan(0.85 * count(({ hour }) => hour === 11))
  })

  test('business grows, and bicycles are a matter of spring', () => {
    const visits = (day: number) =>
      Array.from({ length: 7 }, (_, index) => [...playDay(year, veloGroup, day + index)])
        .flat()
        .filter(({ event }) => event.type === 'page.viewed').length
    const [january, may] = [Date.UTC(2026, 0, 12), Date.UTC(2026, 4, 11)].map((at) => visits(at / dayMs))
    expect(may).toBeGreaterThan(1.5 * (january ?? 0))
    const [first, last] = [year.firstDay, year.firstDay + yearDays - 7].map(visits)
    expect(last).toBeGreaterThan(1.2 * (first ?? 0))
  })

  test('in the bad week answers take about three times as long, and more contacts leave', () => {
    expect(medianWait(bad)).toBeGreaterThan(2.2 * medianWait(ordinary))
    expect(medianWait(bad)).toBeLessThan(4 * medianWait(ordinary))
    const left = (events: readonly Planned[]) =>
      events.filter(({ event }) => event.data.reason === 'contact_left').length / begins(events).length
    expect(left(bad)).toBeGreaterThan(1.2 * left(ordinary))
  })

  test('on the afternoon of the outage no widget loads and no call gets through', () => {
    const { from, to } = outage(year, veloGroup)
    const day = Math.floor(from / dayMs)
    const during = (types: readonly string[]) =>
      playDay(year, veloGroup, day).filter(({ at, event }) => at >= from && at < to && types.includes(event.type))
    expect(during(['page.viewed']).length).toBeGreaterThan(10)
    expect(during(['widget.shown', 'conversation.requested'])).toEqual([])
    const begun = during(['call.updated']).filter(({ event }) => event.id.endsWith('-1'))
    expect(begun.length).toBeGreaterThan(0)
    expect(begun.map(({ event }) => event.data.status)).toEqual(begun.map(() => 'failed'))
  })

  test('one agent leaves in the course of the year, and one joins', () => {
    const online = (from: number) =>
      new Set(
        Array.from({ length: 7 }, (_, index) => [...playDay(year, veloGroup, from + index)])
          .flat()
          .map(({ event }) => event.type === 'agent.presence_changed' && event.data.agent_id),
      )
    const [early, late] = [online(year.firstDay + 14), online(year.firstDay + 300)]
    expect([early.has('tom'), late.has('tom')]).toEqual([true, false])
    expect([early.has('lucia'), late.has('lucia')]).toEqual([false, true])
  })
})

/** From a contact's message on the site to the agent's next one, in milliseconds. */
function medianWait(events: readonly Planned[]): number {
  const since = new Map<unknown, number>()
  const waits: number[] = []
  for (const { at, event } of events) {
    const { conversation_id, author } = event.data
    if (event.type !== 'message.sent' || !String(conversation_id).startsWith('web:')) continue
    const { kind } = author as { kind: string }
    const begun = since.get(conversation_id)
    if (kind === 'contact' && begun === undefined) since.set(conversation_id, at)
    if (kind !== 'agent' || begun === undefined) continue
    waits.push(at - begun)
    since.delete(conversation_id)
  }
  waits.sort((a, b) => a - b)
  return waits[Math.floor(waits.length / 2)] ?? 0
}
