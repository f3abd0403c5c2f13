import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'

/** The stored facts of an organization as sorted lines, in the columns that a test compares. */
export async function storedFacts(engine: Engine, organizationId: string): Promise<Record<string, string[]>> {
  const read = async (table: string, columns: string) => {
    const rows = await engine.query(
      `SELECT ${columns} FROM ${table} FINAL WHERE organization_id = ${literal(organizationId)}`,
    )
    return rows.map((row) => JSON.stringify(row)).sort()
  }
  const time = (column: string) => `toUnixTimestamp64Milli(${column})`
  return {
    sessions: await read(
      'sessions',
      `conversation_id, session_number, ${time('started_at')}, ${time('ended_at')}, ${time('closes_at')}, duration, channel, touchpoint, url, inbox, team, agent, first_agent, bot, category, initiator, contact, contact_messages, agent_messages, bot_messages, is_chat, is_two_way, has_video, is_unheard, is_skipped, is_bot_chat, is_effective, is_lead, is_service, chatpoints, points_v1`,
    ),
    messages: await read(
      'messages',
      `conversation_id, ${time('sent_at')}, author_kind, agent, bot, channel, touchpoint, inbox, team`,
    ),
    replies: await read(
      'replies',
      `conversation_id, ${time('replied_at')}, author_kind, response / 1000, first_response / 1000, first_response_after_handover / 1000, is_offline, channel, touchpoint, url, agent, first_agent, bot, category, initiator`,
    ),
    outcomes: await read(
      'outcomes',
      `conversation_id, ${time('recorded_at')}, session_number, category, is_effective, is_lead, chatpoints, points_v1`,
    ),
    surveys: await read(
      'surveys',
      `conversation_id, ${time('answered_at')}, rating, scale, session_number, agent, team, channel, touchpoint`,
    ),
  }
}
