import { benchmarkByHand, type OrganizationFigures } from '@parley/fixtures/oracle/benchmark.ts'
import { type BenchmarkKind, benchmarkKinds } from '@parley/model/benchmark.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregate, type BenchmarkFigure, type Contribution } from './aggregate.ts'

/** Three organizations: visits, engaged, missed, duration, and their shares as given. */
function three(engagement: readonly number[], missed: readonly number[]): Contribution[] {
  const rows = [
    [1000, 50, 10, 350],
    [2000, 200, 50, 800],
    [15000, 1000, 250, 350],
  ]
  return rows.map(([visits = 0, engaged = 0, missedChats = 0, duration = 0], index) => ({
    businessType: null,
    figures: {
      visits,
      chats_with_agent_reply: engaged,
      missed_chats: missedChats,
      avg_session_duration: duration,
      engagement_ratio: engagement[index] ?? null,
      missed_ratio: missed[index] ?? null,
    },
  }))
}

const percent = (ratio: number | undefined) => `${((ratio ?? Number.NaN) * 100).toFixed(2)} %`

function valuesOf(figures: readonly BenchmarkFigure[], businessType: string | null = null): Record<string, number> {
  return Object.fromEntries(
    figures.filter((one) => one.businessType === businessType).map(({ metric, value }) => [metric, value]),
  )
}

describe('the benchmark of three organizations', () => {
  it('is 18000, 1250, 310, 500, 7.23 % and 1.72 %, from the shares as their table shows them', () => {
    const said = valuesOf(aggregate(three([0.05, 0.1, 0.067], [0.01, 0.025, 0.0167]), 3))
    expect([said.visits, said.chats_with_agent_reply, said.missed_chats, said.avg_session_duration]).toEqual([
      18000, 1250, 310, 500,
    ])
    expect([percent(said.engagement_ratio), percent(said.missed_ratio)]).toEqual(['7.23 %', '1.72 %'])
  })

  it('is 7.22 % and 1.72 % from shares that nobody rounded first', () => {
    const said = valuesOf(aggregate(three([50 / 1000, 200 / 2000, 1000 / 15000], [0.01, 0.025, 250 / 15000]), 3))
    expect([percent(said.engagement_ratio), percent(said.missed_ratio)]).toEqual(['7.22 %', '1.72 %'])
  })

  it('is not given where four have to contribute', () => {
    expect(aggregate(three([0.05, 0.1, 0.067], [0.01, 0.025, 0.0167]), 4)).toEqual([])
  })
})

/** Organizations with missed chats, `[business type, chats]`. */
function missed(...organizations: readonly (readonly [string | null, number])[]): Contribution[] {
  return organizations.map(([businessType, missed_chats]) => ({ businessType, figures: { missed_chats } }))
}

describe('a figure', () => {
  it('is a sum of those who add something: an organization that has none does not contribute', () => {
    const four = missed(['dealer', 5], ['dealer', 5], [null, 5], [null, 5])
    expect(aggregate([...four, ...missed([null, 0])], 5)).toEqual([])
    expect(aggregate([...four, ...missed([null, 1])], 5)).toEqual([
      { metric: 'missed_chats', businessType: null, value: 21, organizations: 5, spread: null },
    ])
  })

  it('is not given when one organization is over 85 % of the sum, and is when it is exactly that', () => {
    const small = missed([null, 5], [null, 5], [null, 5])
    expect(aggregate([...small, ...missed([null, 86])], 3)).toEqual([])
    expect(valuesOf(aggregate([...small, ...missed([null, 85])], 3))).toEqual({ missed_chats: 100 })
  })

  it('of a mean counts every organization the same, and those without the number not at all', () => {
    const of = (value: number | null) => ({ businessType: null, figures: { avg_session_duration: value } })
    expect(aggregate([of(100), of(0), of(50), of(null)], 3)).toEqual([
      { metric: 'avg_session_duration', businessType: null, value: 50, organizations: 3, spread: null },
    ])
    expect(aggregate([of(100), of(0), of(null), of(null)], 3)).toEqual([])
  })

  it('of the only other business type cannot be had by taking one type from all', () => {
    const dealers = missed(['dealer', 5], ['dealer', 6], ['dealer', 7])
    const brands = missed(['brand', 50], ['brand', 60])
    // Brands are two: neither they, nor the dealers beside all, are given.
    expect(aggregate([...dealers, ...brands], 3)).toEqual([
      { metric: 'missed_chats', businessType: null, value: 128, organizations: 5, spread: null },
    ])
    const three = [...brands, ...missed(['brand', 70])]
    expect(valuesOf(aggregate([...dealers, ...three], 3))).toEqual({ missed_chats: 198 })
    expect(valuesOf(aggregate([...dealers, ...three], 3), 'dealer')).toEqual({ missed_chats: 18 })
    expect(valuesOf(aggregate([...dealers, ...three], 3), 'brand')).toEqual({ missed_chats: 180 })
  })

  it('has a spread where the middle half of its organizations is enough of them: never an extreme of one', () => {
    const of = (value: number) => ({ businessType: null, figures: { avg_session_duration: value } })
    const nine = [90, 10, 80, 20, 70, 30, 60, 40, 50].map(of)
    expect(aggregate(nine, 5)).toMatchObject([{ value: 50, organizations: 9, spread: null }])
    expect(aggregate([...nine, of(1000)], 5)).toMatchObject([
      { value: 145, organizations: 10, spread: { p25: 32.5, median: 55, p75: 77.5 } },
    ])
  })

  it('that is not given has no spread either: one organization is nearly all of it', () => {
    const small = Array.from({ length: 11 }, () => [null, 1] as const)
    expect(aggregate(missed(...small, [null, 1000]), 3)).toEqual([])
    expect(aggregate(missed(...small), 3)).toMatchObject([{ value: 11, spread: { p25: 1, median: 1, p75: 1 } }])
  })

  it('of a metric that is no part of the benchmark does not exist', () => {
    const of = (messages: number) => ({ businessType: null, figures: { messages } })
    expect(aggregate([of(1), of(2), of(3)], 3)).toEqual([])
  })
})

