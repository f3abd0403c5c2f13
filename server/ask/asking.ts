import type { Compiled } from '@parley/core/compile/compile.ts'
import type { LookupName, Lookups, Sight } from '@parley/core/query/lookups.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import type { ResolvedQuery } from '@parley/core/query/resolve.ts'
import type { OrganizationScope } from '@parley/core/query/scope.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'
import type { DateGroup } from '@parley/core/time/range.ts'
import type { Language } from '@parley/model/texts/index.ts'
import type { BenchmarkView } from '../benchmark/view.ts'
import type { Engine } from '../store/engine.ts'
import type { QueryAnswer } from './answer.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { SharedRows } from './shared-rows.ts'

/**
 * Who asks: the organization decides what is seen, its time zone what a day is, the language how the catalogue's own
 * values are called; English when absent.
 */
export type Asker = { readonly organizationId: string; readonly language?: Language }

/** What asking needs of the rest of the house. */
export type AskServices = {
  /** The engine, or 503 `engine_unavailable` while it is down. */
  engine(): Engine
  /** The organization and its descendants. */
  scopeOf(organizationId: string): Promise<readonly string[]>
  timeZoneOf(organizationId: string): Promise<string>
  /** The instant up to which answers are complete, in UTC milliseconds. */
  asOf(): number
  /** The instant of the first event of all, or one before it, in UTC milliseconds; infinity before there is any. */
  beginsAt(): number
  /** Rows that questions share, as they are now. */
  readonly sharedRows: SharedRows
  readonly phraseBook: PhraseBook
  /** What people set and described in these organizations; what is not needed stays empty. */
  lookUp(organizationIds: readonly string[], needed: ReadonlySet<LookupName>): Promise<Lookups>
  /** The names of entities by kind and id, of these organizations. */
  namesOf(organizationIds: readonly string[]): Promise<Names>
  /** What an organization may see of the benchmark of a date group. */
  benchmarkFor(organizationId: string, group: DateGroup): Promise<BenchmarkView>
}

/** Kind → id → name. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The raw rows of a question: of each group its keys, metrics and currencies; of the totals without keys. */
export type Ran = { readonly rows: unknown[][]; readonly totals: unknown[] | undefined }

/** A statement to be: the SELECTs of the rows that it shares with others, and how it is written once they are in tables. */
export type ToRun = {
  readonly range: TimeRange
  readonly shared: ReadonlySet<string>
  readonly write: (tables: ReadonlyMap<string, string>) => Compiled
}

/** A question on its way to an answer. Each step adds its part. */
export type Asking = {
  readonly services: AskServices
  readonly asker: Asker
  readonly request: QueryRequest
  readonly signal: AbortSignal | undefined
  query?: ResolvedQuery
  scope?: OrganizationScope
  sight?: Sight
  compiled?: { readonly asked: ToRun; readonly compared: ToRun | null }
  ran?: { readonly asked: Ran; readonly compared: Ran | null }
  benchmark?: BenchmarkView | null
  answer?: QueryAnswer
}

/** What an earlier step of the same list has made. */
export function made<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('A step ran before the step it needs.')
  return part
}
