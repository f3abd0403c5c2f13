import type { Dimension } from '@parley/core/declare/dimension.ts'
import { isCountedFrom } from '@parley/core/declare/metric.ts'
import { microUnits } from '@parley/core/money/amount.ts'
import { type FilterRequest, type QueryRequest, queryLimits } from '@parley/core/query/request.ts'
import { comparedRange, comparisons } from '@parley/core/time/compare.ts'
import {
  type CyclicGranularity,
  cyclicGranularities,
  dayMs,
  type Granularity,
  granularities,
  hourMs,
  type TimeRange,
} from '@parley/core/time/granularity.ts'
import { anyZone } from '@parley/core/time/testing-zones.ts'
import {
  answerRows,
  answerTotals,
  factsTogether,
  type OracleQuery,
  type OracleRow,
} from '@parley/fixtures/oracle/answer.ts'
import { factsOf } from '@parley/fixtures/oracle/conversation.ts'
import { decided } from '@parley/fixtures/oracle/decisions.ts'
import type { Facts } from '@parley/fixtures/oracle/facts.ts'
import { factOf, isAdditive, metricIds, ofNothing, valuesOf } from '@parley/fixtures/oracle/metrics.ts'
import { anyChoices, type Choices, decisionsOf } from '@parley/fixtures/worlds/choices.ts'
import { anyWorld, receivedBy, type World } from '@parley/fixtures/worlds.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnswerPart, Cell } from './answer.ts'
import { ask } from './ask.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** How much is asked of random worlds; `PARLEY_TEST_WORLDS=1000` asks for a long run. */
const scale = Math.ceil(Number(process.env.PARLEY_TEST_WORLDS ?? 100) / 100)
const seed = Number(process.env.PARLEY_TEST_SEED ?? Date.now() % 2 ** 31)

/** A world that was sent, and what the oracle finds in it. */
type Place = {
  readonly world: World
  readonly organizations: readonly string[]
  readonly times: readonly number[]
  readonly facts: Facts
}

let house: TestHouse
let places: Place[]

beforeAll(async () => {
  house = await openTestHouse()
  // The first samples are small on purpose, and what is small is seldom wrong.
  const worlds = fc.sample(anyWorld({ conversations: 4 }), { seed, numRuns: 72 * scale }).slice(-24 * scale)
  const choices = fc.sample(anyChoices, { seed, numRuns: 8 * worlds.length })
  const choicesOf = (index: number, number: number) => choices[(index * 3 + number * 5) % choices.length] as Choices
  places = worlds.map((world, index) => {
    const organizations = Array.from({ length: world.organizations }, (_, number) => `world-${index}-${number}`)
    const facts = organizations.map((organization, number) => ({
      organization,
      facts: decided(factsOf(receivedBy(world, number)), decisionsOf(choicesOf(index, number))),
    }))
    const events = world.batches.flatMap((batch) => batch.events)
    return { world, organizations, times: events.map(({ time }) => Date.parse(time)), facts: factsTogether(facts) }
  })
  for (const { world, organizations } of places)
    for (const { organization, events } of world.batches) await house.take(organizations[organization] ?? '', events)
  for (const [index, { organizations }] of places.entries())
    for (const [number, organization] of organizations.entries()) {
      const chosen = choicesOf(index, number)
      house.decide(organization, chosen)
      await house.take(organization, chosen.described)
    }
  await house.settled()
}, 60_000)

afterAll(() => house.close())

type AnyGranularity = Granularity | CyclicGranularity | null

/** As long as the rows stay few enough to compare quickly. */
const longestMs: Partial<Record<Granularity | CyclicGranularity, number>> = {
  minute: 9 * hourMs,
  quarter_hour: 4 * dayMs,
  hour: 20 * dayMs,
}

