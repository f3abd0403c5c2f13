import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

/** When bots took up conversations, and when they handed them over. */
export const botTurns: Fact = {
  id: 'bot_turns',
  grain: 'a bot that took up a conversation or handed it over',
  thread: conversation,
  madeBy: ['bot.started', 'bot.handed_over'],
  time: 'turned_at',
  looks: 'back',
  columns: [
    { id: 'is_handover', type: 'flag', holds: 'handed over rather than taken up' },
    { id: 'session_number', type: 'count', holds: 'the session it belongs to; 0 before the first' },
    { id: 'bot', type: 'word', holds: 'the bot' },
    { id: 'agent', type: 'word', holds: 'the agent it names, or else the one in force then' },
    { id: 'team', type: 'word', holds: 'the team in force then' },
    { id: 'inbox', type: 'word', holds: 'the inbox in force then' },
    { id: 'channel', type: 'word', holds: 'the channel known then' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint known then' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS turned_at, conversation_id, event_key,
    type = 'bot.handed_over' AS is_handover, session_number, bot_id AS bot,
    if(agent_id != '', agent_id, agent_in_force) AS agent, team_in_force AS team, inbox_in_force AS inbox,
    known_channel AS channel, known_touchpoint AS touchpoint
  FROM thread WHERE type IN ('bot.started', 'bot.handed_over')`,
}
