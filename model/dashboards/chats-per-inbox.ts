import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Per inbox (004): what chats, and what came of them, are made of. */
export const chatsPerInbox: Dashboard = {
  id: 'chats_per_inbox',
  group: 'chats',
  filters: ['inbox', 'channel', 'touchpoint', 'team', 'agent', 'bot'],
  picker: ['chats', 'messages', 'effective_chats', 'leads', 'chatpoints'],
  panels: [
    { id: 'shares', kind: 'pie', metrics: ['$picked'], dimensions: ['inbox'], width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['inbox'], width: 6 },
    { id: 'over_time', kind: 'bar', metrics: ['$picked'], dimensions: ['inbox'], granularity: 'auto', width: 12 },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['chats', 'messages', 'effective_chats', 'leads', 'chatpoints'],
      dimensions: ['inbox'],
      width: 12,
    },
  ],
  source: ['004'],
}
