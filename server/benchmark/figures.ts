import { queryLimits } from '@parley/core/query/request.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'
import { benchmarkKinds } from '@parley/model/benchmark.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { ask } from '../ask/ask.ts'
import type { AskServices } from '../ask/asking.ts'

/**
 * The numbers of one organization by itself, without those below it, over a range: what it answers to its own people.
 * Errors: those of `ask`, and the reason of the signal.
 */
export async function figuresOf(
  services: AskServices,
  organizationId: string,
  range: TimeRange,
  signal?: AbortSignal,
): Promise<Record<string, number | null>> {
  const itself: AskServices = { ...services, scopeOf: async () => [organizationId] }
  const known = [...benchmarkKinds.keys()].filter((metric) => catalogue.metrics.has(metric))
  const figures: Record<string, number | null> = {}
  for (let start = 0; start < known.length; start += queryLimits.metrics) {
    const metrics = known.slice(start, start + queryLimits.metrics)
    const { totals } = await ask(itself, { organizationId }, { metrics, range: instants(range) }, signal)
    Object.assign(figures, totals)
  }
  return figures
}

function instants({ from, to }: TimeRange): { from: string; to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}
