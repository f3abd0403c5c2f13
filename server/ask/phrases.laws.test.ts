import { isCountedFrom } from '@parley/core/declare/metric.ts'
import { hourMs } from '@parley/core/time/granularity.ts'
import { factsTogether } from '@parley/fixtures/oracle/answer.ts'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import type { Facts, MessageFact } from '@parley/fixtures/oracle/facts.ts'
import { type Filter, rowsOf, valuesOf } from '@parley/fixtures/oracle/metrics.ts'
import { popularPhrases } from '@parley/fixtures/oracle/phrases.ts'
import { anyWorld, receivedBy, type World } from '@parley/fixtures/worlds.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askPhrases, mostSaidSql } from './phrases.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)
const worlds = Math.ceil(Number(process.env.PARLEY_TEST_WORLDS ?? 120) / 5)

type Place = { readonly world: World; readonly organizations: readonly string[]; readonly facts: Facts }

let house: TestHouse
let places: Place[]

beforeAll(async () => {
  house = await openTestHouse()
  // The first samples are small on purpose, and say little.
  const sampled = fc.sample(anyWorld({ conversations: 6, events: 40 }), { seed, numRuns: worlds * 2 }).slice(-worlds)
  places = sampled.map((world, index) => {
    const organizations = Array.from({ length: world.organizations }, (_, number) => `world-${index}-${number}`)
    const facts = organizations.map((organization, number) => ({
      organization,
      facts: factsOf(receivedBy(world, number)),
    }))
    return { world, organizations, facts: factsTogether(facts) }
  })
  for (const { world, organizations } of places)
    for (const { organization, events } of world.batches) await house.take(organizations[organization] ?? '', events)
  await house.settled()
}, 120_000)

afterAll(() => house.close())

const author = { contact: 'contact', bot: 'bot', agent: 'agent' } as const
// Who wrote is asked apart, and levels and tracked URLs are no matter of phrases.
const dimensions = [...catalogue.dimensions.values()].filter(
  ({ id, columns, found }) =>
    isCountedFrom({ fact: 'messages', measure: { kind: 'count' } } as never, columns) &&
    found === undefined &&
    id !== 'author_kind',
)

it('popular phrases of random worlds are those that reading every message finds, with their share', async () => {
  let most = 0
  const property = fc.asyncProperty(
    fc.record({
      place: fc.nat(),
      author_kind: fc.constantFrom(author.contact, author.contact, author.bot, author.agent),
      together: fc.boolean(),
      event: fc.nat(),
      hours: fc.constantFrom(1, 24, 24 * 40, 24 * 400),
      dimension: fc.option(fc.constantFrom(...dimensions)),
      op: fc.constantFrom('in', 'not_in', 'exists', 'not_exists'),
      pick: fc.nat(),
      limit: fc.constantFrom(3, 200),
    }),
    async ({ place, author_kind, together, event, hours, dimension, op, pick, limit }) => {
      const { world, organizations, facts } = places[place % places.length] as Place
      const sees = together ? organizations : organizations.slice(0, 1)
      const times = facts.messages.map(({ time }) => time)
      const from = (times[event % Math.max(1, times.length)] ?? world.now) - (hours > 1000 ? 300 * 24 * hourMs : 0)
      const range = { from, to: from + hours * hourMs }
      const values = dimension
        ? facts.messages.flatMap((row) => valuesOf(row, dimension.id)).filter((value) => value !== null)
        : []
      const filters: Filter[] = !dimension
        ? []
        : op === 'in' || op === 'not_in'
          ? [{ dimension: dimension.id, op, values: [values[pick % Math.max(1, values.length)] ?? null] }]
          : [{ dimension: dimension.id, op: op as 'exists' }]
      const found = await askPhrases(
        house.at(world.now, { sees: () => sees }),
        { organizationId: organizations[0] ?? '' },
        {
          author_kind,
          range: { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
          filters: filters.map(({ values, ...filter }) => ({ ...filter, ...(values && { values: [...values] }) })),
          limit,
        },
      )
      const written = rowsOf(facts, 'messages', {
        ...range,
        now: world.now,
        filters: [
          { dimension: 'organization', op: 'in', values: sees },
          { dimension: 'author_kind', op: 'in', values: [author_kind] },
          ...filters,
        ],
      }) as MessageFact[]
      const expected = popularPhrases(written.map(({ text }) => text))
      most = Math.max(most, ...expected.map(({ count }) => count))
      expect(found.phrases).toEqual(expected.slice(0, limit))
      expect(found.total).toBe(expected.reduce((sum, { count }) => sum + count, 0))
      expect(found.is_cut).toBe(false)
    },
  )
  await fc.assert(property, { numRuns: worlds * 6, seed })
  // Something was said more than once.
  expect(most).toBeGreaterThan(2)
}, 300_000)

/** Few, so that they come again, in all lists, the first and the last possible among them; 0 is that of no words. */
const anyHash = fc.constantFrom(0n, 1n, 2n, ...[1n, 5n, 6n, 10n, 15n].map((start) => start << 60n), 2n ** 64n - 1n)

it('what was said most is what counting finds, however much of it is wanted', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyHash, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), async (hashes, most) => {
      const counts = new Map<bigint, number>()
      const worded = hashes.filter((hash) => hash !== 0n)
      for (const hash of worded) counts.set(hash, (counts.get(hash) ?? 0) + 1)
      const written = `FROM (SELECT arrayJoin(CAST([${hashes.join(', ')}], 'Array(UInt64)')) AS words_hash)`
      const said = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, most)
      expect(await house.engine.query(mostSaidSql(written, most))).toEqual([
        [said.map(([hash]) => String(hash)), said.map(([, times]) => times), worded.length, counts.size],
      ])
    }),
    { seed, numRuns: 150 },
  ))
