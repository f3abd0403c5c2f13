import { amountText } from '@parley/core/money/amount.ts'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import type { SessionFact } from '@parley/fixtures/oracle/facts.ts'
import type { RawEvent } from '@parley/fixtures/oracle/raw-event.ts'
import { anyRedelivery, anyWorld, type Batch, receivedBy, type World } from '@parley/fixtures/worlds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectedCommerce } from './laws.commerce.testing.ts'
import { expectedDialogue } from './laws.dialogue.testing.ts'
import { type StoredFacts, storedFacts } from './laws.testing.ts'
import { expectedVisits } from './laws.visits.testing.ts'
import { openTestStore, type TestStore } from './testing.ts'

/** Worlds of the normal run; `npm run test:long` asks for thousands. */
const runs = Number(process.env.PARLEY_TEST_WORLDS ?? 240)
// Making a failing world smaller takes minutes: worth it only where one asked for the long run.
const isLong = runs > 1000
/** Worlds that are sent side by side, each under organizations of its own: settling costs the same for one and for many. */
const together = 240
/** How often worlds that are sent bit by bit settle on the way. */
const turns = 8

let store: TestStore
let worlds = 0
const sent: string[] = []

beforeAll(async () => {
  store = await openTestStore()
})

afterAll(() => store.close())

/** A world on its way: batch by batch, or all at once. */
type Sending = { readonly world: World; readonly settleEach: boolean }

/** Sends worlds under organizations of their own and waits until all of it has settled. The organizations of each. */
async function send(sendings: readonly Sending[]): Promise<string[][]> {
  const organizations = sendings.map(({ world }) => {
    worlds += 1
    return Array.from({ length: world.organizations }, (_, index) => `world-${worlds}-${index}`)
  })
  sent.push(...organizations.flat())
  const take = ({ organization, events }: Batch, index: number) =>
    store.take(organizations[index]?.[organization] ?? '', events)
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [index, { world, settleEach }] of sendings.entries()) {
      const size = settleEach ? Math.ceil(world.batches.length / turns) : world.batches.length
      for (const batch of world.batches.slice(turn * size, (turn + 1) * size)) await take(batch, index)
    }
    await store.settled()
  }
  return organizations
}

/** Sends worlds and reads the facts of each of their organizations. */
async function sendAndRead(sendings: readonly Sending[]): Promise<StoredFacts[][]> {
  const organizations = await send(sendings)
  const stored = await storedFacts(store.engine, organizations.flat())
  return organizations.map((ids) => ids.flatMap((id) => stored.get(id) ?? []))
}

/**
 * Checks a property of very many worlds, many at a time. One that fails is checked again alone, which says which it is
 * and, in the long run, makes it as small as it gets.
 */
async function checkMany<T>(
  numRuns: number,
  cases: fc.Arbitrary<T>,
  sendingsOf: (one: T) => readonly Sending[],
  check: (one: T, stored: readonly StoredFacts[][]) => void,
): Promise<void> {
  const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)
  const property = fc.asyncProperty(cases, async (one) => check(one, await sendAndRead(sendingsOf(one))))
  const all = fc.sample(property, { seed, numRuns })
  for (let start = 0; start < all.length; start += together) {
    const part = all.slice(start, start + together).map(([one]) => ({ one, sendings: sendingsOf(one) }))
    const stored = await sendAndRead(part.flatMap(({ sendings }) => sendings))
    for (const [index, { one, sendings }] of part.entries()) {
      try {
        check(one, stored.splice(0, sendings.length))
      } catch (error) {
        await fc.assert(property, { seed, path: String(start + index), numRuns, endOnFailure: !isLong })
        throw new Error(`It only fails beside other worlds (seed ${seed}).`, { cause: error })
      }
    }
  }
}

