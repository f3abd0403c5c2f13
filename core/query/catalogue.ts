import type { Dimension } from '../declare/dimension.ts'
import type { AskedFact, Fact } from '../declare/fact.ts'
import { countedMetrics, isCountedFrom, type Metric } from '../declare/metric.ts'

/** Everything that can be asked, by id. */
export type Catalogue = {
  readonly facts: ReadonlyMap<string, AskedFact>
  /** The facts that have tables. */
  readonly stored: ReadonlyMap<string, Fact>
  readonly metrics: ReadonlyMap<string, Metric>
  readonly dimensions: ReadonlyMap<string, Dimension>
}

/** `made`: facts whose rows are made when they are asked for; one with the id of a stored fact completes its rows. */
export function createCatalogue(parts: {
  facts: readonly Fact[]
  made?: readonly AskedFact[]
  metrics: readonly Metric[]
  dimensions: readonly Dimension[]
}): Catalogue {
  const stored = byId(parts.facts)
  return {
    facts: new Map([...stored, ...byId(parts.made ?? [])]),
    stored,
    metrics: byId(parts.metrics),
    dimensions: byId(parts.dimensions),
  }
}

/** The dimensions by which a metric can be split: those its fact has; of a ratio, those both its facts have. */
export function dimensionsOf(catalogue: Catalogue, metric: Metric): Dimension[] {
  return [...catalogue.dimensions.values()].filter((dimension) => isCountedFrom(metric, dimension.columns))
}

/** The facts that metrics are counted from; what is only set has none. */
export function factsOf(catalogue: Catalogue, metrics: readonly Metric[]): AskedFact[] {
  return metrics.flatMap(countedMetrics).flatMap(({ fact }) => catalogue.facts.get(fact) ?? [])
}

function byId<T extends { readonly id: string }>(things: readonly T[]): Map<string, T> {
  const map = new Map(things.map((thing) => [thing.id, thing]))
  if (map.size !== things.length) throw new Error('Two declarations share an id.')
  return map
}
