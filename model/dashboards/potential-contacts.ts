import type { Dashboard } from '@parley/core/declare/dashboard.ts'

/** Potential → Contacts (004): how many of the contacts there could be are active each month (MAC). */
export const potentialContacts: Dashboard = {
  id: 'potential_contacts',
  group: 'potential',
  filters: ['organization'],
  panels: [
    {
      id: 'per_month',
      kind: 'bars_and_line',
      metrics: ['potential_contacts', 'active_contacts'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
    {
      id: 'in_numbers',
      kind: 'table',
      metrics: ['potential_contacts', 'active_contacts'],
      granularity: 'month',
      window: 'last_12_months',
      width: 12,
    },
  ],
  source: ['004'],
}
