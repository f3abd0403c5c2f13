import { type BenchmarkKind, benchmarkKinds } from '@parley/model/benchmark.ts'

/** The numbers of one organization, by metric id. */
export type Contribution = {
  readonly businessType: string | null
  readonly figures: Readonly<Record<string, number | null>>
}

/** One number over many organizations; `businessType` null is all of them. */
export type BenchmarkFigure = {
  readonly metric: string
  readonly businessType: string | null
  readonly value: number
  /** How many organizations it is made of. */
  readonly organizations: number
  /** How far their numbers lie apart; null where that may not be said. */
  readonly spread: Spread | null
}

/** Between `p25` and `p75` lies the middle half of the organizations. Quantiles are R-7, as everywhere. */
export type Spread = { readonly p25: number; readonly median: number; readonly p75: number }

/** Whether so many organizations are enough for a spread: the middle half of them is a group that may be spoken of. */
export function maySpread(organizations: number, minimum: number): boolean {
  return Math.floor(organizations / 2) >= minimum
}

/** No organization may be more than this share of a sum. */
const largestShare = 0.85

/**
 * What may be said of all organizations together and of each business type: nothing that fewer than `minimum` contribute
 * to, no sum of which one is over 85 %, and nothing that gives such a group away by subtraction: when "all" less the types
 * that are given leaves too few, the smallest of those types are withheld as well.
 *
 * An organization contributes to a mean when it has that number, to a sum when it adds something.
 */
export function aggregate(contributions: readonly Contribution[], minimum: number): BenchmarkFigure[] {
  return [...benchmarkKinds].flatMap(([metric, kind]) => aggregateMetric(metric, kind, contributions, minimum))
}

type Member = { readonly businessType: string | null; readonly value: number }

function aggregateMetric(
  metric: string,
  kind: BenchmarkKind,
  contributions: readonly Contribution[],
  minimum: number,
): BenchmarkFigure[] {
  const members = contributions.flatMap(({ businessType, figures }): Member[] => {
    const value = figures[metric] ?? null
    return value === null || (kind === 'sum' && value === 0) ? [] : [{ businessType, value }]
  })
  const mayBeSaid = (group: readonly Member[]) =>
    group.length >= minimum && (kind === 'mean' || !isDominated(group.map(({ value }) => value)))
  const figure = (businessType: string | null, group: readonly Member[]): BenchmarkFigure => {
    const total = group.reduce((sum, { value }) => sum + value, 0)
    return {
      metric,
      businessType,
      value: kind === 'sum' ? total : total / group.length,
      organizations: group.length,
      spread: maySpread(group.length, minimum) ? spreadOf(group.map(({ value }) => value)) : null,
    }
  }
  const types = [...Map.groupBy(members, ({ businessType }) => businessType)]
    .filter((entry): entry is [string, Member[]] => entry[0] !== null && mayBeSaid(entry[1]))
    .sort(([one, { length: few }], [other, { length: many }]) => many - few || (one < other ? -1 : 1))
  if (!mayBeSaid(members)) return types.map(([type, group]) => figure(type, group))
  const given = withoutRemainder(members, types, mayBeSaid)
  return [figure(null, members), ...given.map(([type, group]) => figure(type, group))]
}

/** As many of the types, the largest first, as leave nobody over, or a group that may be said itself. */
function withoutRemainder(
  members: readonly Member[],
  types: readonly [string, Member[]][],
  mayBeSaid: (group: readonly Member[]) => boolean,
): readonly [string, Member[]][] {
  for (let count = types.length; count > 0; count -= 1) {
    const given = types.slice(0, count)
    const rest = members.filter(({ businessType }) => !given.some(([type]) => type === businessType))
    if (rest.length === 0 || mayBeSaid(rest)) return given
  }
  return []
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (level: number) => {
    const place = level * (sorted.length - 1)
    const [below = 0, above = below] = sorted.slice(Math.floor(place))
    return below + (above - below) * (place % 1)
  }
  return { p25: at(0.25), median: at(0.5), p75: at(0.75) }
}

function isDominated(values: readonly number[]): boolean {
  const total = values.reduce((sum, value) => sum + value, 0)
  return Math.max(...values) > largestShare * total
}
