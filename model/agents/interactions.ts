import type { AskedFact } from '@parley/core/declare/fact.ts'
import { messages } from '../messages/fact.ts'

/** Everything by which an agent is active: the messages they wrote, and the moments in which they were told to be active. */
export const interactions: AskedFact = {
  id: 'interactions',
  grain: 'a message that an agent wrote, or a moment in which an agent was told to be active',
  thread: { id: 'interaction', key: messages.thread.key },
  time: 'interacted_at',
  columns: [
    { id: 'author_kind', type: 'word', holds: 'agent' },
    { id: 'agent', type: 'word', holds: 'the agent' },
    { id: 'bot', type: 'word', holds: 'none: what bots do is no interaction of an agent' },
    { id: 'channel', type: 'word', holds: 'the channel of the message; none of other activity' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint of the message; none of other activity' },
    { id: 'inbox', type: 'word', holds: 'the inbox in force when the message was sent; none of other activity' },
    { id: 'team', type: 'word', holds: 'the team in force when the message was sent; none of other activity' },
  ],
  made: {
    sql: `
SELECT organization_id, sent_at AS interacted_at, ${messages.thread.key}, event_key,
  author_kind, agent, bot, channel, touchpoint, inbox, team
FROM {rows:messages} AS sent WHERE author_kind = 'agent'
UNION ALL
SELECT organization_id, active_at AS interacted_at, '' AS ${messages.thread.key}, event_key,
  'agent' AS author_kind, agent, '' AS bot, '' AS channel, '' AS touchpoint, '' AS inbox, '' AS team
FROM {rows:activity} AS moments`,
  },
}
