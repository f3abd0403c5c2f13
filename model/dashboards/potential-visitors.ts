import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Potential → Visitors (004): visitors and chats each month against what could be expected. */
export const potentialVisitors: Dashboard = {
  id: 'potential_visitors',
  group: 'potential',
  filters: ['organization'],
  panels: [
    {
      id: 'visitors_per_month',
      kind: 'bars_and_line',
      metrics: ['potential_visitors', 'visitors'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
    {
      id: 'chats_per_month',
      kind: 'bars_and_line',
      metrics: ['leads', 'service_chats', 'bot_chats', 'expected_chats'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['potential_visitors', 'visitors', 'leads', 'service_chats', 'bot_chats', 'expected_chats'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
  ],
  source: ['004'],
}
