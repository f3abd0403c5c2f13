import { z } from 'zod'
import { comparisonMatches, comparisons } from '../time/compare.ts'
import { cyclicGranularities, granularities } from '../time/granularity.ts'

/** The most values one filter may list, rows one answer may have, and so on: what comes from outside has a limit. */
export const queryLimits = {
  metrics: 30,
  dimensions: 4,
  filters: 20,
  filterValues: 1000,
  rows: 100_000,
  defaultRows: 10_000,
  records: 1000,
} as const

const word = z.string().min(1).max(200)

export const filterSchema = z.strictObject({
  dimension: word,
  op: z.enum(['in', 'not_in', 'exists', 'not_exists', 'contains']),
  /** null is "none". */
  values: z
    .array(z.union([z.string().max(2000), z.number(), z.null()]))
    .max(queryLimits.filterValues)
    .optional(),
})

export const rangeSchema = z.union([
  z.strictObject({ from: z.string().max(100), to: z.string().max(100) }),
  z.strictObject({ group: z.string().max(100) }),
])

/** What `POST /v1/query` takes. */
export const querySchema = z.strictObject({
  metrics: z.array(word).min(1).max(queryLimits.metrics),
  range: rangeSchema,
  time_zone: z.string().max(100).optional(),
  granularity: z.enum(['auto', ...granularities, ...cyclicGranularities]).nullish(),
  dimensions: z.array(word).max(queryLimits.dimensions).optional(),
  filters: z.array(filterSchema).max(queryLimits.filters).optional(),
  compare: z.enum([...comparisons, 'benchmark']).nullish(),
  /** `weekday`: the compared range is whole weeks earlier, so that Mondays stand beside Mondays. */
  compare_match: z.enum(comparisonMatches).nullish(),
  order: z
    .array(z.strictObject({ by: word, desc: z.boolean().optional() }))
    .max(10)
    .optional(),
  limit: z.int().min(1).max(queryLimits.rows).optional(),
  /** For cyclic granularities: the mean per cycle (per week, per day) instead of the sum. */
  cycle: z.enum(['sum', 'mean']).optional(),
})

/** What `POST /v1/records` takes. */
export const recordsSchema = z.strictObject({
  metric: word,
  range: rangeSchema,
  time_zone: z.string().max(100).optional(),
  filters: z.array(filterSchema).max(queryLimits.filters).optional(),
  limit: z.int().min(1).max(queryLimits.records).optional(),
  cursor: z.string().max(200).nullish(),
})

export type QueryRequest = z.infer<typeof querySchema>
export type RecordsRequest = z.infer<typeof recordsSchema>
export type FilterRequest = z.infer<typeof filterSchema>
