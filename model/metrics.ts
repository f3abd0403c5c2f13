import type { Metric } from '@parley/core/declare/metric.ts'
import { messageMetrics } from './messages/metrics.ts'
import { replyMetrics } from './replies/metrics.ts'
import { sessionMetrics } from './sessions/metrics.ts'
import { surveyMetrics } from './surveys/metrics.ts'

/** Every metric Parley knows. */
export const metrics: readonly Metric[] = [...sessionMetrics, ...messageMetrics, ...replyMetrics, ...surveyMetrics]
