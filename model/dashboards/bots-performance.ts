import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Bots → Performance (004): what each bot does and brings. */
export const botsPerformance: Dashboard = {
  id: 'bots_performance',
  group: 'bots',
  filters: ['bot', 'channel', 'touchpoint'],
  panels: [
    {
      id: 'key_numbers',
      kind: 'cards',
      metrics: ['bot_messages', 'bot_starts', 'leads', 'chatpoints', 'points_v1', 'bot_handovers'],
      granularity: 'auto',
      width: 12,
    },
    {
      id: 'by_bot',
      kind: 'table',
      metrics: ['bot_messages', 'bot_starts', 'leads', 'chatpoints', 'points_v1'],
      dimensions: ['bot'],
      width: 12,
    },
  ],
  source: ['004'],
}
