import { statistics } from '@parley/core/declare/metric.ts'
import type { Granularity } from '@parley/core/time/granularity.ts'
import type { DateGroup } from '@parley/core/time/range.ts'

/**
 * How organizations make one number: a `sum` adds up what each of them has, a `mean` is the unweighted mean of their
 * numbers, so that a large organization counts no more than a small one.
 */
export type BenchmarkKind = 'sum' | 'mean'

const sums = ['visits', 'chats_with_agent_reply', 'missed_chats']

const durations = ['session_duration', 'response_time', 'first_response_time', 'first_response_time_after_handover']

// The longest of all is one conversation of one organization: a mean of such says nothing.
const means = [
  'engagement_ratio',
  'missed_ratio',
  'survey_rating',
  ...durations
    .flatMap((duration) => [duration, `${duration}_service`])
    .flatMap((duration) => statistics.filter((kind) => kind !== 'max').map((kind) => `${kind}_${duration}`)),
]

/** The metrics that are set beside other organizations, by id (catalogue §3, Benchmark; the rating: §4, Performance). */
export const benchmarkKinds: ReadonlyMap<string, BenchmarkKind> = new Map([
  ...sums.map((metric) => [metric, 'sum'] as const),
  ...means.map((metric) => [metric, 'mean'] as const),
])

/** When the benchmark of a date group is computed: whenever such a stretch of time begins in the platform's zone. */
export const benchmarkTurns: Readonly<Record<DateGroup, Granularity>> = {
  last_year: 'year',
  year_to_date: 'day',
  last_month: 'month',
  month_to_date: 'day',
  last_week: 'week',
  week_to_date: 'day',
  yesterday: 'day',
  today: 'hour',
}
