import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Analytics → Messages sent (002): what was sent through each channel, what arrived, and what it cost. */
export const messagesSent: Dashboard = {
  id: 'messages_sent',
  group: 'analytics',
  filters: ['channel', 'campaign', 'template', 'touchpoint', 'currency'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['notifications_sent', 'notifications_delivered', 'delivery_rate', 'notification_cost'],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'by_channel',
      kind: 'table',
      metrics: ['notifications_sent', 'notifications_delivered', 'delivery_rate', 'sms_parts', 'notification_cost'],
      dimensions: ['channel'],
      width: 12,
    },
    {
      id: 'sent_over_time',
      kind: 'bar',
      metrics: ['notifications_sent'],
      dimensions: ['channel'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'cost_over_time',
      kind: 'bar',
      metrics: ['notification_cost'],
      dimensions: ['channel'],
      granularity: 'auto',
      width: 6,
    },
  ],
  source: ['002'],
}
