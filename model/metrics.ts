import type { Metric } from '@parley/core/declare/metric.ts'
import { agentMetrics } from './agents/metrics.ts'
import { botMetrics } from './bots/metrics.ts'
import { callMetrics } from './calls/metrics.ts'
import { costMetrics } from './costs/metrics.ts'
import { invitationMetrics } from './invitations/metrics.ts'
import { messageMetrics } from './messages/metrics.ts'
import { notificationMetrics } from './notifications/metrics.ts'
import { offerMetrics } from './offers/metrics.ts'
import { orderMetrics } from './orders/metrics.ts'
import { potentialMetrics } from './potentials/metrics.ts'
import { replyMetrics } from './replies/metrics.ts'
import { requestMetrics } from './requests/metrics.ts'
import { sessionMetrics } from './sessions/metrics.ts'
import { surveyMetrics } from './surveys/metrics.ts'
import { visitMetrics } from './visits/metrics.ts'
import { widgetMetrics } from './widgets/metrics.ts'

/** Every metric Parley knows. */
export const metrics: readonly Metric[] = [
  ...sessionMetrics,
  ...messageMetrics,
  ...replyMetrics,
  ...surveyMetrics,
  ...visitMetrics,
  ...widgetMetrics,
  ...potentialMetrics,
  ...requestMetrics,
  ...offerMetrics,
  ...botMetrics,
  ...invitationMetrics,
  ...agentMetrics,
  ...notificationMetrics,
  ...callMetrics,
  ...costMetrics,
  ...orderMetrics,
]
