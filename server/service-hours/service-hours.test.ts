import { openMsBetween } from '@parley/core/service-hours/open-intervals.ts'
import { openTimeSql } from '@parley/core/service-hours/open-time-sql.ts'
import { createSchedule } from '@parley/core/service-hours/schedule.ts'
import { testedZones } from '@parley/core/time/testing-zones.ts'
import { openMsByTheMinute, type WrittenHours } from '@parley/fixtures/oracle/service-hours.ts'
import { anyServiceHours, troubledDates } from '@parley/fixtures/service-hours.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, type TestStore } from '../derive/testing.ts'
import type { Lane } from '../store/engine.ts'
import { emptyOpenHours, fillOpenHours, prepareOpenHours } from './open-hours.ts'
import { readSchedules, type TouchpointSchedule } from './schedules.ts'

const hourMs = 3_600_000
let store: TestStore
/** Where the open hours lie: a temporary table of its own. */
let lane: Lane

beforeAll(async () => {
  store = await openTestStore()
  lane = store.engine.openLane()
  await prepareOpenHours(lane)
})
afterAll(() => store.close())

const zoneOf = async () => 'Asia/Kathmandu'
let events = 0

/** Tells of a touchpoint through the front door. */
async function describeTouchpoint(organizationId: string, time: string, data: object, id?: string): Promise<void> {
  events += 1
  const event = { specversion: '1.0', id: id ?? `e-${events}`, source: '/test', type: 'entity.described', time }
  await store.take(organizationId, [{ ...event, data: { kind: 'touchpoint', ...data } }])
  await store.settled()
}

const nine = { weekly: { mon: [['09:00', '17:00']] } }
const ten = { weekly: { mon: [['10:00', '17:00']] } }

async function mondayHoursOf(organizationId: string): Promise<Record<string, readonly [string, number]>> {
  const schedules = await readSchedules(store.engine, zoneOf, [organizationId])
  return Object.fromEntries(
    schedules.map(({ touchpoint, schedule }) => [
      touchpoint,
      [schedule.timeZone, (schedule.week[0]?.[0]?.from ?? Number.NaN) / hourMs] as const,
    ]),
  )
}

describe('the service hours of a touchpoint', () => {
  it('are those that were said last, whatever arrived last; the zone is the one said last, or the organization’s', async () => {
    await describeTouchpoint('o1', '2026-01-05T08:00:00Z', {
      id: 'w1',
      service_hours: ten,
      time_zone: 'Europe/Amsterdam',
    })
    await describeTouchpoint('o1', '2026-01-04T08:00:00Z', { id: 'w1', service_hours: nine, time_zone: 'UTC' })
    await describeTouchpoint('o1', '2026-02-01T08:00:00Z', { id: 'w1', name: 'Said nothing about hours' })
    await describeTouchpoint('o1', '2026-01-04T08:00:00Z', { id: 'w2', service_hours: nine })
    await describeTouchpoint('o1', '2026-01-04T08:00:00Z', { id: 'w3', name: 'Has none', time_zone: 'UTC' })
    await describeTouchpoint('o2', '2026-03-04T08:00:00Z', { id: 'w1', service_hours: nine, time_zone: 'UTC' })
    expect(await mondayHoursOf('o1')).toEqual({ w1: ['Europe/Amsterdam', 10], w2: ['Asia/Kathmandu', 9] })
    expect(await mondayHoursOf('o2')).toEqual({ w1: ['UTC', 9] })
    expect((await readSchedules(store.engine, zoneOf)).length).toBe(3)
  })

  it('said twice at one instant are those of the longer id, then of the greater one', async () => {
    await describeTouchpoint('o3', '2026-01-05T08:00:00Z', { id: 'w1', service_hours: ten, time_zone: 'UTC' }, 'm-10')
    await describeTouchpoint('o3', '2026-01-05T08:00:00Z', { id: 'w1', service_hours: nine, time_zone: 'UTC' }, 'm-9')
    expect(await mondayHoursOf('o3')).toEqual({ w1: ['UTC', 10] })
  })
})

type Place = { readonly hours: WrittenHours; readonly zone: string }
type Span = { readonly place: number; readonly from: number; readonly length: number }

const anyPlaces = fc.array(fc.record({ hours: anyServiceHours, zone: fc.constantFrom(...testedZones) }), {
  minLength: 2,
  maxLength: 4,
})
const anySpans = fc.array(
  fc.record({
    place: fc.nat(3),
    from: fc
      .tuple(fc.constantFrom(...troubledDates), fc.integer({ min: -20 * hourMs, max: 30 * hourMs }))
      .map(([date, distance]) => Date.parse(date) + distance),
    length: fc.oneof(fc.integer({ min: 0, max: 50 * hourMs }), fc.integer({ min: 0, max: 5000 })),
  }),
  { minLength: 1, maxLength: 25 },
)