describe('the facts of random worlds', () => {
  it('are what the catalogue says, event by event and batch by batch', async () => {
    await checkMany(
      runs,
      fc.record({ world: anyWorld(), settleEach: fc.boolean() }),
      (one) => [one],
      ({ world }, [stored = []]) => {
        expect(stored).toEqual(stored.map((_, index) => expectedFacts(receivedBy(world, index))))
        expect(stored).toHaveLength(world.organizations)
      },
    )
  }, 600_000)

  it('do not change with the order of delivery, duplicates or batches', async () => {
    await checkMany(
      Math.ceil(runs / 2),
      anyWorld({ organizations: 1 }).chain((world) => fc.tuple(fc.constant(world), anyRedelivery(world))),
      ([world, again]) => [
        { world, settleEach: false },
        { world: again, settleEach: true },
      ],
      (_, [first, second]) => expect(second).toEqual(first),
    )
  }, 600_000)

  it('are the same after a rebuild, and after a restart', async () => {
    const read = () => storedFacts(store.engine, sent)
    const before = await read()
    await store.settler.rebuild()
    expect(await read()).toEqual(before)
    await store.restart()
    expect(await read()).toEqual(before)
  }, 120_000)
})

/** What the oracle finds, as {@link storedFacts} writes it. */
function expectedFacts(received: readonly RawEvent[]) {
  const { sessions, messages, replies, outcomes, surveys, ...others } = factsOf(received)
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
  const none = (value: string | null) => value ?? ''
  const isUnheard = (one: SessionFact) =>
    one.contact_messages > 0 && one.agent_messages === 0 && !one.has_connected_call
  return {
    ...expectedCommerce(others, sorted),
    ...expectedVisits(others, sorted),
    ...expectedDialogue(others, sorted),
    sessions: sorted(
      sessions.map((one) => [
        one.event_key,
        one.conversation_id,
        one.number,
        one.started_at,
        one.ended_at,
        one.closes_at,
        Math.round(one.duration_seconds * 1000),
        ...[one.channel, one.touchpoint, one.url, one.device, one.browser, one.os].map(none),
        ...[one.country, one.region, one.place].map(none),
        ...[one.inbox, one.team, one.agent, one.first_agent, one.bot].map(none),
        ...[one.category, one.initiator, one.auto_message, one.contact, one.visitor].map(none),
        one.contact_messages,
        one.agent_messages,
        one.bot_messages,
        ...[one.is_chat, one.is_two_way, one.has_video, isUnheard(one), one.is_skipped, one.has_bot].map(Number),
        none(one.end_reason),
        one.resolution_seconds,
        ...[one.is_abandoned, one.is_reopened].map(Number),
        ...[one.is_effective, one.is_lead, one.is_service].map(Number),
        one.chatpoints,
        one.points_v1,
        one.waiting_since,
      ]),
    ),
    messages: sorted(
      messages.map((one) => [
        one.conversation_id,
        one.time,
        one.author_kind,
        ...[one.agent, one.bot, one.channel, one.touchpoint, one.inbox, one.team].map(none),
        one.price === null ? '0' : amountText(BigInt(one.price.units), null),
        none(one.currency),
        one.waiting_seconds,
        Number(one.is_first_word),
      ]),
    ),
    replies: sorted(
      replies.map((one) => [
        one.conversation_id,
        one.time,
        one.by,
        one.seconds,
        one.first_response_seconds,
        one.first_response_after_handover_seconds,
        Number(one.is_offline),
        ...[one.channel, one.touchpoint, one.url, one.device, one.browser, one.os].map(none),
        ...[one.country, one.region, one.place].map(none),
        ...[one.inbox, one.team, one.agent, one.first_agent, one.bot].map(none),
        ...[one.category, one.initiator, one.auto_message].map(none),
      ]),
    ),
    outcomes: sorted(
      outcomes.map((one) => [
        one.conversation_id,
        one.time,
        one.session ?? 0,
        none(one.category),
        ...[one.is_effective, one.is_lead].map(Number),
        one.chatpoints,
        one.points_v1,
      ]),
    ),
    surveys: sorted(
      surveys.map((one) => [
        one.conversation_id,
        one.time,
        one.rating,
        one.scale,
        one.session ?? 0,
        ...[one.agent, one.team, one.channel, one.touchpoint].map(none),
      ]),
    ),
  }
}
