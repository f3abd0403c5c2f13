import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { commerceCompared } from './laws.commerce.testing.ts'
import { dialogueCompared } from './laws.dialogue.testing.ts'
import { visitsCompared } from './laws.visits.testing.ts'

const at = (column: string) => `toUnixTimestamp64Milli(${column})`
const seconds = (column: string) => `${column} / 1000`

/** Table → the columns that a test compares. */
const compared = {
  sessions: `leftPad(toString(event_key), 20, '0'), conversation_id, session_number, ${at('started_at')}, ${at('ended_at')}, ${at('closes_at')}, duration,
    channel, touchpoint, url, device, browser, os, country, region, place, inbox, team, agent, first_agent, bot, category, initiator,
    auto_message, contact, visitor,
    contact_messages, agent_messages, bot_messages, is_chat, is_two_way, has_video, is_unheard, is_skipped, is_bot_chat,
    end_reason, ${seconds('resolution')}, is_abandoned, is_reopened,
    is_effective, is_lead, is_service, chatpoints, points_v1, ${at('waiting_since')}`,
  messages: `conversation_id, ${at('sent_at')}, author_kind, agent, bot, channel, touchpoint, inbox, team, price, currency,
    ${seconds('waiting')}, is_first_word`,
  replies: `conversation_id, ${at('replied_at')}, author_kind, ${seconds('response')}, ${seconds('first_response')},
    ${seconds('first_response_after_handover')}, is_offline, channel, touchpoint, url,
    device, browser, os, country, region, place, inbox, team, agent, first_agent, bot,
    category, initiator, auto_message`,
  outcomes: `conversation_id, ${at('recorded_at')}, session_number, category, is_effective, is_lead, chatpoints, points_v1`,
  surveys: `conversation_id, ${at('answered_at')}, rating, scale, session_number, agent, team, channel, touchpoint`,
  ...commerceCompared,
  ...visitsCompared,
  ...dialogueCompared,
} as const

/** Table → its rows as sorted lines. */
export type StoredFacts = Readonly<Record<keyof typeof compared, string[]>>

/** The stored facts of organizations, by organization, in the columns that a test compares. */
export async function storedFacts(
  engine: Engine,
  organizationIds: readonly string[],
): Promise<Map<string, StoredFacts>> {
  const found = new Map(organizationIds.map((id) => [id, emptyFacts()]))
  for (const table of Object.keys(compared) as (keyof typeof compared)[]) {
    const rows = await engine.query(`SELECT organization_id, ${compared[table]}
FROM ${table} FINAL WHERE organization_id IN ${literal(organizationIds)}`)
    for (const [id, ...row] of rows) found.get(id as string)?.[table].push(JSON.stringify(row))
  }
  for (const facts of found.values()) for (const rows of Object.values(facts)) rows.sort()
  return found
}

function emptyFacts(): StoredFacts {
  return Object.fromEntries(Object.keys(compared).map((table) => [table, []])) as unknown as StoredFacts
}
