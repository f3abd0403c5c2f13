import type { Unit } from '@parley/core/declare/metric.ts'
import { occurrencesPerCycle } from '@parley/core/query/per-cycle.ts'
import type { ResolvedQuery } from '@parley/core/query/resolve.ts'
import { listBuckets } from '@parley/core/time/buckets.ts'
import { cycleKeys, cycleValue } from '@parley/core/time/cycles.ts'
import {
  type CyclicGranularity,
  dayMs,
  type Granularity,
  isClockGranularity,
  isCyclicGranularity,
  type TimeRange,
} from '@parley/core/time/granularity.ts'
import { createLabeller } from '@parley/core/time/label.ts'
import { type Amounts, amountsOf, meanAmount, readAmount } from './amounts.ts'
import type { AnswerColumn, AnswerPart, Cell, QueryAnswer, TimeValue } from './answer.ts'
import { type Asking, made, type Ran } from './asking.ts'
import { benchmarkComparison } from './benchmark-comparison.ts'
import { descriptionsOf } from './names.ts'
import { namesOfValues } from './value-names.ts'

/** Makes an answer of the engine's rows: local times, empty buckets, nulls, names. */
export async function shape(asking: Asking): Promise<QueryAnswer> {
  const query = made(asking.query)
  const ran = made(asking.ran)
  const amounts = amountsOf(query, [ran.asked, ran.compared])
  const asked = shapePart(query, ran.asked, query.range, amounts)
  const comparison = comparisonOf(asking, query, ran, amounts)
  return {
    columns: columnsOf(query, amounts),
    ...asked,
    time_zone: query.timeZone,
    as_of: new Date(query.now).toISOString(),
    labels: await labelsOf(asking, query, [...asked.rows, ...(comparison?.rows ?? [])]),
    comparison,
  }
}

function comparisonOf(
  asking: Asking,
  query: ResolvedQuery,
  { compared }: NonNullable<Asking['ran']>,
  amounts: Amounts,
): QueryAnswer['comparison'] {
  const kind = asking.request.compare
  if (kind === 'benchmark') return asking.benchmark ? benchmarkComparison(query, asking.benchmark) : null
  const match = asking.request.compare_match ?? null
  return compared && query.compared && kind
    ? { kind, match, ...shapePart(query, compared, query.compared, amounts) }
    : null
}

function columnsOf(query: ResolvedQuery, amounts: Amounts): AnswerColumn[] {
  return [
    ...(query.granularity === null ? [] : [{ id: 'time', role: 'time' } as const]),
    ...query.dimensions.map(({ id }) => ({ id, role: 'dimension' }) as const),
    ...query.metrics.map(({ id, unit }, index): AnswerColumn => {
      const column = { id, role: 'metric', unit } as const
      return unit === 'money' ? { ...column, currencies: amounts.currenciesOf(index) } : column
    }),
  ]
}

