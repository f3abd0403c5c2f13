import type { Fact } from '@parley/core/declare/fact.ts'
import { pricePartsSql } from '@parley/core/money/sql.ts'
import { conversation } from '../conversations/conversation.ts'

// Of the relation: the fact has a column of the same name.
const paid = pricePartsSql('thread.price')
const sentMs = 'toUnixTimestamp64Milli(spanned.sent_at)'

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
    {
      id: 'waiting',
      type: 'duration?',
      holds: 'on an agent’s first word after the conversation was routed or offered: since then',
    },
    { id: 'is_first_word', type: 'flag', holds: 'the first message of its agent in its session' },
    { id: 'price', type: 'money', holds: 'its price; zero without one' },
    { id: 'currency', type: 'word', holds: 'the currency of its price; none without one' },
    { id: 'waiting_service', type: 'duration?', holds: '`waiting` in service hours' },
  ],
  unshown: [{ id: 'words_hash', type: 'hash', holds: 'what messages with the same words share; 0 without words' }],
  inServiceHours: [{ id: 'waiting_service', from: `${sentMs} - spanned.waiting`, to: sentMs }],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS sent_at, conversation_id, event_key,
    author_kind, author_id AS author, if(author_kind = 'agent', author_id, '') AS agent, if(author_kind = 'bot', author_id, '') AS bot,
    known_channel AS channel, known_touchpoint AS touchpoint,
    inbox_in_force AS inbox, team_in_force AS team,
    if(writer = 2 AND queue_before = 2, time - queued_since, NULL) AS waiting,
    (organization_id, event_key) IN (
      -- After one's own message in a session nothing is a first one: what is left are few.
      SELECT organization_id, argMin(event_key, position) FROM thread
      WHERE writer = 2 AND (agents_before = agents_before_session OR author_id != last_agent)
      GROUP BY organization_id, conversation_id, session_number, author_id) AS is_first_word,
    ${paid.amount} AS price, ${paid.currency} AS currency,
    words_hash
  FROM thread WHERE is_message`,
}
