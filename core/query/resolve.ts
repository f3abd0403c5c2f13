import type { Dimension } from '../declare/dimension.ts'
import { countedMetrics, isCountedFrom, type Metric, monthsFact } from '../declare/metric.ts'
import type { Problem } from '../errors/app-error.ts'
import { didYouMean, nearestName } from '../errors/nearest-name.ts'
import { automaticGranularity } from '../time/automatic.ts'
import { countBuckets } from '../time/buckets.ts'
import { comparedRange } from '../time/compare.ts'
import {
  type CyclicGranularity,
  type Granularity,
  isCyclicGranularity,
  isGranularity,
  type TimeRange,
} from '../time/granularity.ts'
import { type DateGroup, dateGroups, isDateGroup, resolveRange } from '../time/range.ts'
import { localRange } from '../time/zone.ts'
import { type Catalogue, dimensionsOf } from './catalogue.ts'
import { type FilterRequest, type QueryRequest, queryLimits, type RecordsRequest } from './request.ts'

/** A filter whose dimension is known and whose values fit it. An empty string among texts is "none". */
export type ResolvedFilter = {
  readonly dimension: Dimension
  readonly op: FilterRequest['op']
  readonly values: readonly (string | number | null)[]
}

/** A question in which every name is a declaration and every time an instant. */
export type ResolvedQuery = {
  readonly metrics: readonly Metric[]
  readonly range: TimeRange
  readonly timeZone: string
  readonly granularity: Granularity | CyclicGranularity | null
  readonly dimensions: readonly Dimension[]
  readonly filters: readonly ResolvedFilter[]
  readonly order: readonly { readonly by: string; readonly isDescending: boolean }[]
  readonly limit: number
  readonly cycle: 'sum' | 'mean'
  /** The instant of the answer, in UTC milliseconds. */
  readonly now: number
  readonly compared: TimeRange | null
  /** The date group whose benchmark the answer is set beside. */
  readonly benchmark: DateGroup | null
}

