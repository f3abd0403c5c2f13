import { type Dimension, hasSeveralValues } from '@parley/core/declare/dimension.ts'
import { isCountedFrom, type Metric } from '@parley/core/declare/metric.ts'
import type { FilterRequest, QueryRequest, RecordsRequest } from '@parley/core/query/request.ts'
import { listBuckets } from '@parley/core/time/buckets.ts'
import { cycleOccurrences } from '@parley/core/time/cycles.ts'
import { cyclicGranularities, granularities } from '@parley/core/time/granularity.ts'
import { anyZone } from '@parley/core/time/testing-zones.ts'
import { factsTogether } from '@parley/fixtures/oracle/answer.ts'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import { decided } from '@parley/fixtures/oracle/decisions.ts'
import { valuesOf } from '@parley/fixtures/oracle/metrics.ts'
import { firstDeliveries } from '@parley/fixtures/oracle/order.ts'
import { mean, quantile } from '@parley/fixtures/oracle/quantile.ts'
import { anyChoices, type Choices, decisionsOf } from '@parley/fixtures/worlds/choices.ts'
import { anyWorld, receivedBy, type World } from '@parley/fixtures/worlds.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryAnswer } from './answer.ts'
import { ask } from './ask.ts'
import { askConversation } from './conversation.ts'
import { answerCsv } from './csv.ts'
import { askRecords, type RecordsAnswer } from './records.ts'
import { openTestHouse, type TestHouse } from './testing.ts'
import { askValues } from './values.ts'

const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)

/** A world of two organizations that were sent, and a parent that sees both. */
type Place = {
  readonly world: World
  readonly organizations: readonly string[]
  readonly parent: string
  /** What each organization has set and described. */
  readonly choices: readonly Choices[]
}

let house: TestHouse
let places: Place[]

beforeAll(async () => {
  house = await openTestHouse()
  places = fc.sample(anyWorld({ conversations: 4 }), { seed, numRuns: 12 }).map((world, index) => ({
    world,
    organizations: Array.from({ length: world.organizations }, (_, number) => `world-${index}-${number}`),
    parent: `world-${index}`,
    choices: fc.sample(anyChoices, { seed: seed + index, numRuns: world.organizations }),
  }))
  for (const { world, organizations } of places)
    for (const { organization, events } of world.batches) await house.take(organizations[organization] ?? '', events)
  for (const { organizations, choices } of places)
    for (const [number, chosen] of choices.entries()) {
      house.decide(organizations[number] ?? '', chosen)
      await house.take(organizations[number] ?? '', chosen.described)
    }
  await house.settled()
}, 60_000)

afterAll(() => house.close())

const always = { from: '2025-10-01', to: '2026-06-01' }
const changingNight = { from: '2025-10-25T22:07', to: '2025-10-27T03:00' }
const changingMonth = { from: '2026-03-25T22:07', to: '2026-04-09T03:00' }
const metrics = [...catalogue.metrics.values()]
// What is set for each month has no rows behind it.
// Behind a ratio are the rows of its numerator alone.
const counted = metrics.filter(
  ({ measure, unit }) => measure.kind !== 'monthly' && measure.kind !== 'ratio' && unit !== 'money',
)
// Money adds up within a currency: `commerce.test.ts` does so.
const additive = metrics.filter((metric) => metric.additive && metric.unit !== 'money')
const dimensions = [...catalogue.dimensions.values()]

/** Fact by fact: a question that joins facts costs the engine several times as much. */
function factSets(some: readonly Metric[]): string[][] {
  return [...Map.groupBy(some, ({ fact }) => fact).values()].map((set) => set.slice(0, 30).map(({ id }) => id))
}

function servicesOf({ world, organizations, parent }: Place) {
  return house.at(world.now, { sees: (id) => (id === parent ? organizations : [id]) })
}

