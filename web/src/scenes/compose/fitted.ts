import type { PanelKind } from '@parley/core/declare/dashboard.ts'
import type { TitledPanel } from '../../ask/catalogue.ts'
import type { Fit } from '../../ask/dashboards.ts'

/** What suits a panel best, as long as nobody chose: over time lines, by a dimension bars, of several units cards. */
const preferred: readonly PanelKind[] = ['line', 'bar', 'cards', 'table', 'heat_map']
const preferredSplit: readonly PanelKind[] = ['bar', 'line', 'table', 'pie']

/** The panel with a kind and a cut by time that fit what it counts; one that nobody can draw stays as it is. */
export function fitted(
  panel: TitledPanel,
  fits: readonly Fit[],
  { isKindChosen }: { isKindChosen: boolean },
): TitledPanel {
  const possible = fits.filter(({ granularities }) => granularities.length > 0)
  const order = panel.dimensions.length > 0 ? preferredSplit : preferred
  const chosen = possible.find(({ kind }) => kind === panel.kind)
  const best = order.flatMap((kind) => possible.find((fit) => fit.kind === kind) ?? [])[0] ?? possible[0]
  const fit = isKindChosen ? (chosen ?? best) : best
  if (fit === undefined) return panel
  const isCutPossible = fit.kind === panel.kind && fit.granularities.includes(panel.granularity)
  // Bars by a dimension lie, the largest first: that is what most want of them.
  const usual =
    fit.kind === 'bar' && panel.dimensions.length > 0 && fit.granularities.includes(null)
      ? null
      : (fit.granularities[0] ?? null)
  const granularity = isCutPossible ? panel.granularity : usual
  const isCyclic = granularity !== null && granularity !== 'auto' && granularity !== 'month'
  const next = { ...panel, kind: fit.kind, granularity, cycle: isCyclic ? panel.cycle : 'sum' } as const
  return next.kind === panel.kind && next.granularity === panel.granularity && next.cycle === panel.cycle ? panel : next
}