/** Where, when, of whom something is asked: ranges begin and end anywhere, often exactly at an event. */
const anySetting = fc.record({
  place: fc.nat(),
  together: fc.boolean(),
  event: fc.nat(),
  before: fc.constantFrom(0, 1, -1, 30 * 60_000, 7 * hourMs + 13 * 60_000, 3 * dayMs, 30 * dayMs),
  // Wide ones most: they hold something to be wrong about.
  length: fc.oneof(fc.constantFrom(0, 0.5, 1, 1, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  zone: anyZone,
  rotate: fc.nat(),
})
type Setting = typeof anySetting extends fc.Arbitrary<infer T> ? T : never

type Question = {
  readonly metrics: readonly string[]
  readonly granularity?: AnyGranularity
  readonly dimensions?: readonly string[]
  readonly filters?: readonly FilterRequest[]
  readonly compare?: (typeof comparisons)[number]
  readonly cycle?: 'sum' | 'mean'
}

function placeOf(setting: Setting): Place {
  const place = places[setting.place % places.length]
  if (!place) throw new Error('There are no worlds.')
  return place
}

function rangeOf(setting: Setting, granularity: AnyGranularity): TimeRange {
  const { times } = placeOf(setting)
  const from = (times[setting.event % times.length] ?? 0) - setting.before
  const longest = (granularity && longestMs[granularity]) ?? 200 * dayMs
  return { from, to: from + 1 + Math.floor(setting.length * longest) }
}

/** Metrics fact by fact, as a question that joins facts costs the engine several times as much. */
function factSets(ids: readonly string[]): string[][] {
  const sets = Map.groupBy(ids, (id) => catalogue.metrics.get(id)?.fact)
  return [...sets.values()]
    .flatMap((set) => [set.slice(0, queryLimits.metrics), set.slice(queryLimits.metrics)])
    .filter((set) => set.length > 0)
}

function requestOf(
  setting: Setting,
  question: Question,
): { request: QueryRequest; organization: string; sees: readonly string[] } {
  const { organizations } = placeOf(setting)
  const range = rangeOf(setting, question.granularity ?? null)
  const organization = organizations[setting.rotate % organizations.length] ?? ''
  return {
    organization,
    sees: setting.together ? organizations : [organization],
    request: {
      metrics: [...question.metrics],
      range: { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
      time_zone: setting.zone,
      granularity: question.granularity ?? null,
      dimensions: [...(question.dimensions ?? [])],
      filters: [...(question.filters ?? [])],
      ...(question.compare && { compare: question.compare }),
      ...(question.cycle && { cycle: question.cycle }),
    },
  }
}

async function answerOf(setting: Setting, question: Question, more: Partial<QueryRequest> = {}) {
  const { request, organization, sees } = requestOf(setting, question)
  const services = house.at(placeOf(setting).world.now, { sees: () => sees })
  return ask(services, { organizationId: organization }, { ...request, ...more })
}

/** Asks the house and the oracle the same and compares everything in the answer. */
async function check(setting: Setting, question: Question): Promise<void> {
  const { request, sees } = requestOf(setting, question)
  const answer = await answerOf(setting, question)
  const { world, facts } = placeOf(setting)
  const range = rangeOf(setting, question.granularity ?? null)
  const query: OracleQuery = {
    metrics: question.metrics,
    range,
    timeZone: setting.zone,
    granularity: question.granularity ?? null,
    dimensions: question.dimensions ?? [],
    filters: [
      { dimension: 'organization', op: 'in', values: sees },
      ...(question.filters ?? []).map(({ values, ...filter }) => ({
        ...filter,
        values: values?.map((value) => (value === '' ? null : value)) ?? [],
      })),
    ],
    cycle: question.cycle ?? 'sum',
    now: world.now,
  }
  const compared = question.compare && comparedRange(range, question.compare, setting.zone)
  const differences = differencesOf({ ...query, ...(compared && { beside: compared }) }, facts, answer)
  if (compared) {
    if (!answer.comparison) throw new Error('The comparison is missing.')
    expect(answer.comparison.kind).toBe(question.compare)
    differences.push(
      ...differencesOf({ ...query, range: compared, beside: range }, facts, answer.comparison).map(
        (text) => `compared: ${text}`,
      ),
    )
  }
  if (differences.length > 0)
    throw new Error(
      `${differences.slice(0, 12).join('\n')}\nseed ${seed}, ${JSON.stringify({ sees, now: world.now, request })}`,
    )
}

function differencesOf(query: OracleQuery, facts: Facts, part: AnswerPart): string[] {
  const differences: string[] = []
  const compare = (where: string, metric: string, found: Cell | undefined, expected: unknown) => {
    if (!isSame(found, expected)) differences.push(`${where} ${metric}: found ${found}, expected ${expected}`)
  }
  const totals = answerTotals(facts, query)
  for (const metric of query.metrics) compare('total', metric, part.totals[metric], totals[metric])
  const width = (query.granularity === null ? 0 : 1) + query.dimensions.length
  const found = byPlace(part.rows, width)
  const expected = byPlace(answerRows(facts, query), width)
  for (const key of new Set([...found.keys(), ...expected.keys()])) {
    const [row, oracle] = [found.get(key), expected.get(key)]
    if (!row || !oracle) differences.push(row ? `${key} should not be there` : `${key} is missing`)
    else
      for (const [index, metric] of query.metrics.entries())
        compare(key, metric, row[width + index] as Cell, oracle[width + index])
  }
  expect(part.range).toEqual({
    from: new Date(query.range.from).toISOString(),
    to: new Date(query.range.to).toISOString(),
  })
  return differences
}

/** Rows by time and dimensions; an hour that comes twice comes with a number. */
function byPlace(rows: readonly OracleRow[], width: number): Map<string, OracleRow> {
  const map = new Map<string, OracleRow>()
  for (const row of rows) {
    const name = JSON.stringify(row.slice(0, width))
    let key = name
    for (let again = 2; map.has(key); again += 1) key = `${name} (${again})`
    map.set(key, row)
  }
  return map
}

function isSame(found: unknown, expected: unknown): boolean {
  if (typeof found !== 'number' || typeof expected !== 'number') return found === expected
  return Math.abs(found - expected) <= 1e-9 * Math.max(Math.abs(found), Math.abs(expected))
}

async function checkMany<T>(
  numRuns: number,
  cases: fc.Arbitrary<T>,
  test: (setting: Setting, one: T) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(anySetting, cases, test), { numRuns: numRuns * scale, seed })
}

const metrics = [...catalogue.metrics.values()]
const all = metrics.map(({ id }) => id)
const dimensions = [...catalogue.dimensions.values()]
const anyGranularity = fc.constantFrom<AnyGranularity>(
  null,
  null,
  'hour',
  'day',
  'week',
  'month',
  ...cyclicGranularities,
)

function metricsWith(...wanted: readonly Dimension[]): string[] {
  return metrics.filter((metric) => wanted.every(({ columns }) => isCountedFrom(metric, columns))).map(({ id }) => id)
}

function canBeBy(metric: string, dimension: Dimension): boolean {
  return metricsWith(dimension).includes(metric)
}

function opsOf({ type }: Dimension): FilterRequest['op'][] {
  return type === 'text'
    ? ['in', 'not_in', 'exists', 'not_exists', 'contains']
    : ['in', 'not_in', 'exists', 'not_exists']
}

/** Values that a dimension has in a world, pieces of them for "contains", and what it never has. */
function anyFilter(
  dimension: Dimension,
  ops: readonly FilterRequest['op'][] = opsOf(dimension),
): fc.Arbitrary<(facts: Facts) => FilterRequest> {
  return fc
    .tuple(fc.constantFrom(...ops), fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), fc.nat(3))
    .map(([op, picks, cut]) => (facts) => {
      if (op === 'exists' || op === 'not_exists') return { dimension: dimension.id, op }
      const known = new Set(
        Object.values(facts).flatMap((rows: readonly object[]) =>
          rows.flatMap((row) => (dimension.id in row ? valuesOf(row, dimension.id) : [])),
        ),
      )
      const strange = dimension.type === 'number' ? [0, 2.5] : ["nobody'", '']
      const values = [...known, ...(op === 'contains' ? [] : strange), null]
      const chosen = picks.map((pick) => values[pick % values.length] ?? null)
      if (op !== 'contains') return { dimension: dimension.id, op, values: chosen }
      return {
        dimension: dimension.id,
        op,
        values: chosen.map(
          (value) =>
            String(value ?? 'nothing')
              .slice(cut % 2, 2 + cut * 3)
              .toUpperCase() || 'x',
        ),
      }
    })
}

describe('the catalogue and the oracle', () => {
  it('know the same metrics', () => {
    expect([...all].sort()).toEqual([...metricIds].sort())
  })

  it('agree on what each reads, whether it adds up and what nothing gives', () => {
    const declared = metrics.map(({ id, fact, additive, empty }) => [id, fact, additive, empty])
    expect(declared).toEqual(all.map((id) => [id, factOf(id), isAdditive(id), ofNothing(id)]))
  })
})

describe('every metric of random worlds is what the oracle finds', () => {
  it.each([null, ...granularities, ...cyclicGranularities])('by %s', (granularity) =>
    checkMany(5, fc.constantFrom('sum', 'mean'), async (setting, cycle) => {
      const isCyclic = granularity !== null && (cyclicGranularities as readonly string[]).includes(granularity)
      for (const set of factSets(all)) await check(setting, { metrics: set, granularity, ...(isCyclic && { cycle }) })
    }),
  )

  it.each(dimensions.map((dimension) => [dimension.id, dimension] as const))('split by %s', (_, dimension) =>
    checkMany(3, anyGranularity, async (setting, granularity) => {
      for (const set of factSets(metricsWith(dimension)))
        await check(setting, { metrics: set, granularity, dimensions: [dimension.id] })
    }),
  )

  it('split by several dimensions at once', () =>
    checkMany(
      25,
      fc.tuple(anyGranularity, fc.shuffledSubarray(dimensions, { minLength: 2, maxLength: 4 })),
      async (setting, [granularity, several]) => {
        const possible = metricsWith(...several)
        if (possible.length === 0) return
        for (const set of factSets(possible))
          await check(setting, { metrics: set, granularity, dimensions: several.map(({ id }) => id) })
      },
    ))

  const filters = dimensions.flatMap((dimension) =>
    opsOf(dimension).map((op) => [dimension.id, op, dimension] as const),
  )
  it.each(filters)('filtered by %s %s', (_, op, dimension) =>
    checkMany(
      dimension.type === 'number' ? 10 : 3,
      fc.tuple(anyGranularity, anyFilter(dimension, [op])),
      async (setting, [granularity, filterOf]) => {
        const filters = [filterOf(placeOf(setting).facts)]
        for (const set of factSets(metricsWith(dimension))) {
          // A few of each fact, others each time: what a filter lets through does not depend on what is counted.
          const few = set.filter((_, index) => (index + setting.rotate) % Math.ceil(set.length / 6) === 0)
          await check(setting, { metrics: few, granularity, filters })
        }
      },
    ),
  )

  it('filtered by several dimensions at once, and split', () => {
    const sets = factSets(all)
      .map((set) => ({ set, shared: dimensions.filter((dimension) => set.every((id) => canBeBy(id, dimension))) }))
      .filter(({ shared }) => shared.length > 2)
    const anyQuestion = fc.constantFrom(...sets).chain(({ set, shared }) =>
      fc.record({
        set: fc.constant(set),
        dimension: fc.constantFrom(...shared),
        filtersOf: fc
          .shuffledSubarray(shared, { minLength: 2, maxLength: 3 })
          .chain((some) => fc.tuple(...some.map((one) => anyFilter(one)))),
      }),
    )
    return checkMany(60, anyQuestion, async (setting, { set, dimension, filtersOf }) => {
      const filters = filtersOf.map((filterOf) => filterOf(placeOf(setting).facts))
      await check(setting, { metrics: set, dimensions: [dimension.id], filters })
    })
  })

  it.each(comparisons)('compared with the %s', (compare) =>
    checkMany(
      10,
      fc.tuple(anyGranularity, fc.constantFrom([], ['channel'], ['organization'])),
      async (setting, [granularity, split]) => {
        const sets = factSets(metricsWith(...split.flatMap((id) => catalogue.dimensions.get(id) ?? [])))
        const set = sets[setting.rotate % sets.length] ?? []
        await check(setting, { metrics: set, granularity, dimensions: split, compare })
      },
    ),
  )

  it('of several facts in one question', () => {
    const common = dimensions.filter((dimension) => factSets(metricsWith(dimension)).length > 3)
    const anyQuestion = fc.record({
      picks: fc.array(fc.nat(), { minLength: 2, maxLength: 9 }),
      granularity: fc.constantFrom<AnyGranularity>(null, ...granularities, ...cyclicGranularities),
      split: fc.shuffledSubarray(common, { maxLength: 2 }),
      filtersOf: fc.array(
        fc.constantFrom(...common).chain((dimension) => anyFilter(dimension)),
        { maxLength: 1 },
      ),
      compare: fc.constantFrom(undefined, ...comparisons),
    })
    return checkMany(40, anyQuestion, async (setting, { picks, granularity, split, filtersOf, compare }) => {
      const filters = filtersOf.map((filterOf) => filterOf(placeOf(setting).facts))
      const dimensions = split.map(({ id }) => id)
      const filtered = filters.flatMap(({ dimension }) => catalogue.dimensions.get(dimension) ?? [])
      const possible = metricsWith(...split, ...filtered)
      const metrics = [...new Set(picks.map((pick) => possible[pick % possible.length] ?? ''))]
      if (possible.length === 0) return
      await check(setting, { metrics, granularity, dimensions, filters, ...(compare && { compare }) })
    })
  })

  it('alone, without others of its fact beside it', () =>
    checkMany(1, fc.constant(null), async (setting) => {
      for (const metric of all) await check(setting, { metrics: [metric] })
    }))
})

describe('rows', () => {
  /** Texts by their bytes and none first, numbers and none last, as the engine has it; metrics: none last both ways. */
  function compareCells(one: Cell, other: Cell, isText: boolean): number {
    if (isText) return Buffer.compare(Buffer.from(String(one ?? '')), Buffer.from(String(other ?? '')))
    // Amounts are texts, and greater by what they say.
    const [a = null, b = null] = [one, other].map((cell) =>
      Array.isArray(cell) ? cell[0] * 24 + cell[1] : typeof cell === 'string' ? microUnits(cell) : cell,
    )
    return a === b ? 0 : a === null ? Number.POSITIVE_INFINITY : b === null ? Number.NEGATIVE_INFINITY : a < b ? -1 : 1
  }

  it('come in the order that is asked for, and as many as are asked for from its beginning', () =>
    checkMany(
      25,
      fc.record({
        granularity: fc.constantFrom<AnyGranularity>(null, 'day', 'month', ...cyclicGranularities),
        split: fc.shuffledSubarray(['channel', 'agent', 'organization', 'rating'], { maxLength: 2 }),
        order: fc.array(fc.record({ by: fc.nat(), desc: fc.boolean() }), { maxLength: 3 }),
        limit: fc.integer({ min: 1, max: 12 }),
        perCycle: fc.constantFrom('sum', 'mean'),
      }),
      async (setting, { granularity, split, order, limit, perCycle }) => {
        const wanted = split.flatMap((id) => catalogue.dimensions.get(id) ?? [])
        const possible = metricsWith(...wanted)
        const metrics = Array.from(
          { length: 4 },
          (_, index) => possible[(setting.rotate + index * 7) % possible.length] ?? '',
        )
        const isCyclic = cyclicGranularities.some((one) => one === granularity)
        const cycle = isCyclic ? perCycle : 'sum'
        const question = { metrics: [...new Set(metrics)], granularity, dimensions: split, cycle }
        const names = [...(granularity === null ? [] : ['time']), ...split, ...question.metrics]
        const asked = order.map(({ by, desc }) => ({ by: names[by % names.length] ?? '', desc }))
        const answer = await answerOf(setting, question, { order: asked })
        const usual = [
          ...(granularity === null ? [] : [{ by: 'time', desc: false }]),
          ...(split.length === 0 ? [] : [{ by: question.metrics[0] ?? '', desc: true }]),
          ...split.map((by) => ({ by, desc: false })),
        ]
        for (const [index, row] of answer.rows.entries()) {
          const before = answer.rows[index - 1]
          if (!before) continue
          const turns = [...asked, ...usual].map(({ by, desc }) => {
            const column = names.indexOf(by)
            const isText =
              by === 'time'
                ? granularity === 'day' || granularity === 'month'
                : wanted.some(({ id, type }) => id === by && type === 'text')
            const turn = compareCells(before[column] ?? null, row[column] ?? null, isText)
            return desc && Number.isFinite(turn) ? -turn : turn
          })
          const decisive = turns.find((turn) => turn !== 0) ?? 0
          expect(decisive, JSON.stringify({ asked, before, row })).toBeLessThan(0)
        }
        const cut = await answerOf(setting, question, { order: asked, limit })
        expect(cut.rows).toEqual(answer.rows.slice(0, limit))
        expect(cut.totals).toEqual(answer.totals)
      },
    ))
})
