import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Per role and level (004): whose agents handle the chats, the vendor’s or the customer’s own. */
export const chatsPerLevel: Dashboard = {
  id: 'chats_per_level',
  group: 'chats',
  filters: ['level', 'level_group', 'agent', 'team', 'inbox', 'channel', 'touchpoint'],
  picker: ['chats', 'messages', 'effective_chats'],
  panels: [
    { id: 'by_level', kind: 'pie', metrics: ['$picked'], dimensions: ['level'], width: 6 },
    { id: 'by_level_group', kind: 'pie', metrics: ['$picked'], dimensions: ['level_group'], width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['level'], width: 6 },
    { id: 'over_time', kind: 'bar', metrics: ['$picked'], dimensions: ['level_group'], granularity: 'auto', width: 6 },
  ],
  source: ['004'],
}