function askAll(place: Place, request: Omit<QueryRequest, 'range'> & Partial<QueryRequest>): Promise<QueryAnswer> {
  return ask(servicesOf(place), { organizationId: place.parent }, { range: always, ...request })
}

function records(
  place: Place,
  request: Omit<RecordsRequest, 'range'>,
  organizationId = place.parent,
): Promise<RecordsAnswer> {
  return askRecords(servicesOf(place), { organizationId }, { range: always, ...request })
}

const anyFilters = fc.constantFrom<FilterRequest[]>([], [{ dimension: 'channel', op: 'in', values: ['web', null] }])

async function inEveryPlace<T>(
  cases: fc.Arbitrary<T>,
  numRuns: number,
  law: (place: Place, one: T) => Promise<void>,
): Promise<void> {
  const anyPlace = fc.nat().map((index) => places[index % places.length] as Place)
  await fc.assert(fc.asyncProperty(anyPlace, cases, law), { numRuns, seed })
}

function column(answer: QueryAnswer, id: string): (number | null)[] {
  const index = answer.columns.findIndex((one) => one.id === id)
  return answer.rows.map((row) => row[index] as number | null)
}

/** To the millionth: seconds are whole milliseconds, which binary fractions only come near to. */
function sum(values: readonly (number | null)[]): number {
  return Math.round(values.reduce<number>((total, value) => total + (value ?? 0), 0) * 1e6) / 1e6
}

/** What has several values counts in each. */
const hasOneValue = (dimension: Dimension, fact: string) =>
  fact in dimension.columns && !hasSeveralValues(dimension, fact)

describe('metrics that add up', () => {
  const splits = dimensions.filter((dimension) => additive.some(({ fact }) => hasOneValue(dimension, fact)))
  it.each(splits.map((dimension) => [dimension.id, dimension] as const))('do so over %s', (id, dimension) => {
    const possible = factSets(additive.filter(({ fact }) => hasOneValue(dimension, fact)))
    return inEveryPlace(fc.constantFrom(null, 'month'), 3, async (place, granularity) => {
      for (const set of possible) {
        const total = await askAll(place, { metrics: set })
        const split = await askAll(place, { metrics: set, dimensions: [id], granularity })
        for (const metric of set) expect(sum(column(split, metric)), metric).toBe(total.totals[metric])
      }
    })
  })

  it.each([...granularities, ...cyclicGranularities])('do so over the buckets by %s', (granularity) => {
    const range = granularity === 'minute' ? changingNight : granularity === 'quarter_hour' ? changingMonth : always
    return inEveryPlace(anyZone, 3, async (place, time_zone) => {
      for (const set of factSets(additive)) {
        const total = await askAll(place, { metrics: set, time_zone, range })
        const series = await askAll(place, { metrics: set, time_zone, range, granularity })
        for (const metric of set) expect(sum(column(series, metric)), metric).toBe(total.totals[metric])
      }
    })
  })
})

