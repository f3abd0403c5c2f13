import { type DateGroup, dateGroups, groupRange } from '@parley/core/time/range.ts'
import { lastTurn } from '@parley/core/time/turn.ts'
import { benchmarkTurns } from '@parley/model/benchmark.ts'
import type { AskServices } from '../ask/asking.ts'
import type { Clock } from '../clock.ts'
import type { Job } from '../jobs/jobs.ts'
import { aggregate, type Contribution, maySpread } from './aggregate.ts'
import { figuresOf } from './figures.ts'
import type { BenchmarkShelf } from './shelf.ts'
import type { BenchmarkView } from './view.ts'

/** What a benchmark needs of the rest of the house. */
export type BenchmarkServices = {
  readonly ask: AskServices
  readonly shelf: BenchmarkShelf
  readonly clock: Clock
  /** Every organization of this installation, by id. */
  organizationIds(): Promise<readonly string[]>
  /** The business type of an organization, from its settings; null when it has none. */
  businessTypeOf(organizationId: string): Promise<string | null>
  /** The zone whose calendar decides when benchmarks are computed, and over which days. */
  readonly timeZone: string
  /** How many organizations have to contribute to a figure. */
  readonly minimumOrganizations: number
}

/** Benchmarks: other organizations' numbers, of which only the aggregate is ever kept (catalogue §3, Benchmark). */
export type Benchmark = {
  /** One for each date group. */
  readonly jobs: readonly Job[]
  viewFor(organizationId: string, group: DateGroup): Promise<BenchmarkView>
}

export function createBenchmark(services: BenchmarkServices): Benchmark {
  const { shelf, timeZone, minimumOrganizations } = services
  return {
    jobs: dateGroups.map((group) => ({
      name: `benchmark of ${group}`,
      lastDue: (now) => lastTurn(now, benchmarkTurns[group], timeZone),
      doneFor: async () => (await shelf.find(group))?.run.dueAt ?? null,
      // Everything that was acknowledged up to then has to be in the numbers.
      canRun: (dueAt) => services.ask.asOf() >= dueAt,
      run: (dueAt, signal) => compute(services, group, dueAt, signal),
    })),
    async viewFor(organizationId, group) {
      const [kept, businessType] = await Promise.all([shelf.find(group), services.businessTypeOf(organizationId)])
      // The minimum may have been raised since.
      const figures = (kept?.figures ?? [])
        .filter(({ organizations }) => organizations >= minimumOrganizations)
        .map((one) => ({ ...one, spread: maySpread(one.organizations, minimumOrganizations) ? one.spread : null }))
      const of = (type: string | null) =>
        new Map(figures.filter((figure) => figure.businessType === type).map((figure) => [figure.metric, figure]))
      return {
        run: kept?.run ?? null,
        all: of(null),
        businessType: businessType === null ? null : { id: businessType, figures: of(businessType) },
      }
    },
  }
}

async function compute(
  services: BenchmarkServices,
  group: DateGroup,
  dueAt: number,
  signal: AbortSignal,
): Promise<void> {
  const range = groupRange(group, services.timeZone, dueAt)
  const organizationIds = await services.organizationIds()
  const contributions: Contribution[] = []
  // Too few can never be enough: a small installation is not asked at all.
  if (organizationIds.length >= services.minimumOrganizations)
    for (const id of organizationIds) {
      signal.throwIfAborted()
      contributions.push({
        businessType: await services.businessTypeOf(id),
        figures: await figuresOf(services.ask, id, range, signal),
      })
    }
  await services.shelf.keep({
    run: { group, dueAt, computedAt: services.clock.now(), range },
    figures: aggregate(contributions, services.minimumOrganizations),
  })
}