const anyWorld: fc.Arbitrary<OrganizationFigures[]> = fc.array(
  fc.record({
    type: fc.constantFrom(null, 'dealer', 'brand', 'lender'),
    figures: fc.record({
      missed_chats: fc.oneof(fc.nat(20), fc.constantFrom(0, 1000)),
      avg_session_duration: fc.option(fc.nat(500)),
    }),
  }),
  { maxLength: 18 },
)

const asContributions = (world: readonly OrganizationFigures[]): Contribution[] =>
  world.map(({ type, figures }) => ({ businessType: type, figures }))

describe('in any world', () => {
  it('the figures are those that are counted by hand', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 3, max: 5 }), (world, minimum) => {
        const computed = aggregate(asContributions(world), minimum).map(
          ({ metric, businessType, value, organizations, spread }) => [
            metric,
            businessType,
            value.toFixed(9),
            organizations,
            ...(spread ? [spread.p25, spread.median, spread.p75].map((one) => one.toFixed(9)) : ['none']),
          ],
        )
        const byHand = (['missed_chats', 'avg_session_duration'] as const).flatMap((metric) =>
          benchmarkByHand(world, metric, benchmarkKinds.get(metric) as BenchmarkKind, minimum).map((said) => [
            metric,
            said.type,
            said.value.toFixed(9),
            said.organizations,
            ...(said.quartiles?.map((one) => one?.toFixed(9)) ?? ['none']),
          ]),
        )
        expect(computed.map(String).sort()).toEqual(byHand.map(String).sort())
      }),
      { numRuns: 500 },
    )
  })

  it('nothing that is given, nor any difference of what is given, is of too few organizations or of one', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 3, max: 5 }), (world, minimum) => {
        for (const metric of ['missed_chats', 'avg_session_duration'] as const) {
          const given = aggregate(asContributions(world), minimum)
            .filter((figure) => figure.metric === metric)
            .map(({ businessType }) => businessType)
          for (const group of whatCanBeKnown(given, world)) {
            const values = group.map(({ figures }) => figures[metric] ?? 0)
            const counting = group.filter(({ figures }) =>
              metric === 'missed_chats' ? figures[metric] !== 0 : figures[metric] !== null,
            )
            if (counting.length === 0) continue
            expect(counting.length).toBeGreaterThanOrEqual(minimum)
            if (metric === 'missed_chats')
              expect(Math.max(...values)).toBeLessThanOrEqual(0.85 * values.reduce((sum, value) => sum + value, 0))
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** The groups of organizations of which a total is known: those given, and all less every choice of given types. */
function whatCanBeKnown(
  given: readonly (string | null)[],
  world: readonly OrganizationFigures[],
): OrganizationFigures[][] {
  const types = given.filter((type) => type !== null)
  let choices: string[][] = [[]]
  for (const type of types) choices = choices.flatMap((choice) => [choice, [...choice, type]])
  return [
    ...types.map((type) => world.filter((one) => one.type === type)),
    ...(given.includes(null)
      ? choices.map((out) => world.filter(({ type }) => type === null || !out.includes(type)))
      : []),
  ]
}