describe('an answer', () => {
  it.each(granularities)('by %s has every bucket of its range once, the empty ones too', (granularity) =>
    inEveryPlace(anyZone, 3, async (place, time_zone) => {
      const range = granularity === 'minute' ? changingNight : granularity === 'quarter_hour' ? changingMonth : always
      const answer = await askAll(place, {
        metrics: ['chats', 'messages', 'avg_response_time'],
        time_zone,
        range,
        granularity,
      })
      const asked = { from: Date.parse(answer.range.from), to: Date.parse(answer.range.to) }
      expect(answer.rows.map(([time]) => time)).toEqual(
        listBuckets(asked, granularity, time_zone).map(({ label }) => label),
      )
    }),
  )

  it('has the same totals however it is cut', () =>
    inEveryPlace(
      fc.tuple(
        fc.shuffledSubarray(metrics, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...granularities.slice(2), ...cyclicGranularities),
      ),
      12,
      async (place, [some, granularity]) => {
        const request = { metrics: some.map(({ id }) => id) }
        const card = await askAll(place, request)
        expect(Object.values(card.totals)).toEqual(card.rows[0])
        const canBeCut = (...dimensions: string[]) =>
          some.every((metric) => dimensions.every((id) => isCountedFrom(metric, columnsOf(id))))
        for (const cut of [
          { granularity },
          ...(canBeCut('channel') ? [{ dimensions: ['channel'] }] : []),
          ...(canBeCut('agent') ? [{ granularity, dimensions: ['organization', 'agent'], limit: 1 }] : []),
        ])
          expect((await askAll(place, { ...request, ...cut })).totals).toEqual(card.totals)
      },
    ))

  it.each(cyclicGranularities)('with a mean by %s is the sum divided by how often the time came', (granularity) =>
    inEveryPlace(anyZone, 5, async (place, time_zone) => {
      const request = { metrics: additive.map(({ id }) => id), time_zone, granularity }
      const sums = await askAll(place, request)
      const means = await askAll(place, { ...request, cycle: 'mean' })
      const past = { from: Date.parse(sums.range.from), to: Math.min(Date.parse(sums.range.to), place.world.now) }
      const times = [...cycleOccurrences(past, granularity, time_zone).values()]
      for (const metric of request.metrics) {
        const multiplied = column(means, metric).map((value, index) => (value ?? 0) * (times[index] ?? 0))
        for (const [index, value] of column(sums, metric).entries())
          expectAsClose(multiplied[index] ?? null, value ?? 0)
      }
      expect(means.totals).toEqual(sums.totals)
    }),
  )

  it('as CSV has the same rows', () =>
    inEveryPlace(fc.constantFrom(null, 'day', 'hour_of_week'), 8, async (place, granularity) => {
      const ids = [
        'chatpoints',
        'points_v1',
        'chats',
        'avg_response_time',
        'bot_handled_share',
        'median_session_duration',
      ]
      for (const split of [[], ['channel', 'agent']]) {
        const answer = await askAll(place, { metrics: ids, granularity, dimensions: split })
        const [head, ...rows] = parse(answerCsv(answer)) as string[][]
        expect(head).toEqual(answer.columns.map(({ id }) => id))
        const isMetric = answer.columns.map(({ role }) => role === 'metric')
        const read = rows.map((row) =>
          row.map((cell, index) => (cell === '' ? null : isMetric[index] ? Number(cell) : cell)),
        )
        expect(read).toEqual(
          answer.rows.map((row) =>
            row.map((cell, index) =>
              Array.isArray(cell) ? cell.join(' ') : isMetric[index] || cell === null ? cell : String(cell),
            ),
          ),
        )
      }
    }))
})

function columnsOf(dimension: string): Readonly<Record<string, string>> {
  return catalogue.dimensions.get(dimension)?.columns ?? {}
}

/** The metric, worked out from the rows behind it. */
function recount(
  { measure, fact }: Metric,
  { columns, rows }: RecordsAnswer,
  range: QueryAnswer['range'],
  now: number,
): number | null {
  if (measure.kind === 'time') {
    const until = columns.findIndex(({ id }) => id === catalogue.facts.get(fact)?.lastsUntil)
    const inside = rows.map((row) => {
      const end = Math.min(row[until] === null ? now : Date.parse(String(row[until])), Date.parse(range.to))
      return Math.max(0, end - Math.max(Date.parse(String(row[0])), Date.parse(range.from)))
    })
    return sum(inside) / 1000
  }
  const valuesOf = (column: string) => {
    const index = columns.findIndex(({ id }) => id === column)
    return rows.map((row) => row[index] as number)
  }
  if (measure.kind === 'sum') return sum(measure.of.split(' + ').flatMap(valuesOf))
  const values = 'of' in measure ? valuesOf(measure.of) : []
  if (measure.kind === 'count' || measure.kind === 'share') return rows.length
  if (measure.kind === 'per_second') {
    const seconds = Map.groupBy(rows, ([time]) => String(time).slice(0, 19)).values()
    const calls = [...seconds].map((inOne) => inOne.length)
    return measure.statistic === 'peak' ? Math.max(0, ...calls) : mean(calls)
  }
  if (measure.kind === 'unique') return new Set(values).size
  if (measure.kind === 'average') return mean(values)
  if (measure.kind === 'longest_since')
    return quantile(
      values.map((value) => Math.max(0, now - Date.parse(String(value))) / 1000),
      1,
    )
  if (measure.kind === 'maximum') return quantile(values, 1)
  if (measure.kind === 'quantile') return quantile(values, measure.level)
  return mean(values.map((value) => (value >= 9 ? 100 : value <= 6 ? -100 : 0)))
}

