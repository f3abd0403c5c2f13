import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

// Contact after agent, or agent after contact.
const isReply = 'said.writer > 0 AND said.previous_writer > 0 AND said.writer != said.previous_writer'

const repliedMs = 'toUnixTimestamp64Milli(spanned.replied_at)'

/**
 * Replies, per conversation and not cut by sessions (catalogue §2, Replies): an agent's answer to a waiting contact, and
 * mirrored, a contact's answer to an agent. Bots neither open nor close a wait.
 */
export const replies: Fact = {
  id: 'replies',
  grain: 'a message that answers the other side, contact or agent',
  thread: conversation,
  time: 'replied_at',
  looks: 'session',
  columns: [
    { id: 'author_kind', type: 'word', holds: 'who replied: agent or contact' },
    {
      id: 'response',
      type: 'duration',
      holds: 'an agent’s: since the first unanswered message; a contact’s: since the agent’s last message',
    },
    {
      id: 'first_response',
      type: 'duration?',
      holds: 'on the first agent message after the contact’s first in the session: since that first message',
    },
    {
      id: 'first_response_after_handover',
      type: 'duration?',
      holds: 'the same since the last hand-over by a bot in between; absent without one',
    },
    {
      id: 'is_offline',
      type: 'flag',
      holds: 'a contact’s: the agent’s last message was sent while the contact was offline',
    },
    { id: 'channel', type: 'word', holds: 'the channel of its session' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint of its session' },
    { id: 'url', type: 'word', holds: 'the page of its session' },
    { id: 'device', type: 'word', holds: 'the contact’s device in its session' },
    { id: 'browser', type: 'word', holds: 'the contact’s browser in its session' },
    { id: 'os', type: 'word', holds: 'the contact’s operating system in its session' },
    { id: 'country', type: 'word', holds: 'the contact’s country in its session' },
    { id: 'region', type: 'word', holds: 'the contact’s region in its session' },
    { id: 'place', type: 'word', holds: 'the contact’s place in its session' },
    { id: 'inbox', type: 'word', holds: 'the inbox in force when it came' },
    { id: 'team', type: 'word', holds: 'the team in force when it came' },
    { id: 'agent', type: 'word', holds: 'the agent who replied, or who is replied to' },
    { id: 'first_agent', type: 'word', holds: 'the agent who wrote first in its session' },
    { id: 'bot', type: 'word', holds: 'the bot of its session' },
    { id: 'category', type: 'word', holds: 'the outcome category of its session' },
    { id: 'initiator', type: 'word', holds: 'who began its session' },
    { id: 'auto_message', type: 'word', holds: 'the auto message its session came from' },
    { id: 'response_service', type: 'duration?', holds: '`response` in service hours' },
    { id: 'first_response_service', type: 'duration?', holds: '`first_response` in service hours' },
    {
      id: 'first_response_after_handover_service',
      type: 'duration?',
      holds: '`first_response_after_handover` in service hours',
    },
  ],
  inServiceHours: ['response', 'first_response', 'first_response_after_handover'].map((duration) => ({
    id: `${duration}_service`,
    from: `${repliedMs} - spanned.${duration}`,
    to: repliedMs,
  })),
  select: `
  SELECT
    said.organization_id AS organization_id, fromUnixTimestamp64Milli(said.time, 'UTC') AS replied_at,
    said.conversation_id AS conversation_id, said.event_key AS event_key,
    said.author_kind AS author_kind,
    said.time - if(said.writer = 2, said.waiting_since, said.last_agent_time) AS response,
    if(said.writer = 2 AND around.contact_messages > 0 AND said.position > around.opened_position AND said.agents_before = around.agents_before_opened,
       said.time - around.opened, NULL) AS first_response,
    if(first_response IS NOT NULL AND said.handover_position > around.opened_position, said.time - said.handover_time, NULL) AS first_response_after_handover,
    said.writer = 1 AND said.last_agent_unseen AS is_offline,
    around.channel AS channel, around.touchpoint AS touchpoint, around.url AS url,
    around.device AS device, around.browser AS browser, around.os AS os, around.country AS country, around.region AS region, around.place AS place,
    said.inbox_in_force AS inbox, said.team_in_force AS team,
    if(said.writer = 2, said.author_id, said.last_agent) AS agent,
    around.first_agent AS first_agent, around.bot AS bot, around.category AS category,
    around.initiator AS initiator, around.auto_message AS auto_message
  FROM thread AS said
  INNER JOIN session_rows AS around USING (organization_id, conversation_id, session_number)
  WHERE ${isReply}`,
  withdrawn: {
    when: 'after_late_events',
    select: `
  SELECT organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS replied_at, conversation_id, event_key
  FROM thread WHERE is_message AND NOT (${isReply.replaceAll('said.', '')})`,
  },
}
