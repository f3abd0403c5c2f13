import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Bots → Trend (004): one or more bots over time. */
export const botsTrend: Dashboard = {
  id: 'bots_trend',
  group: 'bots',
  filters: ['bot', 'channel', 'touchpoint'],
  picker: ['bot_messages', 'bot_starts', 'leads', 'chatpoints', 'points_v1'],
  panels: [
    { id: 'by_bot', kind: 'line', metrics: ['$picked'], dimensions: ['bot'], granularity: 'auto', width: 12 },
    { id: 'shares', kind: 'shares', metrics: ['$picked'], dimensions: ['bot'], granularity: 'auto', width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['bot'], width: 6 },
  ],
  source: ['004'],
}