describe('the records behind a number', () => {
  it.each(counted.map((metric) => [metric.id, metric] as const))('%s give that number', (id, metric) =>
    inEveryPlace(anyFilters, 3, async (place, asked) => {
      const filters = asked.filter(({ dimension }) => isCountedFrom(metric, columnsOf(dimension)))
      const [answer, rows] = await Promise.all([
        askAll(place, { metrics: [id], filters }),
        records(place, { metric: id, filters, limit: 1000 }),
      ])
      const expected = answer.totals[id]
      // The same id in two organizations is two people.
      const alone = metric.measure.kind === 'unique' ? place.organizations : [place.parent]
      const each = await Promise.all(alone.map((own) => records(place, { metric: id, filters, limit: 1000 }, own)))
      const parts = each.map((part) => recount(metric, part, answer.range, place.world.now))
      const counted = parts.length === 1 ? (parts[0] ?? null) : sum(parts)
      expect(rows.rows).toHaveLength(rows.total)
      if (metric.measure.kind === 'share') expect(Number.isInteger(rows.total)).toBe(true)
      else if (expected === null || expected === undefined) expect(counted).toBe(expected)
      else expectAsClose(counted, Number(expected))
    }),
  )

  it('come page by page, each once, the latest first, whatever the size of a page', () =>
    inEveryPlace(
      fc.tuple(
        fc.constantFrom('chats', 'messages', 'avg_response_time', 'survey_answers'),
        fc.integer({ min: 1, max: 9 }),
      ),
      20,
      async (place, [metric, limit]) => {
        const whole = await records(place, { metric, limit: 1000 })
        const paged: RecordsAnswer['rows'] = []
        for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages += 1) {
          const page: RecordsAnswer = await records(place, { metric, limit, cursor })
          expect(page.total).toBe(whole.total)
          expect(page.rows.length).toBeLessThanOrEqual(limit)
          paged.push(...page.rows)
          cursor = page.cursor
        }
        expect(paged).toEqual(whole.rows)
        expect(paged).toHaveLength(whole.total)
        const times = paged.map(([time]) => String(time))
        expect(times).toEqual([...times].sort().reverse())
      },
    ))

  it('of a message have its text, of each organization its own', () =>
    inEveryPlace(fc.constant(null), 12, async (place) => {
      const { rows, columns } = await records(place, { metric: 'messages', limit: 1000 })
      const textAt = columns.findIndex(({ id }) => id === 'text')
      const found = rows.map((row) => [row[0], row[1], textAt < 0 ? null : row[textAt]])
      const said = place.organizations.flatMap((_, number) => {
        const received = receivedBy(place.world, number)
        const { messages } = factsOf(received)
        return messages.map(({ time, conversation_id, source, id }) => {
          const event = firstDeliveries(received).find((one) => one.source === source && one.id === id)
          return [new Date(time).toISOString(), conversation_id, (event?.data.text as string) || null]
        })
      })
      const inAnyOrder = (list: unknown[]) => list.map((one) => JSON.stringify(one)).sort()
      expect(inAnyOrder(found)).toEqual(inAnyOrder(said))
    }))

  it.each(['', 'x', '12', '1.2', '1.2.', '-1.5.a', '9999999999999999.1.a', "1.1.a' OR 1 = 1", '1.1.a b'])(
    'are refused for the cursor %j unless it is ours',
    async (cursor) => {
      const [place] = places
      const asked = records(place as Place, { metric: 'chats', cursor })
      // An empty one is none.
      if (cursor === '') await expect(asked).resolves.toMatchObject({ rows: expect.any(Array) })
      else await expect(asked).rejects.toMatchObject({ code: 'invalid_cursor', status: 400 })
    },
  )
})

