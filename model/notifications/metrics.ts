import { countMetric, type Metric, moneyMetric, shareMetric, whereBetter } from '@parley/core/declare/metric.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { sentStatuses } from './status.ts'

const isSent = `status IN ${literal(sentStatuses)}`
const isDelivered = "status = 'delivered'"

/** Numbers of notifications, counted at their first status. */
export const notificationMetrics: readonly Metric[] = [
  countMetric('notifications', 'notifications', undefined, ['002']),
  countMetric('notifications_sent', 'notifications', isSent, ['002']),
  whereBetter('more', countMetric('notifications_delivered', 'notifications', isDelivered, ['002'])),
  whereBetter('more', shareMetric('delivery_rate', 'notifications', isDelivered, isSent, ['002'])),
  {
    id: 'sms_parts',
    fact: 'notifications',
    unit: 'count',
    measure: { kind: 'sum', of: 'parts', where: "channel = 'sms'" },
    additive: true,
    empty: 0,
    source: ['002'],
  },
  moneyMetric('notification_cost', 'notifications', 'price', "currency != ''", ['002']),
]
