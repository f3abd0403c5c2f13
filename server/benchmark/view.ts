import type { BenchmarkFigure } from './aggregate.ts'
import type { BenchmarkRun } from './shelf.ts'

/** What an organization may see of a date group's benchmark: that of all organizations and that of its own business type. */
export type BenchmarkView = {
  /** Null while it has not been computed for the first time. */
  readonly run: BenchmarkRun | null
  readonly all: ReadonlyMap<string, BenchmarkFigure>
  /** Null for an organization without a business type. */
  readonly businessType: { readonly id: string; readonly figures: ReadonlyMap<string, BenchmarkFigure> } | null
}
