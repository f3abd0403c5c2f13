import { isCountedFrom } from '@parley/core/declare/metric.ts'
import type { FilterRequest, QueryRequest } from '@parley/core/query/request.ts'
import { dayMs } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { QueryAnswer } from '../ask/answer.ts'
import { ask } from '../ask/ask.ts'
import type { Asker, AskServices } from '../ask/asking.ts'
import { askRecords, type RecordsAnswer } from '../ask/records.ts'
import { limits } from '../limits.ts'

/** How things stand at one instant. Everything in it is an answer of the engine to a question anybody can ask. */
export type Snapshot = {
  /** The instant up to which everything acknowledged is in it. */
  readonly as_of: string
  readonly time_zone: string
  /** Open sessions, waiting contacts, the longest wait: metric → value. */
  readonly now: Readonly<Record<string, number | string | null>>
  /** Who waits longest, the longest first. */
  readonly waiting: readonly Waiting[]
  /** Agents online and paused, each with their name. */
  readonly agents: { readonly totals: QueryAnswer['totals']; readonly present: readonly Present[] }
  /** Minute by minute, the last of them still running. */
  readonly minutes: QueryAnswer
  /** Metrics that the filters say nothing about, and that are absent for that. */
  readonly left_out: readonly string[]
}

export type Waiting = {
  readonly conversation_id: string
  readonly waiting_since: string
} & Readonly<Record<(typeof told)[number], Named | null>>

export type Present = Named & { readonly status: 'online' | 'paused' }

type Named = { readonly id: string; readonly name: string | null }

/** What is told of a conversation that waits. */
const told = ['channel', 'touchpoint', 'inbox', 'team', 'agent'] as const

const nowMetrics = ['open_sessions', 'waiting_contacts', 'longest_wait']
const presenceMetrics = ['agents_online', 'agents_paused']
const minuteMetrics = ['chats', 'calls', 'notifications']

const minuteMs = 60_000
const shownMinutes = 60
/** A session that is open has begun within so many days: what goes on for longer is no stretch. */
const openWithinDays = 31

/**
 * Asks how things stand. Each metric answers to those filters that it has a dimension for; one that lacks any is left
 * out, as a number that ignores a filter would say something else. Errors: those of `ask`.
 */
export async function takeSnapshot(
  services: AskServices,
  asker: Asker,
  filters: readonly FilterRequest[] = [],
  signal?: AbortSignal,
): Promise<Snapshot> {
  const now = services.asOf()
  const can = (ids: readonly string[]) => ids.filter((id) => isFilteredBy(id, filters))
  const question = (ids: readonly string[], rest: Omit<QueryRequest, 'metrics'>) =>
    ask(services, asker, { metrics: can(ids), filters: [...filters], ...rest }, signal)
  // A clock elsewhere may be ahead of ours.
  const sessions = between(now - openWithinDays * dayMs, now + limits.eventAheadMs)
  const thisMinute = Math.floor(now / minuteMs) * minuteMs
  const [standing, minutes, presence, waiting] = await Promise.all([
    question(nowMetrics, { range: sessions }),
    question(minuteMetrics, {
      range: between(thisMinute - (shownMinutes - 1) * minuteMs, thisMinute + minuteMs),
      granularity: 'minute',
    }),
    can(presenceMetrics).length === 0
      ? null
      : question(presenceMetrics, {
          range: between(now - minuteMs, now),
          dimensions: ['agent'],
          limit: limits.livePresentAgents,
        }),
    askRecords(
      services,
      asker,
      { metric: 'waiting_contacts', range: sessions, filters: [...filters], limit: limits.liveWaitingContacts },
      signal,
      { earliestBy: 'waiting_since' },
    ),
  ])
  return {
    as_of: new Date(now).toISOString(),
    time_zone: standing.time_zone,
    now: standing.totals,
    waiting: waitingOf(waiting),
    agents: { totals: presence?.totals ?? {}, present: presence === null ? [] : presentOf(presence) },
    minutes,
    left_out: [...nowMetrics, ...minuteMetrics, ...presenceMetrics].filter((id) => !can([id]).length),
  }
}

function isFilteredBy(metricId: string, filters: readonly FilterRequest[]): boolean {
  const metric = catalogue.metrics.get(metricId)
  if (!metric) throw new Error(`There is no metric ${metricId}.`)
  return filters.every(({ dimension }) => isCountedFrom(metric, catalogue.dimensions.get(dimension)?.columns ?? {}))
}

function between(from: number, to: number): QueryRequest['range'] {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

function waitingOf({ columns, rows, labels }: RecordsAnswer): Waiting[] {
  const at = (id: string) => columns.findIndex((column) => column.id === id)
  const places = told.map((id) => [id, at(id)] as const)
  const [conversation, since] = [at('conversation_id'), at('waiting_since')]
  return rows.map((row) => ({
    conversation_id: String(row[conversation]),
    waiting_since: String(row[since]),
    ...(Object.fromEntries(places.map(([id, place]) => [id, named(row[place], labels[id])])) as Record<
      (typeof told)[number],
      Named | null
    >),
  }))
}

function presentOf({ rows, labels }: QueryAnswer): Present[] {
  return rows.flatMap(([agent, online, paused]) => {
    const who = named(agent, labels.agent)
    if (who === null || (!online && !paused)) return []
    return [{ ...who, status: online ? ('online' as const) : ('paused' as const) }]
  })
}

function named(id: unknown, names: Readonly<Record<string, string>> | undefined): Named | null {
  if (id === null || id === undefined || id === '') return null
  return { id: String(id), name: names?.[String(id)] ?? null }
}
