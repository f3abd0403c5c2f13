import type { QueryRequest } from '@parley/core/query/request.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'

/** A typical question, and the same in SQL that somebody would write for it over tables made for it. */
export type Question = {
  readonly title: string
  readonly request: Omit<QueryRequest, 'range'>
  /** `where`: the organization and the range, for a table's time column. `day` and so on are in the zone of the question. */
  readonly byHand: (where: (time: string) => string) => string
}

/** The zone of the organizations of the prepared data. */
const zone = `'Europe/Amsterdam'`

export const questions: readonly Question[] = [
  {
    title: 'chats per day',
    request: { metrics: ['chats'], granularity: 'day' },
    byHand: (where) =>
      `SELECT toDate(started_at, ${zone}) AS day, countIf(is_chat) FROM bench.sessions WHERE ${where('started_at')} GROUP BY day ORDER BY day`,
  },
  {
    title: 'messages per day',
    request: { metrics: ['messages'], granularity: 'day' },
    byHand: (where) =>
      `SELECT toDate(sent_at, ${zone}) AS day, count() FROM bench.messages WHERE ${where('sent_at')} GROUP BY day ORDER BY day`,
  },
  {
    title: 'average reply per day',
    request: { metrics: ['avg_response_time'], granularity: 'day' },
    byHand: (where) =>
      `SELECT toDate(replied_at, ${zone}) AS day, avg(response) / 1000 FROM bench.replies WHERE ${where('replied_at')} AND author_kind = 'agent' GROUP BY day ORDER BY day`,
  },
  {
    title: 'median and p90 of replies per day',
    request: { metrics: ['median_response_time', 'p90_response_time'], granularity: 'day' },
    byHand: (where) =>
      `SELECT day, quantiles[1] / 1000, quantiles[2] / 1000 FROM (SELECT toDate(replied_at, ${zone}) AS day, quantilesExactInclusive(0.5, 0.9)(response) AS quantiles FROM bench.replies WHERE ${where('replied_at')} AND author_kind = 'agent' GROUP BY day) ORDER BY day`,
  },
  {
    title: 'summary of seven numbers',
    request: {
      metrics: [
        'chats',
        'conversations',
        'chats_with_agent_reply',
        'effective_chats',
        'leads',
        'active_contacts',
        'avg_session_duration',
      ],
    },
    byHand: (where) =>
      `SELECT countIf(is_chat), countIf(is_two_way), countIf(agent_messages > 0), countIf(is_effective), countIf(is_lead), uniqExactIf(contact, is_chat AND contact != ''), avgIf(duration, is_chat) / 1000 FROM bench.sessions WHERE ${where('started_at')}`,
  },
  {
    title: 'heat map of messages',
    request: { metrics: ['messages'], granularity: 'hour_of_week' },
    byHand: (where) =>
      `SELECT toDayOfWeek(sent_at, 0, ${zone}) AS day, toHour(sent_at, ${zone}) AS hour, count() FROM bench.messages WHERE ${where('sent_at')} GROUP BY day, hour ORDER BY day, hour`,
  },
  {
    title: 'unique contacts per month',
    request: { metrics: ['active_contacts'], granularity: 'month' },
    byHand: (where) =>
      `SELECT toStartOfMonth(started_at, ${zone}) AS month, uniqExactIf(contact, is_chat AND contact != '') FROM bench.sessions WHERE ${where('started_at')} GROUP BY month ORDER BY month`,
  },
  {
    title: 'chats by channel',
    request: { metrics: ['chats'], dimensions: ['channel'] },
    byHand: (where) =>
      `SELECT channel, countIf(is_chat) AS chats FROM bench.sessions WHERE ${where('started_at')} GROUP BY channel ORDER BY chats DESC, channel`,
  },
  {
    title: 'table by agent, three numbers',
    request: { metrics: ['chats', 'conversations', 'avg_session_duration'], dimensions: ['agent'] },
    byHand: (where) =>
      `SELECT agent, countIf(is_chat) AS chats, countIf(is_two_way), avgIf(duration, is_chat) / 1000 FROM bench.sessions WHERE ${where('started_at')} GROUP BY agent ORDER BY chats DESC, agent`,
  },
  {
    title: 'replies by agent',
    request: { metrics: ['avg_response_time', 'p90_response_time'], dimensions: ['agent'] },
    byHand: (where) =>
      `SELECT agent, avg(response) / 1000 AS average, quantileExactInclusive(0.9)(response) / 1000 FROM bench.replies WHERE ${where('replied_at')} AND author_kind = 'agent' GROUP BY agent ORDER BY average DESC, agent`,
  },
]

/** The condition on a flat table: one organization, one range (UTC ms). */
export function whereByHand(organizationId: string, fromMs: number, toMs: number): (time: string) => string {
  return (time) =>
    `organization_id = ${literal(organizationId)} AND ${time} >= ${timeLiteral(fromMs)} AND ${time} < ${timeLiteral(toMs)}`
}
