import type { Fact } from '@parley/core/declare/fact.ts'
import type { Thread } from '@parley/core/declare/thread.ts'

/** When an agent was told to be active: of these moments none depends on another. */
const agentActivity: Thread = {
  id: 'agent_activity',
  key: 'agent_id',
  eventTypes: ['agent.active'],
  subjectKind: 'agent',
  namedBy: 'subject_id',
  // Agents are active for years.
  isChain: true,
  relations: [
    {
      name: 'activity_moments',
      sql: `
  SELECT organization_id, subject_id AS agent_id, xxHash64(source, id) AS event_key, events.time AS time
  FROM {events} AS events`,
    },
  ],
}

/** Moments in which an agent did something that is no message: looked into a chat, opened the app. */
export const activity: Fact = {
  id: 'activity',
  grain: 'a moment in which an agent was told to be active',
  thread: agentActivity,
  time: 'active_at',
  looks: 'back',
  columns: [{ id: 'agent', type: 'word', holds: 'the agent' }],
  select: `
  SELECT organization_id, time AS active_at, agent_id, event_key, agent_id AS agent FROM activity_moments`,
}
