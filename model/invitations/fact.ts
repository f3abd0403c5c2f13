import type { Fact } from '@parley/core/declare/fact.ts'
import { conversation } from '../conversations/conversation.ts'

/**
 * Invitations to a conversation and how far each led (004): the contact joined by writing, then an agent shared something
 * by writing. What follows another invitation belongs to that one; an end in between changes nothing.
 */
export const invitations: Fact = {
  id: 'invitations',
  grain: 'an invitation of a contact to a conversation',
  thread: conversation,
  madeBy: 'invitation.sent',
  time: 'invited_at',
  looks: { until: 'invitation.sent' },
  columns: [
    { id: 'campaign', type: 'word', holds: 'the campaign it was part of' },
    { id: 'is_joined', type: 'flag', holds: 'the contact wrote after it, before the next invitation' },
    {
      id: 'is_answered',
      type: 'flag',
      holds: 'an agent wrote after the contact had joined, before the next invitation',
    },
    { id: 'agent', type: 'word', holds: 'the agent in force then' },
    { id: 'team', type: 'word', holds: 'the team in force then' },
    { id: 'channel', type: 'word', holds: 'its channel, or else the last one known in the conversation' },
    { id: 'touchpoint', type: 'word', holds: 'the touchpoint known then' },
  ],
  select: `
  SELECT
    organization_id, fromUnixTimestamp64Milli(anyIf(time, is_invitation), 'UTC') AS invited_at, conversation_id,
    anyIf(event_key, is_invitation) AS event_key, anyIf(category, is_invitation) AS campaign,
    countIf(writer = 1) > 0 AS is_joined,
    is_joined AND maxIf(position, writer = 2) > minIf(position, writer = 1) AS is_answered,
    anyIf(agent_in_force, is_invitation) AS agent, anyIf(team_in_force, is_invitation) AS team,
    anyIf(known_channel, is_invitation) AS channel, anyIf(known_touchpoint, is_invitation) AS touchpoint
  FROM (
    SELECT *, type = 'invitation.sent' AS is_invitation,
      countIf(is_invitation) OVER (PARTITION BY organization_id, conversation_id ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS stretch
    FROM thread
    WHERE (type = 'invitation.sent' OR writer > 0) AND (organization_id, conversation_id) IN (
      SELECT organization_id, conversation_id FROM thread WHERE type = 'invitation.sent')
  )
  WHERE stretch > 0
  GROUP BY organization_id, conversation_id, stretch`,
}
