import type { TitledPanel } from '../../ask/catalogue.ts'

type Known = {
  readonly metrics: ReadonlyMap<string, unknown>
  readonly dimensions: ReadonlyMap<string, unknown>
  /** The metric of the page's picker, where it has one. */
  readonly picked: string | undefined
}

/** What a composed panel names that the catalogue no longer has. */
export function goneFrom(
  { metrics, dimensions }: Pick<TitledPanel, 'metrics' | 'dimensions'>,
  known: Known,
): readonly string[] {
  return [
    ...metrics.filter((id) => (id === '$picked' ? known.picked === undefined : !known.metrics.has(id))),
    ...dimensions.filter((id) => !known.dimensions.has(id)),
  ]
}
