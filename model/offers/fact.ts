import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

/** What agents were offered, and what they let pass. */
export const offers: Fact = {
  id: 'offers',
  grain: 'a conversation offered to an agent, or let pass by one',
  thread: conversation,
  madeBy: ['conversation.offered', 'conversation.skipped'],
  time: 'offered_at',
  looks: 'back',
  columns: [
    { id: 'is_skip', type: 'flag', holds: 'let pass rather than offered' },
    {
      id: 'is_first',
      type: 'flag',
      holds: 'the first of its kind for this agent in the session: offered again, it is still one conversation',
    },
    { id: 'session_number', type: 'count', holds: 'the session it belongs to; 0 before the first' },
    { id: 'agent', type: 'word', holds: 'the agent it was offered to' },
    { id: 'team', type: 'word', holds: 'the team in force then' },
    { id: 'inbox', type: 'word', holds: 'the inbox in force then' },
    { id: 'channel', type: 'word', holds: 'the channel known then' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint known then' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS offered_at, conversation_id, event_key,
    type = 'conversation.skipped' AS is_skip,
    row_number() OVER (PARTITION BY organization_id, conversation_id, session_number, agent_id, type ORDER BY position) = 1 AS is_first,
    session_number, agent_id AS agent, team_in_force AS team, inbox_in_force AS inbox,
    known_channel AS channel, known_touchpoint AS touchpoint
  FROM thread WHERE type IN ('conversation.offered', 'conversation.skipped')`,
}
