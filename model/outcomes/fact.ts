import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

/** Outcomes that agents and bots record. One recorded again under its `outcome_id` counts once, as it was last said. */
export const outcomes: Fact = {
  id: 'outcomes',
  grain: 'the last version of an outcome recorded on a conversation',
  thread: conversation,
  madeBy: 'outcome.recorded',
  time: 'recorded_at',
  looks: 'back',
  columns: [
    { id: 'outcome', type: 'id', holds: 'its id in the source, none if it has none' },
    { id: 'session_number', type: 'count', holds: 'the session it belongs to; 0 before the first' },
    { id: 'category', type: 'word', holds: 'its category' },
    { id: 'is_effective', type: 'flag', holds: 'marked effective' },
    { id: 'is_lead', type: 'flag', holds: 'has contact details' },
    { id: 'chatpoints', type: 'number', holds: 'chatpoints' },
    { id: 'points_v1', type: 'number', holds: 'points (V1)' },
    { id: 'author_kind', type: 'word', holds: 'who recorded it: agent or bot' },
    { id: 'agent', type: 'word', holds: 'the agent who recorded it' },
    { id: 'bot', type: 'word', holds: 'the bot that recorded it' },
    { id: 'channel', type: 'word', holds: 'the channel known then' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint known then' },
    { id: 'inbox', type: 'word', holds: 'the inbox in force then' },
    { id: 'team', type: 'word', holds: 'the team in force then' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS recorded_at, conversation_id, event_key,
    reference AS outcome, session_number, category,
    bitAnd(flags, 8) > 0 AS is_effective, bitAnd(flags, 16) > 0 AS is_lead,
    ifNull(number_a, 0) AS chatpoints, ifNull(number_b, 0) AS points_v1,
    author_kind, if(author_kind = 'agent', author_id, '') AS agent, if(author_kind = 'bot', author_id, '') AS bot,
    known_channel AS channel, known_touchpoint AS touchpoint,
    inbox_in_force AS inbox, team_in_force AS team
  FROM outcome_rows WHERE is_last`,
  withdrawn: {
    when: 'always',
    select: `
  SELECT organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS recorded_at, conversation_id, event_key
  FROM outcome_rows WHERE NOT is_last`,
  },
}
