import type { TimeRange } from '@parley/core/time/granularity.ts'
import type { DateGroup } from '@parley/core/time/range.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../account/tables.ts'
import type { BenchmarkFigure } from './aggregate.ts'

/** One computation of a date group's benchmark. Instants are UTC milliseconds. */
export type BenchmarkRun = {
  readonly group: DateGroup
  readonly dueAt: number
  readonly computedAt: number
  readonly range: TimeRange
}

export type KeptBenchmark = { readonly run: BenchmarkRun; readonly figures: readonly BenchmarkFigure[] }

/** Where the benchmarks lie that were computed last, one for each date group. */
export type BenchmarkShelf = {
  /** Puts a benchmark in the place of the one before, all of it or nothing. */
  keep(benchmark: KeptBenchmark): Promise<void>
  /** What was computed last, or null when nothing was. */
  find(group: DateGroup): Promise<KeptBenchmark | null>
}

export function createBenchmarkShelf(db: Kysely<Tables>): BenchmarkShelf {
  return {
    async keep({ run, figures }) {
      const row = {
        date_group: run.group,
        due_at: run.dueAt,
        computed_at: run.computedAt,
        range_from: run.range.from,
        range_to: run.range.to,
      }
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('benchmark_runs').where('date_group', '=', run.group).execute()
        await transaction.deleteFrom('benchmark_figures').where('date_group', '=', run.group).execute()
        await transaction.insertInto('benchmark_runs').values(row).execute()
        // One by one: a database binds only so many values in one statement, and there may be many business types.
        for (const { metric, businessType, value, organizations, spread } of figures)
          await transaction
            .insertInto('benchmark_figures')
            .values({
              date_group: run.group,
              business_type: businessType ?? '',
              metric,
              value,
              organizations,
              ...(spread ?? { p25: null, median: null, p75: null }),
            })
            .execute()
      })
    },
    find(group) {
      return db.transaction().execute(async (transaction) => {
        const run = await transaction
          .selectFrom('benchmark_runs')
          .selectAll()
          .where('date_group', '=', group)
          .executeTakeFirst()
        if (!run) return null
        const rows = await transaction
          .selectFrom('benchmark_figures')
          .selectAll()
          .where('date_group', '=', group)
          .execute()
        return {
          run: {
            group,
            dueAt: run.due_at,
            computedAt: run.computed_at,
            range: { from: run.range_from, to: run.range_to },
          },
          figures: rows.map(({ business_type, metric, value, organizations, p25, median, p75 }) => ({
            metric,
            businessType: business_type || null,
            value,
            organizations,
            spread: p25 === null || median === null || p75 === null ? null : { p25, median, p75 },
          })),
        }
      })
    },
  }
}
