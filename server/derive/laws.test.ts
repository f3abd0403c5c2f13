import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import { anyRedelivery, anyWorld, receivedBy, type World } from '@parley/fixtures/worlds.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../clock.ts'
import { createIngest } from '../ingest/ingest.ts'
import { createRecent } from '../ingest/recent.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import type { Engine } from '../store/engine.ts'
import { openEngine } from '../store/open.ts'
import { storedFacts } from './laws.testing.ts'
import { type Settler, startSettler } from './settle.ts'

/** Worlds of the normal run; `npm run test:long` asks for thousands. */
const runs = Number(process.env.PARLEY_TEST_WORLDS ?? 40)
// Making a failing world smaller takes minutes: worth it only where one asked for the long run.
const isLong = runs > 1000

let directory: string
let engine: Engine
let journal: Journal
let settler: Settler
let worlds = 0

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-laws-'))
  engine = await openEngine(directory)
  journal = await openJournal({ directory: join(directory, 'journal') })
  await startSettling()
})

afterAll(async () => {
  await settler.stop()
  await journal.close()
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

async function startSettling(): Promise<void> {
  settler = await startSettler({
    engine,
    journal,
    clock: systemClock,
    keepRejected: async (records) => {
      expect(records).toEqual([])
    },
    onSettled: () => {},
    onError: (error) => {
      throw error
    },
  })
}

/** Sends a world under organizations of its own, batch by batch, and waits until all of it has settled. */
async function send(world: World, options: { settleEach: boolean }): Promise<string[]> {
  worlds += 1
  const organizations = Array.from({ length: world.organizations }, (_, index) => `world-${worlds}-${index}`)
  // No memory of what came before, so that every duplicate reaches the store.
  const ingest = createIngest({ journal, recent: createRecent(0), clock: systemClock })
  for (const { organization, events } of world.batches) {
    if (events.length === 0) continue
    const answer = await ingest.take({
      organizationId: organizations[organization] ?? '',
      contentType: 'application/cloudevents-batch+json',
      contentEncoding: undefined,
      headers: {},
      body: Buffer.from(JSON.stringify(events)),
    })
    expect(answer.rejected).toEqual([])
    if (options.settleEach) await settler.settled()
  }
  await settler.settled()
  return organizations
}

describe('the facts of random worlds', () => {
  it('are what the catalogue says, event by event and batch by batch', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld(), fc.boolean(), async (world, settleEach) => {
        const organizations = await send(world, { settleEach })
        for (const [index, organization] of organizations.entries())
          expect(await storedFacts(engine, organization)).toEqual(expectedFacts(receivedBy(world, index)))
      }),
      { numRuns: runs, endOnFailure: !isLong },
    )
  }, 600_000)

  it('do not change with the order of delivery, duplicates or batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorld({ organizations: 1 }).chain((world) => fc.tuple(fc.constant(world), anyRedelivery(world))),
        async ([world, again]) => {
          const [first] = await send(world, { settleEach: false })
          const [second] = await send(again, { settleEach: true })
          expect(await storedFacts(engine, second ?? '')).toEqual(await storedFacts(engine, first ?? ''))
        },
      ),
      { numRuns: Math.ceil(runs / 2), endOnFailure: !isLong },
    )
  }, 600_000)

  it('are the same after a rebuild, and after a restart', async () => {
    const organizations = Array.from({ length: worlds }, (_, index) => `world-${index + 1}-0`)
    const before = await Promise.all(organizations.map((organization) => storedFacts(engine, organization)))
    await settler.rebuild()
    expect(await Promise.all(organizations.map((organization) => storedFacts(engine, organization)))).toEqual(before)
    await settler.stop()
    await startSettling()
    expect(await Promise.all(organizations.map((organization) => storedFacts(engine, organization)))).toEqual(before)
  }, 120_000)
})

function expectedFacts(received: Parameters<typeof factsOf>[0]) {
  const { sessions, messages, replies, outcomes, surveys } = factsOf(received)
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
  const none = (value: string | null) => value ?? ''
  return {
    sessions: sorted(
      sessions.map((one) => [
        one.conversation_id,
        one.number,
        one.started_at,
        one.ended_at,
        one.closes_at,
        Math.round(one.duration_seconds * 1000),
        ...[
          one.channel,
          one.touchpoint,
          one.url,
          one.inbox,
          one.team,
          one.agent,
          one.first_agent,
          one.bot,
          one.category,
          one.initiator,
          one.contact,
        ].map(none),
        one.contact_messages,
        one.agent_messages,
        one.bot_messages,
        ...[
          one.is_chat,
          one.is_two_way,
          one.has_video,
          one.contact_messages > 0 && one.agent_messages === 0 && !one.has_connected_call,
          one.is_skipped,
          one.has_bot,
          one.is_effective,
          one.is_lead,
          one.is_service,
        ].map(Number),
        one.chatpoints,
        one.points_v1,
      ]),
    ),
    messages: sorted(
      messages.map((one) => [
        one.conversation_id,
        one.time,
        one.author_kind,
        ...[one.agent, one.bot, one.channel, one.touchpoint, one.inbox, one.team].map(none),
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
        ...[one.channel, one.touchpoint, one.url, one.agent, one.first_agent, one.bot, one.category, one.initiator].map(
          none,
        ),
      ]),
    ),
    outcomes: sorted(
      outcomes.map((one) => [
        one.conversation_id,
        one.time,
        one.session ?? 0,
        none(one.category),
        Number(one.is_effective),
        Number(one.is_lead),
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
        none(one.agent),
        none(one.team),
        none(one.channel),
        none(one.touchpoint),
      ]),
    ),
  }
}