/** Puts spans into a relation as events would be, and asks for their open time in SQL. */
async function openTimesInSql(places: readonly Place[], spans: readonly Span[]): Promise<unknown[]> {
  const { engine } = store
  await engine.command('DROP TABLE IF EXISTS spans')
  await engine.command(
    "CREATE TABLE spans (number UInt32, organization_id LowCardinality(String), touchpoint String, touchpoint_id String, subject_id String, time DateTime64(3, 'UTC'), a Int64, b Nullable(Int64)) ENGINE = Memory",
  )
  const lines = spans.flatMap(({ place, from, length }, number) => {
    // A conversation of two events, of which the second does not say where.
    const at = (touchpoint: string) => `o${place % 2}\tw${place}\t${touchpoint}\tc${number}`
    return [
      `${number}\t${at(`w${place}`)}\t${from / 1000}\t${from}\t${from + length}\n`,
      `${number + 1000}\t${at('')}\t${(from + length) / 1000}\t${from}\t\\N\n`,
    ]
  })
  await engine.insertRows(
    'spans',
    ['number', 'organization_id', 'touchpoint', 'touchpoint_id', 'subject_id', 'time', 'a', 'b'],
    Buffer.from(lines.join('')),
  )
  const schedules = places.map(
    ({ hours, zone }, place): TouchpointSchedule => ({
      organizationId: `o${place % 2}`,
      touchpoint: `w${place}`,
      schedule: createSchedule(hours, zone),
      fingerprint: '',
    }),
  )
  await fillOpenHours(lane, schedules, { relation: 'spans', thread: { namedBy: 'subject_id' } })
  const rows = await lane.query(
    `SELECT number, open_ms, open_to_nothing FROM (${openTimeSql('spans', [
      { id: 'open_ms', from: 'spanned.a', to: 'spanned.b' },
      { id: 'open_to_nothing', from: 'spanned.a', to: 'if(spanned.number < 1000, NULL, spanned.b)' },
    ])}) ORDER BY number`,
  )
  await emptyOpenHours(lane)
  expect(rows.filter(([, , toNothing]) => toNothing !== null)).toEqual([])
  return rows.filter(([number]) => (number as number) < 1000).map(([, openMs]) => openMs)
}

describe('open time in SQL', () => {
  it('is what the pure clock says, and what looking at the wall every minute says', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlaces, anySpans, async (places, spans) => {
        const expected = spans.map(({ place, from, length }) => {
          const of = places[place]
          return of ? openMsByTheMinute(of.hours, of.zone, from, from + length) : null
        })
        const pure = spans.map(({ place, from, length }) => {
          const of = places[place]
          return of ? openMsBetween(createSchedule(of.hours, of.zone), from, from + length) : null
        })
        expect(pure).toEqual(expected)
        expect(await openTimesInSql(places, spans)).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('of the replies of a conversation is taken from the fact as it stands: a weekend is no part of it', async () => {
    const { engine } = store
    await describeTouchpoint('o6', '2026-01-05T08:00:00Z', {
      id: 'w1',
      time_zone: 'Europe/Amsterdam',
      service_hours: { weekly: { mon: [['09:00', '17:00']], fri: [['09:00', '17:00']] } },
    })
    const say = (id: string, time: string, kind: string, touchpoint_id: string) => ({
      ...{ specversion: '1.0', id, source: '/test', type: 'message.sent', time },
      data: {
        conversation_id: `c-${touchpoint_id}`,
        author: { kind, id: kind },
        touchpoint_id,
        channel: 'whatsapp',
        text: '?',
      },
    })
    for (const touchpoint of ['w1', 'w2'])
      await store.take('o6', [
        say(`${touchpoint}-1`, '2026-03-13T15:30:00Z', 'contact', touchpoint), // Friday, 16:30
        say(`${touchpoint}-2`, '2026-03-13T15:31:30Z', 'agent', touchpoint),
        say(`${touchpoint}-3`, '2026-03-13T15:45:00Z', 'contact', touchpoint), // Friday, 16:45
        say(`${touchpoint}-4`, '2026-03-16T08:15:00.250Z', 'agent', touchpoint), // Monday, 09:15
      ])
    await store.settled()
    await fillOpenHours(lane, await readSchedules(engine, zoneOf, ['o6']), {
      relation: 'events',
      thread: { namedBy: 'subject_id' },
    })
    const replied = 'toUnixTimestamp64Milli(spanned.replied_at)'
    const withOpenTime = openTimeSql("(SELECT * FROM replies FINAL WHERE organization_id = 'o6')", [
      { id: 'response_open', from: `${replied} - spanned.response`, to: replied },
      { id: 'first_response_open', from: `${replied} - spanned.first_response`, to: replied },
    ])
    const rows = await lane.query(
      `SELECT touchpoint, response_open, first_response_open FROM (${withOpenTime}) WHERE author_kind = 'agent' ORDER BY touchpoint, replied_at`,
    )
    expect(rows).toEqual([
      ['w1', 90_000, 90_000],
      ['w1', 30 * 60_000 + 250, null],
      ['w2', null, null],
      ['w2', null, null],
    ])
  })

  it('is null for a touchpoint without service hours, and 0 for one that is never open', async () => {
    const never = { hours: { weekly: {} }, zone: 'UTC' }
    const from = Date.parse('2026-03-02T10:00:00Z')
    expect(
      await openTimesInSql(
        [never],
        [
          { place: 0, from, length: 5 },
          { place: 1, from, length: 5 },
        ],
      ),
    ).toEqual([0, null])
    expect(await openTimesInSql([], [{ place: 0, from, length: 5 }])).toEqual([null])
  })
})
