import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import type { RawEvent } from '@parley/fixtures/oracle/raw-event.ts'
import { anyWorld, receivedBy } from '@parley/fixtures/worlds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readSchedules } from '../service-hours/schedules.ts'
import { describe as describedBy, differences, type FactSettings } from './fact-settings.ts'
import { openTestStore, type TestStore } from './testing.ts'

let store: TestStore
const timeouts: Map<string, { session_timeouts: Record<string, number> }> = new Map()
const schedules = (engine: TestStore['engine']) => readSchedules(engine, async () => 'UTC')

beforeAll(async () => {
  store = await openTestStore({
    factSettings: async (engine): Promise<FactSettings> => ({
      sessionTimeouts: new Map(timeouts),
      schedules: await schedules(engine),
    }),
  })
})
afterAll(() => store.close())

/** Start and end of every session, in order. */
async function sessionsOf(organizationId: string): Promise<unknown[]> {
  const rows = await store.engine.query(
    `SELECT conversation_id, toUnixTimestamp64Milli(started_at), toUnixTimestamp64Milli(ended_at), toUnixTimestamp64Milli(closes_at) FROM sessions FINAL WHERE organization_id = '${organizationId}'`,
  )
  return rows.map((row) => JSON.stringify(row)).sort()
}

function expectedSessions(received: readonly RawEvent[], seconds: Readonly<Record<string, number>>): unknown[] {
  const ms = Object.fromEntries(Object.entries(seconds).map(([channel, value]) => [channel, value * 1000]))
  const { sessions } = factsOf(received, ms)
  return sessions
    .map((one) => JSON.stringify([one.conversation_id, one.started_at, one.ended_at, one.closes_at]))
    .sort()
}

const anyTimeouts = fc.dictionary(
  fc.constantFrom('web', 'whatsapp', 'email', 'telegram'),
  fc.constantFrom(60, 600, 3600, 7 * 86_400),
  { noNullPrototype: true },
)

it('sessions are cut by what their own organization has set, in the past too, and by the default elsewhere', async () => {
  const worlds = fc.sample(fc.tuple(anyWorld(), anyTimeouts, anyTimeouts), { numRuns: 24, seed: 11 }).slice(-8)
  const organizations = worlds.map((_, index) => `timed-${index}`)
  const received = worlds.map(([world]) => receivedBy(world, 0))
  for (const [index, events] of received.entries()) await store.take(organizations[index] ?? '', events)
  await store.settled()
  for (const set of [1, 2] as const) {
    timeouts.clear()
    for (const [index, world] of worlds.entries())
      if (index > 0) timeouts.set(organizations[index] ?? '', { session_timeouts: world[set] })
    store.settler.settingsChanged()
    await vi.waitFor(
      async () => {
        for (const [index, events] of received.entries()) {
          const expected = expectedSessions(events, timeouts.get(organizations[index] ?? '')?.session_timeouts ?? {})
          expect(await sessionsOf(organizations[index] ?? '')).toEqual(expected)
        }
      },
      { timeout: 60_000, interval: 100 },
    )
  }
})

it('hours described after the conversations hold for them, and hours of a place where nobody came derive nothing anew', async () => {
  const event = (id: string, type: string, time: string, data: object): RawEvent =>
    ({ specversion: '1.0', id, source: '/test', type, time, data }) as RawEvent
  const say = (id: string, time: string, kind: string) =>
    event(id, 'message.sent', time, {
      ...{ conversation_id: 'c-1', author: { kind, id: kind }, channel: 'whatsapp', touchpoint_id: 'w1', text: '?' },
    })
  const describeHours = (id: string, touchpoint: string) =>
    event(id, 'entity.described', '2026-01-01T00:00:00Z', {
      ...{ kind: 'touchpoint', id: touchpoint, time_zone: 'UTC' },
      service_hours: { weekly: { fri: [['09:00', '17:00']], mon: [['09:00', '17:00']] } },
    })
  await store.take('served', [
    say('m-1', '2026-03-13T16:30:00Z', 'contact'), // a Friday
    say('m-2', '2026-03-16T09:10:00Z', 'agent'),
  ])
  await store.settled()
  const found = () =>
    store.engine.query("SELECT response, response_service FROM replies FINAL WHERE organization_id = 'served'")
  const weekend = (2 * 24 + 16) * 3_600_000 + 40 * 60_000
  expect(await found()).toEqual([[weekend, null]])
  await store.take('served', [describeHours('d-1', 'w1')])
  await vi.waitFor(async () => expect(await found()).toEqual([[weekend, 40 * 60_000]]), { timeout: 60_000 })

  const versions = () => store.engine.query('SELECT max(version) FROM sessions')
  const before = await versions()
  await store.take('served', [describeHours('d-2', 'nobody-came')])
  await store.settled()
  await vi.waitFor(
    async () => {
      const [[derivedBy]] = (await store.engine.query('SELECT argMax(derived_by, version) FROM rules')) as [[string]]
      expect(Object.keys(JSON.parse(derivedBy))).toContain('served\tnobody-came')
    },
    { timeout: 60_000 },
  )
  expect(await versions()).toEqual(before)
})

it('what facts are derived by differs where a timeout or an hour does, and not by the order in which it was set', () => {
  const by = (session_timeouts: Record<string, number>): FactSettings => ({
    sessionTimeouts: new Map([['o1', { session_timeouts }]]),
    schedules: [],
  })
  const before = describedBy(by({ web: 60, sms: 90 }))
  expect(differences(before, describedBy(by({ sms: 90, web: 60 })))).toEqual([])
  expect(differences(before, describedBy(by({ web: 61, sms: 90 })))).toEqual([
    { organizationId: 'o1', touchpoint: null },
  ])
  expect(differences(before, {})).toEqual([{ organizationId: 'o1', touchpoint: null }])
})
