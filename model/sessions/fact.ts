import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

const startedMs = 'toUnixTimestamp64Milli(spanned.started_at)'

/** Sessions: the unit that "chats" counts (catalogue §2, Sessions). */
export const sessions: Fact = {
  id: 'sessions',
  grain: 'a continuous stretch of a conversation, from its first message or call to its last',
  thread: conversation,
  time: 'started_at',
  looks: 'session',
  columns: [
    { id: 'session_number', type: 'count', holds: 'the position of the session in its conversation, from 1' },
    { id: 'ended_at', type: 'time', holds: 'the last message or call' },
    { id: 'closes_at', type: 'time', holds: 'when it was ended, or else when the channel’s session timeout is over' },
    { id: 'duration', type: 'duration', holds: 'from the first message or call to the last' },
    { id: 'end_reason', type: 'word', holds: 'why it was ended after its last message or call; none if it never was' },
    {
      id: 'resolution',
      type: 'duration?',
      holds: 'from the first message or call to the end by `resolved`; absent if it was not resolved',
    },
    { id: 'channel', type: 'word', holds: 'the channel of its first message or call' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint of its first message or call' },
    { id: 'url', type: 'word', holds: 'the page known at its first message or call' },
    { id: 'device', type: 'word', holds: 'the contact’s device, as known first' },
    { id: 'browser', type: 'word', holds: 'the contact’s browser, as known first' },
    { id: 'os', type: 'word', holds: 'the contact’s operating system, as known first' },
    { id: 'country', type: 'word', holds: 'the contact’s country, as known first' },
    { id: 'region', type: 'word', holds: 'the contact’s region, as known first' },
    {
      id: 'place',
      type: 'word',
      holds: 'the coordinates of the contact’s city to a tenth of a degree, as known first',
    },
    { id: 'inbox', type: 'word', holds: 'the inbox in force at its end' },
    { id: 'team', type: 'word', holds: 'the team in force at its end' },
    { id: 'agent', type: 'word', holds: 'the agent in force at its end' },
    { id: 'first_agent', type: 'word', holds: 'the agent who wrote first' },
    { id: 'bot', type: 'word', holds: 'the bot that wrote or was started first' },
    { id: 'category', type: 'word', holds: 'the category of its last outcome that has one' },
    { id: 'initiator', type: 'word', holds: 'who began it: contact, agent or bot' },
    { id: 'auto_message', type: 'word', holds: 'the auto message it came from' },
    { id: 'contact', type: 'id', holds: 'the contact, or else the visitor, known at its end' },
    { id: 'visitor', type: 'id', holds: 'the visitor known at its end' },
    { id: 'contact_messages', type: 'count', holds: 'messages of the contact' },
    { id: 'agent_messages', type: 'count', holds: 'messages of agents' },
    { id: 'bot_messages', type: 'count', holds: 'messages of bots' },
    { id: 'is_chat', type: 'flag', holds: 'has at least one message' },
    { id: 'is_two_way', type: 'flag', holds: 'contact and agent both wrote, or a call connected' },
    { id: 'has_video', type: 'flag', holds: 'a video call connected' },
    {
      id: 'is_unheard',
      type: 'flag',
      holds: 'the contact wrote and neither an agent message nor a connected call came',
    },
    { id: 'is_skipped', type: 'flag', holds: 'was offered to an agent who let it pass' },
    {
      id: 'is_abandoned',
      type: 'flag',
      holds: 'the contact left while it was routed or offered and before any word of an agent',
    },
    { id: 'is_reopened', type: 'flag', holds: 'the session before it was resolved' },
    { id: 'is_bot_chat', type: 'flag', holds: 'a bot took part' },
    { id: 'is_effective', type: 'flag', holds: 'has an outcome marked effective' },
    { id: 'is_lead', type: 'flag', holds: 'has an outcome with contact details' },
    { id: 'is_service', type: 'flag', holds: 'has an outcome, and none with contact details' },
    { id: 'chatpoints', type: 'number', holds: 'chatpoints of its outcomes together' },
    { id: 'points_v1', type: 'number', holds: 'points (V1) of its outcomes together' },
    {
      id: 'waiting_since',
      type: 'time?',
      holds: 'since when the contact waits for an agent as it stands; absent when nobody waits',
    },
    { id: 'duration_service', type: 'duration?', holds: '`duration` in service hours' },
    { id: 'resolution_service', type: 'duration?', holds: '`resolution` in service hours' },
  ],
  inServiceHours: ['duration', 'resolution'].map((duration) => ({
    id: `${duration}_service`,
    from: startedMs,
    to: `${startedMs} + spanned.${duration}`,
  })),
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(started, 'UTC') AS started_at, conversation_id, event_key,
    session_number, fromUnixTimestamp64Milli(ended, 'UTC') AS ended_at, fromUnixTimestamp64Milli(closes, 'UTC') AS closes_at,
    ended - started AS duration,
    end_reason, if(resolved = 0, NULL, resolved - started) AS resolution,
    channel, touchpoint, url, device, browser, os, country, region, place, inbox, team, agent, first_agent, bot, category, initiator, auto_message, contact, visitor,
    contact_messages, agent_messages, bot_messages,
    has_text AS is_chat,
    (contact_messages > 0 AND agent_messages > 0) OR has_connected_call AS is_two_way,
    has_video,
    contact_messages > 0 AND agent_messages = 0 AND NOT has_connected_call AS is_unheard,
    is_skipped,
    is_left_waiting AND agent_messages = 0 AND NOT has_connected_call AS is_abandoned,
    is_reopened,
    bot_messages > 0 OR has_bot_started AS is_bot_chat,
    is_effective, is_lead, outcomes > 0 AND NOT is_lead AS is_service, chatpoints, points_v1,
    if(is_waiting, fromUnixTimestamp64Milli(greatest(wait_began, handed_over), 'UTC'), NULL) AS waiting_since
  FROM session_rows`,
  withdrawn: {
    when: 'after_late_events',
    select: `
  SELECT organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS started_at, conversation_id, event_key
  FROM thread WHERE is_item AND NOT begins`,
  },
}