export type Resolved<T> =
  | { readonly ok: true; readonly query: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The instant and the zone that a question is asked in when it does not say. */
export type Asking = { readonly now: number; readonly timeZone: string }

/**
 * Turns a request into a question the compiler can trust, or says everything that is wrong with it. Problems:
 * `unknown_metric`, `unknown_dimension`, `impossible_split`, `impossible_filter`, `unknown_order`, `too_many_buckets`,
 * `impossible_cycle`, `impossible_match`, `impossible_benchmark` and those of `resolveRange`.
 */
export function resolveQuery(request: QueryRequest, catalogue: Catalogue, asking: Asking): Resolved<ResolvedQuery> {
  const problems: Problem[] = []
  const timeZone = request.time_zone ?? asking.timeZone
  const metrics = eachOnce(request.metrics, (id, index) => resolveMetric(id, `/metrics/${index}`, catalogue, problems))
  const dimensions = eachOnce(request.dimensions ?? [], (id, index) =>
    resolveDimension(id, `/dimensions/${index}`, catalogue, problems),
  )
  checkSplits(request, metrics, dimensions, catalogue, problems)
  const filters = resolveFilters(request.filters ?? [], metrics, catalogue, problems)
  const cycle = request.cycle ?? 'sum'
  if (cycle === 'mean' && !isCyclicGranularity(request.granularity ?? ''))
    problems.push({
      code: 'impossible_cycle',
      message: '"cycle": "mean" needs a cyclic granularity: hour_of_day, day_of_week or hour_of_week.',
      pointer: '/cycle',
    })
  if (request.compare_match && (!request.compare || request.compare === 'benchmark'))
    problems.push({
      code: 'impossible_match',
      message:
        '"compare_match" says how to compare with an earlier range: it needs "compare": previous_period or previous_year.',
      pointer: '/compare_match',
    })
  const order = resolveOrder(request, metrics, dimensions, problems)
  const benchmark = request.compare === 'benchmark' ? resolveBenchmark(request, problems) : null
  const range = resolveRange(request.range, { timeZone, now: asking.now })
  if (!range.ok) return { ok: false, problems: [...problems, ...range.problems] }
  const granularity =
    request.granularity === 'auto' ? automaticGranularity(localRange(range, timeZone)) : (request.granularity ?? null)
  checkBuckets(range, granularity, timeZone, problems)
  if (problems.length > 0) return { ok: false, problems }
  // A series has every bucket of its range: cut short by default it would be a wrong picture.
  const usualRows = granularity !== null && dimensions.length === 0 ? queryLimits.rows : queryLimits.defaultRows
  return {
    ok: true,
    query: {
      metrics,
      range: { from: range.from, to: range.to },
      timeZone,
      granularity,
      dimensions,
      filters,
      order,
      limit: request.limit ?? usualRows,
      cycle,
      now: asking.now,
      compared:
        request.compare && request.compare !== 'benchmark'
          ? comparedRange(range, request.compare, timeZone, request.compare_match)
          : null,
      benchmark,
    },
  }
}

/** A question for the rows behind one number. */
export type ResolvedRecords = {
  readonly metric: Metric
  readonly range: TimeRange
  readonly timeZone: string
  readonly filters: readonly ResolvedFilter[]
  readonly limit: number
  readonly now: number
}

/** Like {@link resolveQuery}, for records. */
export function resolveRecords(
  request: RecordsRequest,
  catalogue: Catalogue,
  asking: Asking,
): Resolved<ResolvedRecords> {
  const problems: Problem[] = []
  const timeZone = request.time_zone ?? asking.timeZone
  const [asked] = resolveMetric(request.metric, '/metric', catalogue, problems)
  const metric = asked && countedMetrics(asked)[0]
  if (metric?.fact === monthsFact)
    problems.push({
      code: 'no_records',
      message: `There are no records behind \`${metric.id}\`: it is what the organization has set. GET /v1/organizations/ID/settings shows it.`,
      pointer: '/metric',
    })
  const filters = resolveFilters(request.filters ?? [], metric ? [metric] : [], catalogue, problems)
  const range = resolveRange(request.range, { timeZone, now: asking.now })
  if (!range.ok) problems.push(...range.problems)
  if (problems.length > 0 || !metric || !range.ok) return { ok: false, problems }
  return {
    ok: true,
    query: {
      metric,
      range: { from: range.from, to: range.to },
      timeZone,
      filters,
      limit: request.limit ?? 100,
      now: asking.now,
    },
  }
}

function resolveMetric(id: string, pointer: string, catalogue: Catalogue, problems: Problem[]): Metric[] {
  const metric = catalogue.metrics.get(id)
  if (metric) return [metric]
  problems.push({
    code: 'unknown_metric',
    message: unknown('Metric', id, catalogue.metrics.keys(), 'GET /v1/metrics'),
    pointer,
  })
  return []
}

function resolveDimension(id: string, pointer: string, catalogue: Catalogue, problems: Problem[]): Dimension[] {
  const dimension = catalogue.dimensions.get(id)
  if (dimension) return [dimension]
  problems.push({
    code: 'unknown_dimension',
    message: unknown('Dimension', id, catalogue.dimensions.keys(), 'GET /v1/dimensions'),
    pointer,
  })
  return []
}

function unknown(what: string, id: string, known: Iterable<string>, list: string): string {
  const near = nearestName(id, known)
  return `${what} \`${id}\` is not known. ${near === null ? '' : `Did you mean \`${near}\`? `}${list} lists them all.`
}

function checkSplits(
  request: QueryRequest,
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  catalogue: Catalogue,
  problems: Problem[],
): void {
  for (const metric of metrics) {
    for (const dimension of dimensions) {
      if (isCountedFrom(metric, dimension.columns)) continue
      problems.push({
        code: 'impossible_split',
        message: `Metric \`${metric.id}\` cannot be split by \`${dimension.id}\`. It can be split by: ${namesOf(metric, catalogue)}.`,
        pointer: `/dimensions/${(request.dimensions ?? []).indexOf(dimension.id)}`,
      })
    }
  }
}

function resolveOrder(
  request: QueryRequest,
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  problems: Problem[],
): ResolvedQuery['order'] {
  const isTimed = request.granularity !== undefined && request.granularity !== null
  const possible = [...(isTimed ? ['time'] : []), ...[...dimensions, ...metrics].map(({ id }) => id)]
  // What is asked for but not known has been reported where it is asked for.
  const asked = new Set([...request.metrics, ...(request.dimensions ?? [])])
  return (request.order ?? []).flatMap(({ by, desc }, index) => {
    if (possible.includes(by)) return [{ by, isDescending: desc ?? false }]
    if (!asked.has(by))
      problems.push({
        code: 'unknown_order',
        message: `The answer cannot be ordered by "${by}". It can be ordered by what it has: ${possible.join(', ')}.${didYouMean(by, possible)}`,
        pointer: `/order/${index}/by`,
      })
    return []
  })
}

