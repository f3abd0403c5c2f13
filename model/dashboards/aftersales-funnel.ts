import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Aftersales → Funnel (004): from the invitation to an agent’s update, and who got stuck on the way. */
export const aftersalesFunnel: Dashboard = {
  id: 'aftersales_funnel',
  group: 'aftersales',
  filters: ['campaign', 'channel', 'touchpoint', 'agent', 'team'],
  panels: [
    { id: 'steps', kind: 'funnel', metrics: ['invitations', 'invitations_joined', 'invitations_answered'], width: 4 },
    {
      id: 'by_campaign',
      kind: 'table',
      metrics: ['invitations', 'invitations_joined', 'invitations_answered'],
      dimensions: ['campaign'],
      width: 8,
    },
    {
      id: 'over_time',
      kind: 'line',
      metrics: ['invitations', 'invitations_joined', 'invitations_answered'],
      granularity: 'auto',
      width: 12,
    },
    { id: 'not_joined', kind: 'records', metrics: ['invitations_not_joined'], width: 12 },
    { id: 'not_answered', kind: 'records', metrics: ['invitations_not_answered'], width: 12 },
  ],
  source: ['004'],
}
