import type { ResolvedQuery } from '@parley/core/query/resolve.ts'
import type { BenchmarkFigure } from '../benchmark/aggregate.ts'
import type { BenchmarkView } from '../benchmark/view.ts'
import type { BenchmarkComparison, BenchmarkFigures } from './answer.ts'

/** The benchmark's figures for the metrics that were asked for. */
export function benchmarkComparison(query: ResolvedQuery, view: BenchmarkView): BenchmarkComparison {
  const { run, all, businessType } = view
  const range = run?.range ?? query.range
  return {
    kind: 'benchmark',
    rows: [],
    ...figuresOf(query, all),
    range: { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() },
    computed_at: run && new Date(run.computedAt).toISOString(),
    business_type: businessType && { id: businessType.id, ...figuresOf(query, businessType.figures) },
  }
}

function figuresOf({ metrics }: ResolvedQuery, figures: ReadonlyMap<string, BenchmarkFigure>): BenchmarkFigures {
  const each = <Value>(read: (figure: BenchmarkFigure) => Value): Record<string, Value | null> =>
    Object.fromEntries(
      metrics.map(({ id }) => {
        const figure = figures.get(id)
        return [id, figure ? read(figure) : null]
      }),
    )
  return {
    totals: each(({ value }) => value),
    organizations: each(({ organizations }) => organizations),
    spread: each(({ spread }) => spread),
  }
}
