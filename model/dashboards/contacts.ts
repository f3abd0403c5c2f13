import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Contacts → Contacts (003): how often contacts come, with which browser and from where, and how soon they answer. */
export const contacts: Dashboard = {
  id: 'contacts',
  group: 'contacts',
  filters: ['channel', 'touchpoint', 'country', 'place', 'browser', 'device'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['unique_contact_visits', 'inbox_sessions', 'median_contact_reply_time_offline'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'visits_over_time', kind: 'line', metrics: ['unique_contact_visits'], granularity: 'auto', width: 12 },
    { id: 'by_browser', kind: 'bar', metrics: ['inbox_sessions'], dimensions: ['browser'], width: 6 },
    { id: 'by_country', kind: 'map', metrics: ['inbox_sessions'], dimensions: ['place'], width: 6 },
    {
      id: 'reply_time_over_time',
      kind: 'line',
      metrics: ['avg_contact_reply_time_offline', 'median_contact_reply_time_offline'],
      granularity: 'auto',
      width: 6,
    },
    {
      id: 'reply_time_service_over_time',
      kind: 'line',
      metrics: ['avg_contact_reply_time_offline_service', 'median_contact_reply_time_offline_service'],
      granularity: 'auto',
      width: 6,
    },
  ],
  source: ['003'],
}