function shapePart(query: ResolvedQuery, ran: Ran, range: TimeRange, amounts: Amounts): AnswerPart {
  const { granularity, dimensions, metrics } = query
  const timed = granularity === null ? 0 : 1
  const first = timed + dimensions.length
  const read = ran.rows.map((row) => [
    ...row.slice(0, first),
    ...metrics.map(({ unit }, index) => metricValue(row[first + index], unit)),
  ])
  const timeOf = granularity === null ? undefined : bucketValue(granularity, query.timeZone)
  const perCycle = meanPerCycle(query, range)
  const measured = (row: readonly unknown[]) => [
    ...row.slice(0, first),
    ...metrics.map((_, index) => perCycle(row[first + index] as Measured, index, row[0])),
  ]
  const rows =
    granularity !== null && dimensions.length === 0
      ? withEmptyBuckets(query, granularity, read, range)
          .map(measured)
          .sort(inOrder(query, amounts))
          .slice(0, query.limit)
      : read.map(measured)
  return {
    rows: rows.map((row) => [
      ...(timeOf ? [timeOf(row[0] as number)] : []),
      ...dimensions.map((_, index) => dimensionValue(row[timed + index])),
      ...metrics.map((_, index) => {
        const value = row[first + index] as Measured
        return typeof value === 'bigint' ? amounts.inRow(value, index, row) : value
      }),
    ]),
    totals: Object.fromEntries(
      metrics.map(({ id, unit, empty }, index) => {
        const value = metricValue(ran.totals?.[index] ?? empty, unit)
        return [id, typeof value === 'bigint' ? amounts.inTotal(value, index) : value]
      }),
    ),
    range: { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
  }
}

function dimensionValue(value: unknown): Cell {
  return value === '' || value === null || value === undefined ? null : (value as string | number)
}

/** A number, an amount in micro-units, or nothing. */
type Measured = number | bigint | null

function metricValue(value: unknown, unit: Unit): Measured {
  if (unit === 'money') return readAmount(value)
  return typeof value === 'number' ? value : null
}

/** Every bucket of the range, with what nothing gives where there are no rows. */
function withEmptyBuckets(
  query: ResolvedQuery,
  granularity: Granularity | CyclicGranularity,
  rows: unknown[][],
  range: TimeRange,
): unknown[][] {
  const known = new Map(rows.map((row) => [row[0], row]))
  return bucketKeys(granularity, range, query.timeZone).map(
    (key) => known.get(key) ?? [key, ...query.metrics.map(({ empty, unit }) => metricValue(empty, unit))],
  )
}

/** As the engine orders rows: amounts in several currencies are not told, so none is greater than another. */
function inOrder({ order, metrics }: ResolvedQuery, amounts: Amounts): (a: unknown[], b: unknown[]) => number {
  const keys = order
    .map(({ by, isDescending }) => ({ metric: metrics.findIndex(({ id }) => id === by), isDescending }))
    .filter(({ metric }) => amounts.currenciesOf(metric).length < 2)
    .map(({ metric, isDescending }) => ({ index: 1 + metric, isDescending }))
  return (a, b) => {
    for (const { index, isDescending } of keys) {
      const [left, right] = [a[index] as Measured, b[index] as Measured]
      if (left === right) continue
      if (left === null) return 1
      if (right === null) return -1
      return left < right === isDescending ? 1 : -1
    }
    return (a[0] as number) - (b[0] as number)
  }
}

/** The keys of all buckets of a range, as `core/compile/bucket.ts` writes them in SQL. */
function bucketKeys(granularity: Granularity | CyclicGranularity, range: TimeRange, timeZone: string): number[] {
  if (isCyclicGranularity(granularity)) return cycleKeys(granularity)
  return listBuckets(range, granularity, timeZone).map(({ start, label }) =>
    isClockGranularity(granularity) ? start : Date.parse(label) / dayMs,
  )
}

function bucketValue(granularity: Granularity | CyclicGranularity, timeZone: string): (key: number) => TimeValue {
  if (isCyclicGranularity(granularity)) return (key) => cycleValue(key, granularity)
  if (!isClockGranularity(granularity)) return (key) => new Date(key * dayMs).toISOString().slice(0, 10)
  return createLabeller(granularity, timeZone)
}

/** Divides sums by how often the bucket occurs in the part of the range that is over; averages and shares stay. */
function meanPerCycle(
  query: ResolvedQuery,
  range: TimeRange,
): (value: Measured, metric: number, key: unknown) => Measured {
  const occurrences = occurrencesPerCycle(query, range)
  if (occurrences === null) return (value) => value
  return (value, metric, key) => {
    if (value === null || !query.metrics[metric]?.additive) return value
    const times = occurrences.get(key as number) ?? 0
    if (times === 0) return null
    return typeof value === 'bigint' ? meanAmount(value, times) : value / times
  }
}

async function labelsOf(
  asking: Asking,
  query: ResolvedQuery,
  rows: readonly Cell[][],
): Promise<Record<string, Record<string, string>>> {
  const named = query.dimensions.filter(({ entity }) => entity !== undefined)
  const timed = query.granularity === null ? 0 : 1
  const labels: Record<string, Record<string, string>> = {}
  if (named.length === 0) return labels
  const names = await asking.services.namesOf(made(asking.scope).organizationIds)
  for (const dimension of named) {
    const nameOf = await namesOfValues(asking.services, asking.asker, made(asking.scope).organizationIds, dimension)
    const index = timed + query.dimensions.indexOf(dimension)
    const values = [...new Set(rows.map((row) => row[index]))].flatMap((value) => {
      const name = typeof value === 'string' ? nameOf(value) : null
      return name === null ? [] : [[value, name] as const]
    })
    labels[dimension.id] = Object.fromEntries(values)
    const described = names.get(descriptionsOf(dimension.entity ?? '')) ?? new Map<string, string>()
    const descriptions = rows.flatMap((row) => {
      const value = row[index]
      const words = typeof value === 'string' ? described.get(value) : undefined
      return words === undefined ? [] : [[value, words] as const]
    })
    if (descriptions.length > 0) labels[descriptionsOf(dimension.id)] = Object.fromEntries(descriptions)
  }
  return labels
}
