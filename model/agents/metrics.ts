import { type Condition, type Metric, ratioMetric } from '@parley/core/declare/metric.ts'

const online = timeMetric('online_seconds', 'presence', "status = 'online'", ['002'])
// What bots talk is no agent's time.
const talking = timeMetric('agent_talk_seconds', 'talks', "agent != ''", [])

/** Agents: their time, counted in the buckets in which it passed, and who did something. */
export const agentMetrics: readonly Metric[] = [
  online,
  timeMetric('paused_seconds', 'presence', "status = 'paused'", ['002']),
  talking,
  presentMetric('agents_online', 'online'),
  presentMetric('agents_paused', 'paused'),
  ratioMetric('agent_occupancy', talking, online, []),
  {
    id: 'agents_active',
    fact: 'interactions',
    unit: 'count',
    // Who writes as an agent without an id is a guest too.
    measure: { kind: 'unique', of: 'agent', where: "agent != '' AND NOT {is_guest:agent}" },
    additive: false,
    empty: 0,
    source: ['004'],
  },
]

function timeMetric(id: string, fact: string, where: Condition, source: readonly string[]): Metric {
  return { id, fact, unit: 'seconds', measure: { kind: 'time', where }, additive: true, empty: 0, source }
}

/** Who is there now, among those who were in the range. */
function presentMetric(id: string, status: 'online' | 'paused'): Metric {
  return {
    id,
    fact: 'presence',
    unit: 'count',
    measure: { kind: 'unique', of: 'agent', where: `status = '${status}' AND until IS NULL` },
    additive: false,
    empty: 0,
    source: ['002'],
  }
}
