import type { Dimension } from '../declare/dimension.ts'
import type { Fact } from '../declare/fact.ts'
import type { Metric } from '../declare/metric.ts'

/** Everything that can be asked, by id. */
export type Catalogue = {
  readonly facts: ReadonlyMap<string, Fact>
  readonly metrics: ReadonlyMap<string, Metric>
  readonly dimensions: ReadonlyMap<string, Dimension>
}

export function createCatalogue(parts: {
  facts: readonly Fact[]
  metrics: readonly Metric[]
  dimensions: readonly Dimension[]
}): Catalogue {
  return { facts: byId(parts.facts), metrics: byId(parts.metrics), dimensions: byId(parts.dimensions) }
}

/** The dimensions by which a metric can be split: those its fact has. */
export function dimensionsOf(catalogue: Catalogue, metric: Metric): Dimension[] {
  return [...catalogue.dimensions.values()].filter((dimension) => metric.fact in dimension.columns)
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  const map = new Map(things.map((thing) => [thing.id, thing]))
  if (map.size !== things.length) throw new Error('Two declarations share an id.')
  return map
}
