import { type Condition, type Metric, ratioMetric } from '@parley/core/declare/metric.ts'

const online = timeMetric('online_seconds', 'presence', "status = 'online'", ['002'])
// What bots talk is no agent's time.
const talking = timeMetric('agent_talk_seconds', 'talks', "agent != ''", [])

/** Agents' time, counted in the buckets in which it passed. */
export const agentMetrics: readonly Metric[] = [
  online,
  timeMetric('paused_seconds', 'presence', "status = 'paused'", ['002']),
  talking,
  ratioMetric('agent_occupancy', talking, online, []),
]

function timeMetric(id: string, fact: string, where: Condition, source: readonly string[]): Metric {
  return { id, fact, unit: 'seconds', measure: { kind: 'time', where }, additive: true, empty: 0, source }
}
