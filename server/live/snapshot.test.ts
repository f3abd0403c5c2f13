import { answerRows, answerTotals, factsTogether, type OracleQuery } from '@parley/fixtures/oracle/answer.ts'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import { anyWorld, receivedBy, type World } from '@parley/fixtures/worlds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../ask/testing.ts'
import { takeSnapshot } from './snapshot.ts'

const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
}, 120_000)

afterAll(() => house.close())

describe('how things stand in random worlds', () => {
  let worlds: readonly World[]
  const idOf = (world: number, organization: number) => `world-${world}-${organization}`

  beforeAll(async () => {
    worlds = fc.sample(anyWorld({ conversations: 4 }), { seed, numRuns: 8 })
    for (const [index, { batches }] of worlds.entries())
      for (const { organization, events } of batches) await house.take(idOf(index, organization), events)
    await house.settled()
  }, 120_000)

  it('is what the oracle finds, at any instant, for a parent of several organizations', async () => {
    for (const [index, world] of worlds.entries()) {
      const organizations = Array.from({ length: world.organizations }, (_, number) => idOf(index, number))
      const facts = factsTogether(
        organizations.map((organization, number) => ({ organization, facts: factsOf(receivedBy(world, number)) })),
      )
      const spoken = facts.sessions.flatMap(({ started_at, ended_at }) => [started_at + 1, ended_at + 30_000])
      const instants = [
        world.now,
        ...fc.sample(fc.constantFrom(world.now, ...spoken), { seed: seed + index, numRuns: 4 }),
      ]
      for (const now of instants) {
        const services = house.at(now, { sees: () => organizations })
        const snapshot = await takeSnapshot(services, { organizationId: `world-${index}` })
        const asked = (rest: Partial<OracleQuery> & Pick<OracleQuery, 'metrics' | 'range'>): OracleQuery => ({
          ...{ timeZone: 'UTC', granularity: null, dimensions: [], filters: [], cycle: 'sum', now },
          ...rest,
        })
        const told = `seed ${seed}, world ${index}, at ${now}`
        const sessions = { from: now - 31 * dayMs, to: now + 60 * minuteMs }
        const standing = ['open_sessions', 'waiting_contacts', 'longest_wait']
        expect(snapshot.now, told).toEqual(answerTotals(facts, asked({ metrics: standing, range: sessions })))
        const present = ['agents_online', 'agents_paused']
        const lately = { from: now - minuteMs, to: now }
        expect(snapshot.agents.totals, told).toEqual(answerTotals(facts, asked({ metrics: present, range: lately })))
        const thisMinute = Math.floor(now / minuteMs) * minuteMs
        const hour = asked({
          metrics: ['chats', 'calls', 'notifications'],
          range: { from: thisMinute - 59 * minuteMs, to: thisMinute + minuteMs },
          granularity: 'minute',
        })
        expect(snapshot.minutes.rows, told).toEqual(answerRows(facts, hour))
        expect(snapshot.minutes.totals, told).toEqual(answerTotals(facts, hour))
        const waits = facts.sessions
          .filter(
            ({ started_at, closes_at }) => started_at >= sessions.from && started_at < sessions.to && closes_at > now,
          )
          .flatMap(({ waiting_since }) => (waiting_since === null ? [] : new Date(waiting_since).toISOString()))
        expect(
          snapshot.waiting.map(({ waiting_since }) => waiting_since),
          told,
        ).toEqual(waits.sort().slice(0, 20))
      }
    }
  }, 120_000)
})

describe('a contact', () => {
  let stories = 0
  const contact = { author: { kind: 'contact', id: 'v' } }
  const bot = { author: { kind: 'bot', id: 'b' } }
  const agent = { author: { kind: 'agent', id: 'a1' } }
  const at = (second: number) => Date.parse('2026-03-10T10:00:00Z') + second * 1000

  /** What happened in one conversation on the web, in seconds after ten, and who waits since when at 10:05. */
  async function waitsAfter(...events: readonly (readonly [number, string, object])[]): Promise<number[]> {
    const organization = `story-${stories++}`
    await house.take(
      organization,
      events.map(([second, type, data], number) => ({
        specversion: '1.0',
        id: `e-${number}`,
        source: '/story',
        type,
        time: new Date(at(second)).toISOString(),
        data: { conversation_id: 'c', ...(type === 'message.sent' ? { channel: 'web' } : {}), ...data },
      })),
    )
    await house.settled()
    const { waiting, now } = await takeSnapshot(house.at(at(300)), { organizationId: organization })
    expect(now.waiting_contacts).toBe(waiting.length)
    return waiting.map(({ waiting_since }) => (Date.parse(waiting_since) - at(0)) / 1000)
  }

  it('waits from the first message that no agent has answered, not from the last', async () => {
    expect(await waitsAfter([0, 'message.sent', contact], [60, 'message.sent', contact])).toEqual([0])
  })

  it('does not wait after an agent’s word, nor while a call is connected', async () => {
    expect(await waitsAfter([0, 'message.sent', contact], [60, 'message.sent', agent])).toEqual([])
    const call = { call_id: 'k', medium: 'voice', status: 'answered' }
    expect(await waitsAfter([0, 'message.sent', contact], [60, 'call.updated', call])).toEqual([])
  })

  it('does not wait while a bot answers, but does from when the bot hands over', async () => {
    expect(await waitsAfter([0, 'message.sent', contact], [5, 'message.sent', bot])).toEqual([])
    expect(
      await waitsAfter(
        [0, 'message.sent', contact],
        [5, 'message.sent', bot],
        [60, 'bot.handed_over', { bot_id: 'b' }],
        [61, 'message.sent', bot],
      ),
    ).toEqual([60])
  })

  it('does not wait any more once the conversation has ended or was silent for too long', async () => {
    expect(
      await waitsAfter([0, 'message.sent', contact], [9, 'conversation.ended', { reason: 'contact_left' }]),
    ).toEqual([])
    expect(await waitsAfter([-1800, 'message.sent', contact])).toEqual([])
  })
})

describe('a filter', () => {
  it('holds for the metrics that have its dimension; the others are left out and say so', async () => {
    const message = (id: string, channel: string) => ({
      specversion: '1.0',
      id,
      source: '/filtered',
      type: 'message.sent',
      time: '2026-03-10T10:00:00Z',
      data: { conversation_id: id, author: { kind: 'contact', id: 'v' }, channel },
    })
    await house.take('filtered', [message('c-web', 'web'), message('c-sms', 'sms'), message('c-line', 'line')])
    await house.settled()
    const filters = [{ dimension: 'channel', op: 'in' as const, values: ['web', 'sms'] }]
    const now = Date.parse('2026-03-10T10:01:30Z')
    const snapshot = await takeSnapshot(house.at(now), { organizationId: 'filtered' }, filters)
    expect(snapshot.now).toEqual({ open_sessions: 2, waiting_contacts: 2, longest_wait: 90 })
    expect(snapshot.waiting.map(({ channel }) => channel?.id).sort()).toEqual(['sms', 'web'])
    expect(snapshot.minutes.totals).toEqual({ chats: 2, notifications: 0 })
    expect(snapshot.left_out).toEqual(['calls', 'agents_online', 'agents_paused'])
  })
})
