import type { Fact } from '@parley/core/declare/fact.ts'
import { agent } from './agent.ts'

/**
 * When agents were there: from a change of their presence to the next. Being offline makes no row. Several sources may
 * report one agent; the latest word holds.
 */
export const presence: Fact = {
  id: 'presence',
  grain: 'a stretch of time in which an agent was online or paused',
  thread: agent,
  time: 'since',
  lastsUntil: 'until',
  looks: { until: 'agent.presence_changed' },
  columns: [
    { id: 'until', type: 'time?', holds: 'the next change; absent while there was none' },
    { id: 'agent', type: 'word', holds: 'the agent' },
    { id: 'status', type: 'word', holds: 'online or paused' },
  ],
  select: `
  SELECT organization_id, time AS since, agent_id, event_key, next_time AS until, agent_id AS agent, status
  FROM presence_changes WHERE status IN ('online', 'paused')`,
}
