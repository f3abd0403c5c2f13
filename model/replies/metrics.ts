import { durationMetrics, type Metric } from '@parley/core/declare/metric.ts'

/** Durations of replies, counted when the reply came. */
export const replyMetrics: readonly Metric[] = [
  ...durationMetrics({
    id: 'response_time',
    fact: 'replies',
    of: 'response',
    where: "author_kind = 'agent'",
    source: ['000', '003'],
  }),
  ...durationMetrics({
    id: 'first_response_time',
    fact: 'replies',
    of: 'first_response',
    where: 'first_response IS NOT NULL',
    source: ['000'],
  }),
  ...durationMetrics({
    id: 'first_response_time_after_handover',
    fact: 'replies',
    of: 'first_response_after_handover',
    where: 'first_response_after_handover IS NOT NULL',
    source: ['000', '003'],
  }),
  ...durationMetrics({
    id: 'contact_reply_time_offline',
    fact: 'replies',
    of: 'response',
    where: "author_kind = 'contact' AND is_offline",
    source: ['003'],
  }),
]
