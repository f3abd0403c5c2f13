import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

/** Answered surveys, submitted or closed alike (001). */
export const surveys: Fact = {
  id: 'surveys',
  grain: 'a survey that was submitted or closed',
  thread: conversation,
  madeBy: 'survey.answered',
  time: 'answered_at',
  looks: 'back',
  columns: [
    { id: 'rating', type: 'number?', holds: 'the rating, absent if none was chosen' },
    { id: 'scale', type: 'count', holds: '5 or 10' },
    { id: 'is_submitted', type: 'flag', holds: 'submitted rather than closed' },
    { id: 'session_number', type: 'count', holds: 'the session it belongs to; 0 before the first' },
    { id: 'agent', type: 'word', holds: 'the agent it names, or else the one in force then' },
    { id: 'team', type: 'word', holds: 'the team in force then' },
    { id: 'channel', type: 'word', holds: 'the channel known then' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint known then' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS answered_at, conversation_id, event_key,
    number_a AS rating, toUInt32(ifNull(number_b, 5)) AS scale, bitAnd(flags, 32) > 0 AS is_submitted, session_number,
    if(agent_id != '', agent_id, agent_in_force) AS agent, team_in_force AS team,
    known_channel AS channel, known_touchpoint AS touchpoint
  FROM thread WHERE type = 'survey.answered'`,
}
