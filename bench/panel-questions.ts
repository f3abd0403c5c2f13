import { type DashboardView, panelQuestion } from '@parley/core/dashboards/panel-question.ts'
import type { Dashboard, Panel } from '@parley/core/declare/dashboard.ts'
import { resolveRange } from '@parley/core/time/range.ts'

/** What a panel asks, and where. */
export type Asked = { readonly path: '/v1/query' | '/v1/phrases' | '/v1/records'; readonly body: object }

/** What is chosen for a whole page, but the picked metric, which is the picker's first. */
export type Chosen = Pick<DashboardView<never>, 'range' | 'compare'>

/** The question of a panel as the app asks it. A window of its own is left aside, and of lists the first page is asked. */
export function askedBy(panel: Panel, { picker }: Dashboard, chosen: Chosen): Asked {
  const [metric = ''] = panel.metrics
  const { range } = chosen
  if (panel.kind === 'phrases')
    return { path: '/v1/phrases', body: { author_kind: metric.split('_')[0], range, limit: 50 } }
  if (panel.kind === 'records') return { path: '/v1/records', body: { metric, range, limit: 100 } }
  const { kind, metrics, dimensions = null, granularity = null, finest = null, cycle = null, only = null } = panel
  const asking = { kind, metrics, dimensions, granularity, finest, cycle, only, window: null }
  const now = Date.now()
  // The time zone is left to be the organization's.
  const { time_zone: _, ...body } = panelQuestion(
    asking,
    { ...chosen, filters: [], granularity: 'auto', picked: picker?.[0] },
    {
      ...{ timeZone: 'UTC', now, today: new Date(now).toISOString().slice(0, 10) },
      localEnds: (one) => {
        const ends = resolveRange(one, { timeZone: 'UTC', now })
        return ends.ok ? ends : null
      },
      isAskable: () => true,
    },
  )
  return { path: '/v1/query', body }
}
