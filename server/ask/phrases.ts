import { recordsCondition } from '@parley/core/compile/measure.ts'
import { whereSql } from '@parley/core/compile/where.ts'
import { factsOf } from '@parley/core/query/catalogue.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import { filterSchema, queryLimits, rangeSchema } from '@parley/core/query/request.ts'
import { resolveRecords } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { messages } from '@parley/model/messages/fact.ts'
import { groupPhrases } from '@parley/model/phrases/phrases.ts'
import { z } from 'zod'
import { limits } from '../limits.ts'
import { eventsTable } from '../store/events-table.ts'
import { orRefuse } from './ask.ts'
import type { Asker, AskServices } from './asking.ts'
import { readSettings } from './read-settings.ts'
import { wordsSql } from './words.ts'

const authors = ['contact', 'bot', 'agent'] as const

/** What `POST /v1/phrases` takes. */
export const phrasesSchema = z.strictObject({
  author_kind: z.enum(authors),
  range: rangeSchema,
  time_zone: z.string().max(100).optional(),
  filters: z.array(filterSchema).max(queryLimits.filters).optional(),
  limit: z.int().min(1).max(200).optional(),
})

export type PhrasesRequest = z.infer<typeof phrasesSchema>

export type PhrasesAnswer = {
  /** The most frequent first. `share` is that of all messages with words, 0–1. */
  readonly phrases: { readonly phrase: string; readonly count: number; readonly share: number }[]
  /** Messages with words: what the shares are of. */
  readonly total: number
  /** Whether so many different texts were written that the rarest were left out of the counts. */
  readonly is_cut: boolean
}

/**
 * The popular phrases of contacts, bots or agents. Read from the messages themselves at the time of asking: nothing is
 * kept of what people write but the events, and taking events in costs nothing for it. Errors: those of records.
 */
export async function askPhrases(
  services: AskServices,
  asker: Asker,
  { author_kind, limit = 20, ...request }: PhrasesRequest,
  signal?: AbortSignal,
): Promise<PhrasesAnswer> {
  const timeZone = await services.timeZoneOf(asker.organizationId)
  const { metric, range, filters, now } = orRefuse(
    resolveRecords({ ...request, metric: `${author_kind}_messages` }, catalogue, { now: services.asOf(), timeZone }),
  )
  const scope = organizationScope(await services.scopeOf(asker.organizationId))
  const needed = lookupsNeeded(
    [metric],
    filters.map(({ dimension }) => dimension),
    factsOf(catalogue, [metric]),
  )
  const sight = { scope, lookups: await services.lookUp(scope.organizationIds, needed) }
  const rows = await services.engine().query(
    `SELECT arrayStringConcat(${wordsSql('text')}, ' ') AS said, sum(messages) AS times, sum(times) OVER () AS total, count() OVER () AS different
FROM (
SELECT any(substringUTF8(JSONExtractString(data, 'text'), 1, ${limits.phraseCharacters}) AS written) AS text, count() AS messages
FROM ${eventsTable}
WHERE organization_id IN ${literal(scope.organizationIds)} AND time >= ${timeLiteral(range.from)} AND time < ${timeLiteral(range.to)}
  AND type = 'message.sent' AND author_kind = ${literal(author_kind)}
  AND ${oneOf('xxHash64(source, id)')} IN (
SELECT ${oneOf('event_key')}
FROM ${messages.id} FINAL
WHERE ${whereSql(messages, sight, range, filters)} AND ${recordsCondition(metric, { now, sight })})
GROUP BY written
)
WHERE said != ''
GROUP BY said
ORDER BY times DESC, said
LIMIT ${limits.phraseTexts}`,
    { ...(signal && { signal }), settings: readSettings },
  )
  const [, , total = 0, different = 0] = (rows[0] ?? []) as [string, number, number?, number?]
  return {
    phrases: groupPhrases(rows.map(([text, count]) => ({ text: text as string, count: count as number })))
      .slice(0, limit)
      .map(({ phrase, count }) => ({ phrase, count, share: count / total })),
    total,
    is_cut: different > limits.phraseTexts,
  }
}

/** An event by one number, which is quicker to look up than two. */
const oneOf = (key: string) => `bitXor(cityHash64(organization_id), ${key})`