describe('a conversation', () => {
  it('shows each event once, in order, and the sessions that the oracle finds', async () => {
    for (const place of places)
      for (const [number, organizationId] of place.organizations.entries()) {
        const received = receivedBy(place.world, number)
        const events = firstDeliveries(received)
        const { sessions } = factsOf(received)
        const ids = events.flatMap(({ data }) =>
          data.conversation_id === undefined ? [] : String(data.conversation_id),
        )
        for (const id of new Set(ids)) {
          const shown = await askConversation(servicesOf(place), { organizationId }, id)
          const own = events.filter(({ data }) => data.conversation_id === id)
          const times = own.map(({ time }) => new Date(time).toISOString()).sort()
          expect(shown.timeline.map(({ time }) => time)).toEqual(times)
          expect(shown.timeline.map(({ type }) => type).sort()).toEqual(own.map(({ type }) => type).sort())
          expect(shown.is_cut).toBe(false)
          expect(shown.sessions).toEqual(
            sessions
              .filter(({ conversation_id }) => conversation_id === id)
              .map((one) => ({
                number: one.number,
                started_at: new Date(one.started_at).toISOString(),
                ended_at: new Date(one.ended_at).toISOString(),
                agent: one.agent === null ? null : { kind: 'agent', id: one.agent, name: null },
                is_two_way: one.is_two_way,
                is_missed:
                  one.contact_messages > 0 &&
                  one.agent_messages === 0 &&
                  !one.has_connected_call &&
                  one.closes_at <= place.world.now,
                is_effective: one.is_effective,
                is_lead: one.is_lead,
                is_bot_chat: one.has_bot,
              })),
          )
        }
      }
  })

  it('of two organizations with the same id is never mixed: a parent sees one of them', async () => {
    for (const place of places.filter(({ organizations }) => organizations.length > 1)) {
      const seen = await askConversation(servicesOf(place), { organizationId: place.parent }, 'c1')
      const each = await Promise.all(
        place.organizations.map((organizationId) =>
          askConversation(servicesOf(place), { organizationId }, 'c1').catch(() => null),
        ),
      )
      expect(each).toContainEqual(seen)
    }
  })
})

describe('the values of a dimension', () => {
  it.each(dimensions.map(({ id, columns }) => [id, Object.keys(columns)[0] ?? ''] as const))(
    '%s are those that occurred, with how often',
    async (id, fact) => {
      for (const place of places) {
        const found = await askValues(servicesOf(place), { organizationId: place.parent }, id, '', 500)
        const facts = factsTogether(
          place.organizations.map((organization, number) => ({
            organization,
            facts: decided(factsOf(receivedBy(place.world, number)), decisionsOf(place.choices[number] as Choices)),
          })),
        )
        const counts = new Map<unknown, number>()
        for (const row of facts[fact as 'sessions']) {
          for (const value of valuesOf(row, id)) counts.set(value, (counts.get(value) ?? 0) + 1)
        }
        expect(new Map(found.map(({ value, count }) => [value, count]))).toEqual(counts)
        const ordered = found.map(({ count }) => count)
        expect(ordered).toEqual([...ordered].sort((one, other) => other - one))
      }
    },
  )
})

/** The same but for the last of the digits that a number has: added up in another order they may differ. */
function expectAsClose(found: number | null, expected: number): void {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)))
}
