import { literal } from '@parley/core/sql/literal.ts'
import { vocabulary } from './vocabulary.ts'

/** A stretch of conversations to be made: numbers `first` up to `end`, beginning between two instants (UTC ms). */
export type Stretch = {
  readonly first: number
  readonly end: number
  readonly fromMs: number
  readonly toMs: number
  /** The first has 60 % of all conversations, the others share the rest. */
  readonly organizationIds: readonly string[]
}

/** Messages of a conversation on average. */
export const messagesPerConversation = 20

/**
 * An INSERT of whole conversations into the events table, made in the engine: 1 to 39 messages each with the pauses,
 * channels, authors and texts of a chat, and around them what a source tells too (requested, offered, started, assigned, bot
 * turns, outcome, survey, ended, an order of one in twenty). The same stretch gives the same conversations; only the ids of events differ.
 */
export function generateSql(stretch: Stretch): string {
  return `INSERT INTO events (organization_id, subject_kind, subject_id, time, source, id, type, received_at, author_kind, author_id,
  channel, touchpoint_id, inbox_id, team_id, agent_id, bot_id, visitor_id, contact_id, url, initiator, status, medium, reference, category,
  number_a, number_b, flags, data)
WITH
  ${literal(vocabulary.join(' '))} AS words,
  splitByChar(' ', words) AS vocabulary
SELECT
  organization_id, if(kind = 10, 'order', 'conversation') AS subject_kind,
  if(kind = 10, concat('o-', toString(number)), conversation_id) AS subject_id,
  fromUnixTimestamp64Milli(at, 'UTC') AS time,
  concat('/', via, '/', toString(number % 3)) AS source,
  if(via = 'web', toString(generateUUIDv4(number + kind + step)), concat('m', toString(number * 1024 + step * 16 + kind))) AS id,
  ['message.sent', 'conversation.started', 'conversation.assigned', 'outcome.recorded', 'survey.answered', 'conversation.ended',
    'conversation.requested', 'conversation.offered', 'bot.started', 'bot.handed_over', 'order.placed', 'invitation.sent'][kind + 1] AS type,
  fromUnixTimestamp64Milli(at + 40 + hash % 400, 'UTC') AS received_at,
  multiIf(kind = 0, author, kind = 3, 'agent', '') AS author_kind,
  multiIf(author_kind = 'agent', agent, author_kind = 'bot', 'bot-1', author_kind = 'contact', visitor, '') AS author_id,
  if(kind <= 1 OR kind IN (6, 11), via, '') AS channel,
  if(kind <= 1 OR kind = 6, concat('w', toString(number % 12)), '') AS touchpoint_id,
  '' AS inbox_id,
  if(kind = 2, concat('team-', toString(number % 5)), '') AS team_id,
  if(kind IN (2, 7), agent, '') AS agent_id,
  if(kind IN (8, 9), 'bot-1', '') AS bot_id,
  if((kind <= 1 OR kind IN (6, 10)) AND via = 'web', visitor, '') AS visitor_id,
  if((kind <= 1 OR kind IN (6, 10)) AND via != 'web', visitor, '') AS contact_id,
  if(kind IN (1, 6) AND via = 'web', url, '') AS url,
  if(kind = 6, ['contact', 'contact', 'agent'][1 + hash % 3], '') AS initiator, '' AS status,
  if(kind = 6, ['text', 'text', 'text', 'video'][1 + hash % 4], '') AS medium,
  if(kind = 6 AND hash % 5 = 0, concat('auto-', toString(hash % 8)), '') AS reference,
  multiIf(kind = 3, ['sale', 'service', 'appointment', 'other'][1 + hash % 4], kind = 5, 'resolved', kind = 11, 'aftersales', '') AS category,
  multiIf(kind = 3, toFloat64(hash % 5), kind = 4, toFloat64(1 + hash % 5), NULL) AS number_a,
  if(kind = 4, 5, NULL) AS number_b,
  if(kind = 3, (hash % 3 = 0) * 8 + (hash % 4 = 0) * 16, 0) + (kind = 4) * 32 AS flags,
  multiIf(
    kind = 0, concat('{"text":"',
      arrayStringConcat(arrayMap(place -> vocabulary[toUInt32(exp(cityHash64(hash, place) / 18446744073709551616 * ${Math.log(vocabulary.length)}))], range(1 + hash % 25)), ' '), '"}'),
    kind <= 2, '{}',
    kind = 3, concat('{"category":"', category, '","effective":', if(hash % 3 = 0, 'true', 'false'), ',"chatpoints":', toString(hash % 5), '}'),
    kind = 4, concat('{"rating":', toString(1 + hash % 5), ',"scale":5,"submitted":true}'),
    kind = 5, '{"reason":"resolved"}',
    kind = 10, concat('{"total":{"amount":"', toString(20 + hash % 2000), '.50","currency":"EUR"},"shipping":{"amount":"4.95","currency":"EUR"}}'),
    '{}') AS data
FROM (
  SELECT *,
    cityHash64(number, kind, step) AS hash,
    multiIf(step = 0, 'contact', hash % 100 < 46, 'contact', hash % 100 < 92, 'agent', hash % 100 < 98, 'bot', 'system') AS author
  FROM (
    SELECT
      number,
      cityHash64(number) AS seed,
      splitByChar(' ', ${literal(stretch.organizationIds.join(' '))})[if(seed % 100 < 60, 1, 2 + intDiv(seed, 100) % ${stretch.organizationIds.length - 1})] AS organization_id,
      if(seed % 2 = 0, concat('c-', toString(number)), lower(hex(MD5(toString(number))))) AS conversation_id,
      ['web', 'web', 'web', 'web', 'whatsapp', 'whatsapp', 'telegram', 'email'][1 + intDiv(seed, 7) % 8] AS via,
      concat('agent-', toString(intDiv(seed, 11) % 40)) AS agent,
      concat('v-', substring(lower(hex(cityHash64(intDiv(number, 2) + intDiv(seed, 13) % 3))), 1, 12)) AS visitor,
      concat('https://www.example.com/', ['', 'prices', 'bikes/', 'bikes/city/', 'help'][1 + intDiv(seed, 17) % 5], if(seed % 3 = 0, toString(intDiv(seed, 19) % 500), '')) AS url,
      -- Most of it during the day: the hour is the mean of two throws.
      ${stretch.fromMs} + intDiv(intDiv(seed, 23) % ${stretch.toMs - stretch.fromMs}, 86400000) * 86400000
        + intDiv(intDiv(seed, 29) % 86400000 + intDiv(seed, 31) % 86400000, 2) AS began,
      1 + intDiv(seed, 37) % ${2 * messagesPerConversation - 1} AS messages,
      -- Seconds to minutes; one pause in twelve is hours, up to two days.
      arrayCumSum(arrayMap(step -> if(step = 0, 0, if(cityHash64(seed, step) % 12 = 0, 60 * 60000 + cityHash64(step, seed) % 172800000, 2000 + cityHash64(step, seed) % 180000)), range(messages))) AS pauses,
      began + pauses[-1] AS ended,
      arrayJoin(arrayConcat(
        arrayMap((pause, step) -> (toUInt8(0), toUInt16(step), toInt64(began + pause)), pauses, range(messages)),
        arrayMap(around -> (toUInt8(around.1), toUInt16(0), toInt64(around.2)), arrayFilter(around -> around.3, [
          (1, toInt64(began - 400), true), (2, toInt64(began + 900), true), (3, toInt64(ended + 20000), seed % 10 < 3),
          (4, toInt64(ended + 30000), seed % 10 = 4), (5, toInt64(ended + 60000), seed % 2 = 0),
          (6, toInt64(began - 900), seed % 3 = 0), (7, toInt64(began + 600), seed % 6 = 0), (8, toInt64(began + 300), seed % 5 = 0),
          (9, toInt64(began + 90000), seed % 10 = 0), (10, toInt64(ended + intDiv(seed, 41) % 172800000), seed % 20 = 1),
          (11, toInt64(began - 60000), seed % 50 = 2)])))) AS item,
      item.1 AS kind, item.2 AS step, item.3 AS at
    FROM numbers(${stretch.first}, ${stretch.end - stretch.first})
  )
)`
}
