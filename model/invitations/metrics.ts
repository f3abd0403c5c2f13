import { countMetric, type Metric, whereBetter } from '@parley/core/declare/metric.ts'

/** The funnel of invitations, counted when the invitation was sent. */
export const invitationMetrics: readonly Metric[] = [
  countMetric('invitations', 'invitations', undefined, ['004']),
  whereBetter('more', countMetric('invitations_joined', 'invitations', 'is_joined', ['004'])),
  whereBetter('more', countMetric('invitations_answered', 'invitations', 'is_answered', ['004'])),
  whereBetter('less', countMetric('invitations_not_joined', 'invitations', 'NOT is_joined', ['004'])),
  whereBetter('less', countMetric('invitations_not_answered', 'invitations', 'is_joined AND NOT is_answered', ['004'])),
]
