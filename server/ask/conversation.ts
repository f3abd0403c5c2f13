import { AppError } from '@parley/core/errors/app-error.ts'
import { type OrganizationScope, organizationScope } from '@parley/core/query/scope.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { dataColumns, decodeEventData } from '../ingest/event-row.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Asker, AskServices, Names } from './asking.ts'
import { readSettings } from './read-settings.ts'

type Person = { readonly kind: string; readonly id: string | null; readonly name: string | null }

export type ConversationAnswer = {
  readonly id: string
  readonly channel: string | null
  readonly touchpoint: { id: string; name: string | null } | null
  readonly contact: { id: string; name: string | null } | null
  readonly sessions: {
    number: number
    started_at: string
    ended_at: string
    agent: Person | null
    is_two_way: boolean
    is_missed: boolean
    is_effective: boolean
    is_lead: boolean
    is_bot_chat: boolean
  }[]
  readonly timeline: {
    time: string
    type: string
    author: Person | null
    text: string | null
    is_private: boolean
    detail: Record<string, unknown>
  }[]
  /** Whether the timeline was cut at its limit. */
  readonly is_cut: boolean
  /** Names of what the details name by id: `{inbox: {i1: 'Sales'}}` for `inbox_id`. */
  readonly labels: Record<string, Record<string, string>>
}

const timelineLimit = 5_000

/** Everything that happened in one conversation, in order, with its sessions. Error: 404 `conversation_not_found`. */
export async function askConversation(services: AskServices, asker: Asker, id: string): Promise<ConversationAnswer> {
  const scope = organizationScope(await services.scopeOf(asker.organizationId))
  const engine = services.engine()
  const options = { settings: readSettings }
  const organizationId = await ownerOf(engine, scope, asker, id)
  const guard = `organization_id = ${literal(organizationId)}`
  const [events, sessions, names] = await Promise.all([
    engine.query(
      `SELECT toUnixTimestamp64Milli(time), type, author_kind, author_id, bitAnd(flags, 1), ${dataColumns.join(', ')}
FROM ${eventsTable}
WHERE ${guard} AND subject_kind = 'conversation' AND subject_id = ${literal(id)}
ORDER BY time, multiIf(type IN ('message.sent', 'call.updated'), 1, type IN ('outcome.recorded', 'survey.answered'), 2, type = 'conversation.ended', 3, 0), length(id), id, source
LIMIT ${timelineLimit + 1}`,
      options,
    ),
    engine.query(
      `SELECT session_number, toUnixTimestamp64Milli(started_at), toUnixTimestamp64Milli(ended_at), toUnixTimestamp64Milli(closes_at), agent, is_two_way, is_unheard, is_effective, is_lead, is_bot_chat, channel, touchpoint, contact
FROM sessions FINAL WHERE ${guard} AND conversation_id = ${literal(id)} ORDER BY session_number`,
      options,
    ),
    services.namesOf([organizationId]),
  ])
  const person = (kind: string, personId: string, name?: unknown): Person | null =>
    kind === ''
      ? null
      : { kind, id: personId || null, name: names.get(kind)?.get(personId) ?? (typeof name === 'string' ? name : null) }
  const named = (kind: string, thing: unknown) =>
    typeof thing === 'string' && thing !== '' ? { id: thing, name: names.get(kind)?.get(thing) ?? null } : null
  const last = sessions.at(-1)
  const timeline = events.slice(0, timelineLimit).map(([time, type, kind, author, isPrivate, ...columns]) => {
    const { text, author: said, conversation_id: _, ...detail } = decodeEventData(columns)
    return {
      time: iso(time),
      type: type as string,
      author: person(kind as string, author as string, (said as { name?: unknown } | undefined)?.name),
      text: typeof text === 'string' ? text : null,
      is_private: isPrivate === 1,
      detail,
    }
  })
  return {
    id,
    channel: ((last?.[10] as string | undefined) ?? '') || null,
    touchpoint: named('touchpoint', last?.[11]),
    contact: named('contact', last?.[12]),
    sessions: sessions.map((row) => ({
      number: row[0] as number,
      started_at: iso(row[1]),
      ended_at: iso(row[2]),
      agent: person(row[4] === '' ? '' : 'agent', row[4] as string),
      is_two_way: row[5] === 1,
      is_missed: row[6] === 1 && (row[3] as number) <= services.asOf(),
      is_effective: row[7] === 1,
      is_lead: row[8] === 1,
      is_bot_chat: row[9] === 1,
    })),
    timeline,
    is_cut: events.length > timelineLimit,
    labels: labelsOf(timeline, names),
  }
}

function labelsOf(timeline: ConversationAnswer['timeline'], names: Names): ConversationAnswer['labels'] {
  const labels: ConversationAnswer['labels'] = {}
  for (const { detail } of timeline)
    for (const [key, id] of Object.entries(detail)) {
      const kind = key.endsWith('_id') ? key.slice(0, -'_id'.length) : ''
      const name = typeof id === 'string' ? names.get(kind)?.get(id) : undefined
      if (name !== undefined && typeof id === 'string') labels[kind] = { ...labels[kind], [id]: name }
    }
  return labels
}

/**
 * The organization that a conversation id means. Two organizations may use the same id for conversations of their own:
 * then it is the asker's, else the one that was busy last.
 */
async function ownerOf(engine: Engine, scope: OrganizationScope, asker: Asker, id: string): Promise<string> {
  const [found] = await engine.query(
    `SELECT organization_id
FROM ${eventsTable}
WHERE organization_id IN ${literal(scope.organizationIds)} AND subject_kind = 'conversation' AND subject_id = ${literal(id)}
GROUP BY organization_id
ORDER BY organization_id = ${literal(asker.organizationId)} DESC, max(time) DESC, organization_id
LIMIT 1`,
    { settings: readSettings },
  )
  if (found) return found[0] as string
  throw new AppError(
    'conversation_not_found',
    404,
    `There is no conversation "${id.slice(0, 60)}" here. Its id is the \`conversation_id\` of its events.`,
  )
}

function iso(instantMs: unknown): string {
  return new Date(instantMs as number).toISOString()
}