/** A benchmark is computed ahead, for the date groups and over everything an organization has. */
function resolveBenchmark({ range, filters }: QueryRequest, problems: Problem[]): DateGroup | null {
  const refuse = (message: string) => problems.push({ code: 'impossible_benchmark', message, pointer: '/compare' })
  const otherwise = 'or compare with previous_period or previous_year.'
  if (filters && filters.length > 0)
    refuse(
      `A benchmark is over all that organizations have and cannot be filtered. Leave the filters out, ${otherwise}`,
    )
  if ('group' in range) return isDateGroup(range.group) ? range.group : null
  refuse(
    `There is no benchmark for a custom range. Ask for a named one, {"group": "last_month"} (or ${dateGroups.filter((group) => group !== 'last_month').join(', ')}), ${otherwise}`,
  )
  return null
}

function namesOf(metric: Metric, catalogue: Catalogue): string {
  return dimensionsOf(catalogue, metric)
    .map(({ id }) => id)
    .join(', ')
}

function resolveFilters(
  requests: readonly FilterRequest[],
  metrics: readonly Metric[],
  catalogue: Catalogue,
  problems: Problem[],
): ResolvedFilter[] {
  return requests.flatMap((request, index): ResolvedFilter[] => {
    const [dimension] = resolveDimension(request.dimension, `/filters/${index}/dimension`, catalogue, problems)
    if (!dimension) return []
    const refuse = (message: string, place: string): ResolvedFilter[] => {
      problems.push({ code: 'impossible_filter', message, pointer: `/filters/${index}${place}` })
      return []
    }
    for (const metric of metrics) {
      if (isCountedFrom(metric, dimension.columns)) continue
      return refuse(
        `Metric \`${metric.id}\` cannot be filtered by \`${dimension.id}\`. It can be filtered by: ${namesOf(metric, catalogue)}.`,
        '/dimension',
      )
    }
    const values = request.values ?? []
    if (request.op === 'exists' || request.op === 'not_exists') {
      return values.length === 0
        ? [{ dimension, op: request.op, values: [] }]
        : refuse(`"${request.op}" takes no values.`, '/values')
    }
    if (values.length === 0) return refuse(`"${request.op}" needs at least one value in "values".`, '/values')
    if (
      request.op === 'contains' &&
      (dimension.type === 'number' || values.some((value) => typeof value !== 'string' || value === ''))
    )
      return refuse(
        `"contains" looks for pieces of text: \`${dimension.id}\` must be a text and every value a text that is not empty.`,
        '/values',
      )
    if (dimension.type === 'number' && values.some((value) => value !== null && !isNumber(value)))
      return refuse(`\`${dimension.id}\` is a number: every value must be a number or null.`, '/values')
    return [{ dimension, op: request.op, values: values.map((value) => fit(value, dimension)) }]
  })
}

function isNumber(value: string | number): boolean {
  return Number.isFinite(typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value))
}

function fit(value: string | number | null, dimension: Dimension): string | number | null {
  if (dimension.type === 'number') return value === null ? null : Number(value)
  return value === null ? '' : String(value)
}

const bucketLimit = 50_000

function checkBuckets(
  range: TimeRange,
  granularity: ResolvedQuery['granularity'],
  timeZone: string,
  problems: Problem[],
): void {
  if (granularity === null || !isGranularity(granularity)) return
  const count = countBuckets(range, granularity, timeZone)
  if (count <= bucketLimit) return
  problems.push({
    code: 'too_many_buckets',
    message: `The range has ${count} buckets of one ${granularity}; an answer may have ${bucketLimit}. Ask for a shorter range or a coarser granularity.`,
    pointer: '/granularity',
  })
}

/** Goes through names in order, each at its first place only. */
function eachOnce<T>(names: readonly string[], resolve: (name: string, index: number) => T[]): T[] {
  return names.flatMap((name, index) => (names.indexOf(name) === index ? resolve(name, index) : []))
}
