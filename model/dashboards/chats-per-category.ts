import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Per category (004): what chats, and what came of them, are made of. */
export const chatsPerCategory: Dashboard = {
  id: 'chats_per_category',
  group: 'chats',
  filters: ['category', 'channel', 'touchpoint', 'inbox', 'team', 'agent'],
  picker: ['effective_chats', 'leads'],
  panels: [
    { id: 'shares', kind: 'pie', metrics: ['$picked'], dimensions: ['category'], width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['category'], width: 6 },
    { id: 'over_time', kind: 'bar', metrics: ['$picked'], dimensions: ['category'], granularity: 'auto', width: 12 },
    { id: 'in_numbers', kind: 'table', metrics: ['effective_chats', 'leads'], dimensions: ['category'], width: 12 },
  ],
  source: ['004'],
}
