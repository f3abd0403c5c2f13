import type { Dashboard, Panel } from '@parley/core/declare/dashboard.ts'

/** What a panel asks, and where. */
export type Asked = { readonly path: '/v1/query' | '/v1/phrases' | '/v1/records'; readonly body: object }

/** The question of a panel as the app asks it. A window of its own is left aside, and of lists the first page is asked. */
export function askedBy(panel: Panel, dashboard: Dashboard, view: { readonly range: object }): Asked {
  const [metric = ''] = panel.metrics
  if (panel.kind === 'phrases')
    return { path: '/v1/phrases', body: { author_kind: metric.split('_')[0], range: view.range, limit: 50 } }
  if (panel.kind === 'records') return { path: '/v1/records', body: { metric, range: view.range, limit: 100 } }
  return { path: '/v1/query', body: { ...questionOf(panel, dashboard), ...view } }
}

function questionOf({ metrics, dimensions, granularity, cycle }: Panel, { picker }: Dashboard): object {
  return {
    metrics: metrics.map((id) => (id === '$picked' ? picker?.[0] : id)),
    ...(dimensions === undefined ? {} : { dimensions }),
    ...(granularity === undefined ? {} : { granularity }),
    ...(cycle === undefined ? {} : { cycle }),
  }
}
