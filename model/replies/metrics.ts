import { countMetric, durationMetrics, type Metric, shareMetric, whereBetter } from '@parley/core/declare/metric.ts'

/** Durations of replies, counted when the reply came. */
export const replyMetrics: readonly Metric[] = [
  ...durationMetrics({
    id: 'response_time',
    fact: 'replies',
    of: 'response',
    where: "author_kind = 'agent'",
    inServiceHours: true,
    better: 'less',
    source: ['000', '003'],
  }),
  ...durationMetrics({
    id: 'first_response_time',
    fact: 'replies',
    of: 'first_response',
    where: 'first_response IS NOT NULL',
    inServiceHours: true,
    better: 'less',
    source: ['000'],
  }),
  countMetric('first_responses', 'replies', 'first_response IS NOT NULL', ['000']),
  whereBetter(
    'more',
    shareMetric(
      'first_response_within_target',
      'replies',
      'first_response <= 1000 * {setting:sla_target_seconds}',
      'first_response IS NOT NULL',
      ['000'],
    ),
  ),
  ...durationMetrics({
    id: 'first_response_time_after_handover',
    fact: 'replies',
    of: 'first_response_after_handover',
    where: 'first_response_after_handover IS NOT NULL',
    inServiceHours: true,
    better: 'less',
    source: ['000', '003'],
  }),
  ...durationMetrics({
    id: 'contact_reply_time_offline',
    fact: 'replies',
    of: 'response',
    where: "author_kind = 'contact' AND is_offline",
    inServiceHours: true,
    source: ['003'],
  }),
]
