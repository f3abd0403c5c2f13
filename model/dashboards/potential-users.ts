import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Potential → Users (004): how many of the agents there could be are active each month. */
export const potentialUsers: Dashboard = {
  id: 'potential_users',
  group: 'potential',
  filters: ['organization'],
  panels: [
    {
      id: 'per_month',
      kind: 'bars_and_line',
      metrics: ['potential_agents', 'agents_active'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['potential_agents', 'agents_active'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
  ],
  source: ['004'],
}
