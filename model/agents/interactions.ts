import type { AskedFact } from '@parley/core/declare/fact.ts'
import { messages } from '../messages/fact.ts'
import { activity } from './activity.ts'

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
    unites: [
      {
        fact: messages.id,
        where: "author_kind = 'agent'",
        columns: {
          interacted_at: messages.time,
          [messages.thread.key]: messages.thread.key,
          author_kind: 'author_kind',
          agent: 'agent',
          bot: 'bot',
          channel: 'channel',
          touchpoint: 'touchpoint',
          inbox: 'inbox',
          team: 'team',
        },
      },
      {
        fact: activity.id,
        columns: {
          interacted_at: activity.time,
          [messages.thread.key]: "''",
          author_kind: "'agent'",
          agent: 'agent',
          bot: "''",
          channel: "''",
          touchpoint: "''",
          inbox: "''",
          team: "''",
        },
      },
    ],
  },
}
