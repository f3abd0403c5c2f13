import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

// Of the statuses of a call that say it is connected, the first: that is when it connected.
const connects = `
      (organization_id, conversation_id, position) IN (
        SELECT organization_id, conversation_id, min(position) FROM thread
        WHERE is_call AND status IN ('answered', 'completed') GROUP BY organization_id, conversation_id, reference)`

/**
 * Requests (catalogue §2): attempts to start an exchange. One is accepted when the other side writes, or a call connects,
 * before the conversation is requested again or ended; a bot accepts nothing.
 */
export const requests: Fact = {
  id: 'requests',
  grain: 'a request for a text, voice or video exchange',
  thread: conversation,
  madeBy: 'conversation.requested',
  time: 'requested_at',
  looks: { until: 'conversation.requested' },
  columns: [
    { id: 'initiator', type: 'word', holds: 'who asked: contact or agent' },
    { id: 'medium', type: 'word', holds: 'text, voice or video' },
    {
      id: 'is_accepted',
      type: 'flag',
      holds: 'the other side wrote, or a call connected, before the next request or end',
    },
    { id: 'url', type: 'word', holds: 'its page, or else the last one known in the conversation' },
    { id: 'auto_message', type: 'word', holds: 'the auto message it came from' },
    { id: 'agent', type: 'word', holds: 'the agent it names, or else the one in force then' },
    { id: 'team', type: 'word', holds: 'the team in force then' },
    { id: 'channel', type: 'word', holds: 'its channel, or else the last one known in the conversation' },
    { id: 'touchpoint', type: 'word', holds: 'its touchpoint, or else the last one known in the conversation' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(anyIf(time, is_request), 'UTC') AS requested_at, conversation_id,
    anyIf(event_key, is_request) AS event_key,
    anyIf(asker, is_request) AS initiator, anyIf(medium, is_request) AS medium,
    countIf(is_connected OR writer = if(is_by_contact, 2, 1)) > 0 AS is_accepted,
    anyIf(known_url, is_request) AS url, anyIf(reference, is_request) AS auto_message,
    anyIf(if(agent_id != '', agent_id, agent_in_force), is_request) AS agent, anyIf(team_in_force, is_request) AS team,
    anyIf(known_channel, is_request) AS channel, anyIf(known_touchpoint, is_request) AS touchpoint
  FROM (
    SELECT *, anyLastIf(asker, is_request) OVER sofar = 'contact' AS is_by_contact, countIf(is_request OR is_end) OVER sofar AS stretch
    FROM (
      SELECT *, type = 'conversation.requested' AS is_request, if(is_request, initiator, '') AS asker, ${connects} AS is_connected
      FROM thread
      WHERE (organization_id, conversation_id) IN (
        SELECT organization_id, conversation_id FROM thread WHERE type = 'conversation.requested')
    )
    WHERE is_request OR is_end OR is_connected OR writer > 0
    WINDOW sofar AS (PARTITION BY organization_id, conversation_id ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  )
  GROUP BY organization_id, conversation_id, stretch
  HAVING countIf(is_request) > 0`,
}
