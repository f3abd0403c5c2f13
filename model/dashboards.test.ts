import { isCountedFrom } from '@parley/core/declare/metric.ts'
import { expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { dashboards } from './dashboards.ts'

const dimensionsOf = (id: string) => {
  const metric = catalogue.metrics.get(id)
  if (metric === undefined) return undefined
  const known = [...catalogue.dimensions.values()].filter(({ columns }) => isCountedFrom(metric, columns))
  return new Set(known.map((dimension) => dimension.id))
}

const panels = dashboards.flatMap((dashboard) => dashboard.panels.map((panel) => ({ dashboard, panel })))

it.each(panels.map(({ dashboard, panel }) => [`${dashboard.id}/${panel.id}`, dashboard, panel] as const))(
  '%s asks for metrics that there are, by dimensions that they have',
  (_, { picker = [] }, panel) => {
    const metrics = panel.metrics.flatMap((id) => (id === '$picked' ? picker : [id]))
    expect(metrics).not.toEqual([])
    for (const id of metrics) {
      const known = dimensionsOf(id)
      expect(known, id).toBeDefined()
      for (const dimension of [...(panel.dimensions ?? []), ...(panel.only ? [panel.only.dimension] : [])])
        expect(known?.has(dimension), `${id} by ${dimension}`).toBe(true)
    }
  },
)

it.each(dashboards.map((dashboard) => [dashboard.id, dashboard] as const))(
  '%s offers only filters that some of its numbers know',
  (_, { filters, panels, picker = [] }) => {
    const metrics = panels.flatMap((panel) => panel.metrics.flatMap((id) => (id === '$picked' ? picker : [id])))
    for (const filter of filters) {
      expect(
        metrics.some((id) => dimensionsOf(id)?.has(filter)),
        filter,
      ).toBe(true)
    }
  },
)

it('every dashboard and every panel of it has an id of its own', () => {
  const ids = dashboards.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, panels } of dashboards) expect(new Set(panels.map((panel) => panel.id)).size, id).toBe(panels.length)
})

it('what is drawn over time has time, and what is drawn by a value has values', () => {
  for (const { dashboard, panel } of panels) {
    const { kind, granularity, dimensions = [], metrics } = panel
    const place = `${dashboard.id}/${panel.id}`
    if (kind === 'line' || kind === 'shares' || kind === 'bars_and_line') expect(granularity, place).toBeDefined()
    if (kind === 'pie' || kind === 'histogram' || kind === 'shares') expect(dimensions, place).toHaveLength(1)
    if (kind === 'bars_and_line' || kind === 'funnel') expect(metrics.length, place).toBeGreaterThan(1)
    if (kind === 'bar' && granularity === undefined) expect(dimensions, place).toHaveLength(1)
  }
})
