import type { Dashboard, Panel } from '@parley/core/declare/dashboard.ts'

/** The question of a panel as the app asks it, without its range. A window of its own is left aside. */
export function questionOf({ metrics, dimensions, granularity, cycle }: Panel, { picker }: Dashboard): object {
  return {
    metrics: metrics.map((id) => (id === '$picked' ? picker?.[0] : id)),
    ...(dimensions === undefined ? {} : { dimensions }),
    ...(granularity === undefined ? {} : { granularity }),
    ...(cycle === undefined ? {} : { cycle }),
  }
}

/** Whether a panel's numbers come from `POST /v1/query`. */
export const isAsked = ({ kind }: Panel): boolean => kind !== 'phrases' && kind !== 'records'
