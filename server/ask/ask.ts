import { compileQuery } from '@parley/core/compile/compile.ts'
import { groupNames } from '@parley/core/compile/groups.ts'
import { countedMetrics, monthsFact } from '@parley/core/declare/metric.ts'
import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import { factsOf } from '@parley/core/query/catalogue.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import { type Resolved, type ResolvedQuery, resolveQuery } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { QueryAnswer } from './answer.ts'
import { type Asker, type Asking, type AskServices, made, type Ran, type ToRun } from './asking.ts'
import { readSettings } from './read-settings.ts'
import { shape } from './shape.ts'
import type { HeldRows } from './shared-rows.ts'

export type AskStep = { readonly name: string; readonly run: (asking: Asking) => Promise<void> }

/** The way of a question through the house, straight through. */
export const askSteps: readonly AskStep[] = [
  { name: 'resolve', run: resolve },
  { name: 'guard', run: guard },
  { name: 'look_up', run: lookUp },
  { name: 'compile', run: compile },
  { name: 'run', run },
  { name: 'benchmark', run: lookUpBenchmark },
  {
    name: 'shape',
    async run(asking) {
      asking.answer = await shape(asking)
    },
  },
]

/**
 * Answers a question. Errors: `invalid_query` (400, with every problem), `engine_unavailable`, `query_too_slow` and
 * `query_too_large` (503).
 */
export async function ask(
  services: AskServices,
  asker: Asker,
  request: QueryRequest,
  signal?: AbortSignal,
): Promise<QueryAnswer> {
  const asking: Asking = { services, asker, request, signal }
  for (const step of askSteps) await step.run(asking)
  return made(asking.answer)
}

async function resolve(asking: Asking): Promise<void> {
  const { services, asker, request } = asking
  const timeZone = await services.timeZoneOf(asker.organizationId)
  asking.query = orRefuse(resolveQuery(request, catalogue, { now: services.asOf(), timeZone }))
}

async function guard(asking: Asking): Promise<void> {
  asking.scope = organizationScope(await asking.services.scopeOf(asking.asker.organizationId))
}

async function lookUp(asking: Asking): Promise<void> {
  const { metrics, dimensions, filters } = made(asking.query)
  const scope = made(asking.scope)
  const needed = lookupsNeeded(
    metrics,
    [...dimensions, ...filters.map(({ dimension }) => dimension)],
    factsOf(catalogue, metrics),
  )
  asking.sight = { scope, lookups: await asking.services.lookUp(scope.organizationIds, needed) }
}

async function compile(asking: Asking): Promise<void> {
  const query = made(asking.query)
  const sight = made(asking.sight)
  const compileFor = (range: TimeRange): ToRun => {
    const shared = new Set<string>()
    const compiled = compileQuery(query, catalogue, sight, {
      range,
      share(rows) {
        shared.add(rows)
        return `(${rows})`
      },
    })
    return {
      range,
      shared,
      write: (tables) =>
        shared.size === 0
          ? compiled
          : compileQuery(query, catalogue, sight, { range, share: (rows) => made(tables.get(rows)) }),
    }
  }
  asking.compiled = { asked: compileFor(query.range), compared: query.compared && compileFor(query.compared) }
}

async function run(asking: Asking): Promise<void> {
  const { asked, compared } = made(asking.compiled)
  const [ranAsked, ranCompared] = await Promise.all([runOne(asking, asked), compared && runOne(asking, compared)])
  asking.ran = { asked: ranAsked, compared: ranCompared }
}

async function runOne(asking: Asking, { range, shared, write }: ToRun): Promise<Ran> {
  if (isBeforeAll(asking, range)) return nothing(made(asking.query))
  const { services, signal, query } = asking
  const tables = new Map<string, HeldRows>()
  try {
    for (const select of shared) tables.set(select, await services.sharedRows.hold(select))
    const { sql, isGrouped } = write(new Map([...tables].map(([select, { table }]) => [select, table])))
    const rows = await services.engine().query(sql, { ...(signal && { signal }), settings: readSettings })
    if (!isGrouped) return { rows, totals: rows[0] }
    const [totals, ...groups] = rows
    return { rows: groups.map((row) => row.slice(1)), totals: totals?.slice(1 + groupNames(made(query)).length) }
  } finally {
    for (const { release } of tables.values()) release()
  }
}

/**
 * Before the first event nothing happened, save what lasts, which may be told when it is over, and what people set for months,
 * which they may set for earlier ones.
 */
function isBeforeAll({ services, query }: Asking, { to }: TimeRange): boolean {
  const { metrics } = made(query)
  return (
    to <= services.beginsAt() &&
    factsOf(catalogue, metrics).every(({ lastsUntil }) => lastsUntil === undefined) &&
    metrics.flatMap(countedMetrics).every(({ fact }) => fact !== monthsFact)
  )
}

/** What the engine gives where there are no rows. */
function nothing(query: ResolvedQuery): Ran {
  const totals = query.metrics.map(({ empty }) => empty)
  return { rows: groupNames(query).length === 0 ? [totals] : [], totals }
}

async function lookUpBenchmark(asking: Asking): Promise<void> {
  const { services, asker } = asking
  const { benchmark } = made(asking.query)
  asking.benchmark = benchmark && (await services.benchmarkFor(asker.organizationId, benchmark))
}

/** The resolved question, or 400 `invalid_query` with everything that is wrong with it. */
export function orRefuse<T>(resolved: Resolved<T>): T {
  if (resolved.ok) return resolved.query
  throw invalidQuery(resolved.problems)
}

function invalidQuery(problems: readonly Problem[]): AppError {
  return new AppError('invalid_query', 400, problems.map(({ message }) => message).join(' '), { problems })
}
