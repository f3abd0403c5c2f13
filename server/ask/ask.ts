import { type Compiled, compileQuery } from '@parley/core/compile/compile.ts'
import { groupNames } from '@parley/core/compile/groups.ts'
import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import { factsOf } from '@parley/core/query/catalogue.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import type { QueryRequest } from '@parley/core/query/request.ts'
import { type Resolved, resolveQuery } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { QueryAnswer } from './answer.ts'
import { type Asker, type Asking, type AskServices, made, type Ran, readSettings } from './asking.ts'
import { shape } from './shape.ts'

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
  asking.compiled = {
    asked: compileQuery(query, catalogue, sight),
    compared: query.compared && compileQuery(query, catalogue, sight, query.compared),
  }
}

async function run(asking: Asking): Promise<void> {
  const { asked, compared } = made(asking.compiled)
  const engine = asking.services.engine()
  const options = { ...(asking.signal && { signal: asking.signal }), settings: readSettings }
  const keys = groupNames(made(asking.query)).length
  const runOne = async ({ sql, isGrouped }: Compiled): Promise<Ran> => {
    const rows = await engine.query(sql, options)
    if (!isGrouped) return { rows, totals: rows[0] }
    const [totals, ...groups] = rows
    return { rows: groups.map((row) => row.slice(1)), totals: totals?.slice(1 + keys) }
  }
  const [ranAsked, ranCompared] = await Promise.all([runOne(asked), compared && runOne(compared)])
  asking.ran = { asked: ranAsked, compared: ranCompared }
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
