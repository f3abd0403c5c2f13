import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

/** Messages of contacts, agents and bots; system and private ones never count (catalogue §2 rule 7). */
export const messages: Fact = {
  id: 'messages',
  grain: 'a message of a contact, an agent or a bot',
  thread: conversation,
  time: 'sent_at',
  looks: 'back',
  columns: [
    { id: 'author_kind', type: 'word', holds: 'contact, agent or bot' },
    { id: 'author', type: 'id', holds: 'who wrote it' },
    { id: 'agent', type: 'word', holds: 'the agent who wrote it' },
    { id: 'bot', type: 'word', holds: 'the bot that wrote it' },
    { id: 'channel', type: 'word', holds: 'its channel, or else the last one known in the conversation' },
    { id: 'touchpoint', type: 'word', holds: 'its touchpoint, or else the last one known in the conversation' },
    { id: 'inbox', type: 'word', holds: 'the inbox in force when it was sent' },
    { id: 'team', type: 'word', holds: 'the team in force when it was sent' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS sent_at, conversation_id, event_key,
    author_kind, author_id AS author, if(author_kind = 'agent', author_id, '') AS agent, if(author_kind = 'bot', author_id, '') AS bot,
    known_channel AS channel, known_touchpoint AS touchpoint,
    inbox_in_force AS inbox, team_in_force AS team
  FROM thread WHERE is_message`,
}
