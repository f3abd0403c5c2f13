import type { Thread } from '@parley/core/declare/thread.ts'

/** An agent's comings and goings. */
export const agent: Thread = {
  id: 'agent',
  key: 'agent_id',
  eventTypes: ['agent.presence_changed'],
  subjectKind: 'agent',
  namedBy: 'subject_id',
  // Agents come and go for years.
  isChain: true,
  relations: [
    {
      name: 'presence_changes',
      sql: `
  SELECT
    organization_id, subject_id AS agent_id, xxHash64(source, id) AS event_key, status, events.time AS time,
    leadInFrame(toNullable(events.time)) OVER (
      PARTITION BY organization_id, subject_id ORDER BY events.time, length(id), id, source
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next_time
  FROM {events} AS events`,
    },
  ],
}
