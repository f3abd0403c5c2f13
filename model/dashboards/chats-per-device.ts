import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Chats → Per device (004): what chats, and what came of them, are made of. */
export const chatsPerDevice: Dashboard = {
  id: 'chats_per_device',
  group: 'chats',
  filters: ['device', 'browser', 'os', 'country', 'channel', 'touchpoint', 'agent'],
  picker: ['chats', 'session_messages', 'effective_chats', 'leads', 'chatpoints'],
  panels: [
    { id: 'shares', kind: 'pie', metrics: ['$picked'], dimensions: ['device'], width: 6 },
    { id: 'sizes', kind: 'bar', metrics: ['$picked'], dimensions: ['device'], width: 6 },
    { id: 'over_time', kind: 'bar', metrics: ['$picked'], dimensions: ['device'], granularity: 'auto', width: 12 },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['chats', 'session_messages', 'effective_chats', 'leads', 'chatpoints'],
      dimensions: ['device'],
      width: 12,
    },
  ],
  source: ['004'],
}
