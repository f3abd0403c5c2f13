import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Notifications → Notifications (002): what becomes of messages sent in bulk. */
export const notifications: Dashboard = {
  id: 'notifications',
  group: 'notifications',
  filters: ['channel', 'status', 'short_status', 'campaign', 'template', 'touchpoint', 'currency'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: [
        'notifications',
        'notifications_sent',
        'notifications_delivered',
        'delivery_rate',
        'sms_parts',
        'notification_cost',
      ],
      granularity: 'auto',
      width: 12,
    },
    { id: 'by_short_status', kind: 'pie', metrics: ['notifications'], dimensions: ['short_status'], width: 4 },
    { id: 'by_status', kind: 'bar', metrics: ['notifications'], dimensions: ['status'], width: 4 },
    { id: 'by_channel', kind: 'bar', metrics: ['notifications'], dimensions: ['channel'], width: 4 },
    {
      id: 'sent_over_time',
      kind: 'bar',
      metrics: ['notifications_sent'],
      dimensions: ['channel'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'delivered_over_time',
      kind: 'bar',
      metrics: ['notifications_delivered'],
      dimensions: ['channel'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'statuses_over_time',
      kind: 'bar',
      metrics: ['notifications'],
      dimensions: ['status'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'status_shares_over_time',
      kind: 'shares',
      metrics: ['notifications'],
      dimensions: ['status'],
      granularity: 'auto',
      width: 6,
    },
    { id: 'sms_parts_over_time', kind: 'bar', metrics: ['sms_parts'], granularity: 'auto', width: 6 },
    {
      id: 'by_campaign',
      kind: 'table',
      metrics: ['notifications_sent', 'notifications_delivered', 'delivery_rate'],
      dimensions: ['campaign'],
      width: 6,
    },
  ],
  source: ['002'],
}
