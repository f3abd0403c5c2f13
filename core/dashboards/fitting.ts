import { type PanelGranularity, type PanelKind, panelKinds } from '../declare/dashboard.ts'
import type { Problem } from '../errors/app-error.ts'
import type { Catalogue } from '../query/catalogue.ts'
import { panelProblems } from './panel-problems.ts'
import { panelRules } from './panel-rules.ts'

/** Whether a kind can draw some metrics: how it may be cut by time, or why it cannot. */
export type Fit = {
  readonly kind: PanelKind
  /** The usual one first; empty when the kind does not fit. */
  readonly granularities: readonly (PanelGranularity | null)[]
  readonly problems: readonly Problem[]
}

/** Of every kind, whether it can draw these metrics split by these dimensions. */
export function fittingKinds(
  metrics: readonly string[],
  dimensions: readonly string[],
  { catalogue, picker }: { readonly catalogue: Catalogue; readonly picker: readonly string[] },
): Fit[] {
  return panelKinds.map((kind) => {
    const tried = panelRules[kind].granularities.map((granularity) => ({
      granularity,
      problems: panelProblems({ kind, metrics, dimensions, granularity }, { catalogue, picker, pointer: '' }),
    }))
    const fitting = tried.filter(({ problems }) => problems.length === 0)
    return {
      kind,
      granularities: fitting.map(({ granularity }) => granularity),
      problems: fitting.length > 0 ? [] : (tried[0]?.problems ?? []),
    }
  })
}
