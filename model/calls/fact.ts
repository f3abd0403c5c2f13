import type { Fact } from '@parley/core/declare/fact.ts'
import { call } from './call.ts'

const connectedMs = 'toUnixTimestamp64Milli(spanned.connected_at)'

/** Calls by telephone and video, each counted once, when its first status was told (catalogue §2). */
export const calls: Fact = {
  id: 'calls',
  grain: 'a call, with the furthest status it reached',
  thread: call,
  madeBy: 'call.updated',
  time: 'called_at',
  looks: 'session',
  columns: [
    { id: 'status', type: 'word', holds: 'the furthest status it reached' },
    { id: 'medium', type: 'word', holds: 'voice or video' },
    { id: 'direction', type: 'word', holds: 'inbound, outbound, or what its source calls it' },
    { id: 'trunk', type: 'word', holds: 'the line it came or went through' },
    {
      id: 'touchpoint',
      type: 'word',
      holds: 'the touchpoint it names; else its trunk, which is one where it was described as such',
    },
    { id: 'agent', type: 'word', holds: 'the agent who took or made it' },
    { id: 'bot', type: 'word', holds: 'the bot that took or made it' },
    { id: 'bot_evaluation', type: 'word', holds: 'what the bot made of it' },
    { id: 'conversation_id', type: 'id', holds: 'the conversation it belongs to, if any' },
    { id: 'contact', type: 'id', holds: 'who was called or called' },
    { id: 'is_connected', type: 'flag', holds: 'somebody answered' },
    { id: 'connected_at', type: 'time?', holds: 'when somebody answered, as far as known' },
    { id: 'ended_at', type: 'time?', holds: 'when it was over' },
    {
      id: 'talk',
      type: 'duration?',
      holds:
        'how long was talked: as told, or else from the answer to the end; absent if nobody answered or it goes on',
    },
    { id: 'handling', type: 'duration?', holds: 'talking and the work after it; absent where talking is' },
    { id: 'price', type: 'money', holds: 'its price as it was told last; zero if never' },
    { id: 'currency', type: 'word', holds: 'the currency of its price; none without one' },
    { id: 'handling_service', type: 'duration?', holds: '`handling` in service hours, from when somebody answered' },
  ],
  unshown: [
    {
      id: 'talk_days',
      type: 'count',
      holds:
        'within how many days of its first status was talked, rounded up; 0 if it is not known when, or nobody talked',
    },
  ],
  inServiceHours: [{ id: 'handling_service', from: connectedMs, to: `${connectedMs} + spanned.handling` }],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(first_told, 'UTC') AS called_at, call_id, first_key AS event_key,
    status, medium, direction, trunk, if(named_touchpoint != '', named_touchpoint, trunk) AS touchpoint, agent, bot, bot_evaluation, conversation AS conversation_id, contact, is_connected,
    -- Of a call of which only the end was told, the answer is as long before it as was talked.
    fromUnixTimestamp64Milli(if(is_connected, ifNull(answered, ended - talk_told), NULL), 'UTC') AS connected_at,
    fromUnixTimestamp64Milli(ended, 'UTC') AS ended_at,
    if(is_connected, ifNull(talk_told, if(ended < answered, 0, ended - answered)), NULL) AS talk,
    talk + ifNull(wrap_told, 0) AS handling,
    price, currency,
    -- Beyond millions of years it makes no difference.
    toUInt32(ifNull(least(ceil(greatest(
      abs(toUnixTimestamp64Milli(connected_at) - first_told), abs(toUnixTimestamp64Milli(connected_at) + talk - first_told)
    ) / 86400000), 4000000000), 0)) AS talk_days
  FROM call_rows`,
  withdrawn: {
    when: 'after_late_events',
    select: `
  SELECT organization_id, fromUnixTimestamp64Milli(time, 'UTC') AS called_at, call_id, event_key FROM call_updates
  WHERE (organization_id, call_id, event_key) NOT IN (SELECT organization_id, call_id, first_key FROM call_rows)`,
  },
}
