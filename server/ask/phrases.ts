import { recordsCondition } from '@parley/core/compile/measure.ts'
import { whereSql } from '@parley/core/compile/where.ts'
import { factsOf } from '@parley/core/query/catalogue.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import { filterSchema, queryLimits, rangeSchema } from '@parley/core/query/request.ts'
import { resolveRecords } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { messages } from '@parley/model/messages/fact.ts'
import { groupPhrases } from '@parley/model/phrases/phrases.ts'
import { z } from 'zod'
import { limits } from '../limits.ts'
import { orRefuse } from './ask.ts'
import type { Asker, AskServices } from './asking.ts'
import { readSettings } from './read-settings.ts'

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
 * The popular phrases of contacts, bots or agents. Messages carry what those with the same words share: what is counted is
 * numbers, and only the texts of the most frequent are read. Errors: those of records.
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
  const engine = services.engine()
  const options = { ...(signal && { signal }), settings: readSettings }
  const written = `FROM ${messages.id} FINAL
WHERE ${whereSql(messages, sight, range, filters)} AND ${recordsCondition(metric, { now, sight })}`
  const rows = (await engine.query(mostSaidSql(written), options)) as [string, number, number, number][]
  const [, , total = 0, different = 0] = rows[0] ?? []
  const read = await services.phraseBook.readAll(
    { engine, organizationId: asker.organizationId, organizationIds: scope.organizationIds, signal },
    rows.map(([hash]) => hash),
    async (hashes) => {
      const found = await engine.query(
        `SELECT toString(words_hash), toUnixTimestamp64Milli(any(${messages.time}))
${written} AND words_hash IN (${hashes.map(BigInt).join(', ')})
GROUP BY words_hash`,
        options,
      )
      return new Map(found as [string, number][])
    },
  )
  const said = rows.flatMap(([, count], place) => {
    const text = read[place]
    return text ? [{ read: text, count }] : []
  })
  return {
    phrases: groupPhrases(said)
      .slice(0, limit)
      .map(({ phrase, count }) => ({ phrase, count, share: count / total })),
    total,
    is_cut: different > limits.phraseTexts,
  }
}

/**
 * SQL: the hashes of what was said most, `most` of them: each with how often, and on every row how often anything was said
 * and how much of it was different. Nearly all that people write they write once. To find what they did not, all hashes are
 * put into one list and sorted, where the same stand beside each other: that takes a third of what it takes to count each by
 * itself. Said again is what is like the one before it, the first being like none. Of what was said once no more is looked for than is wanted, at the
 * beginning of the list: among `most` hashes and two for each said again, so much was said once, if there is so much.
 * Messages without words stand before all others.
 */
export function mostSaidSql(written: string, most: number = limits.phraseTexts): string {
  return `SELECT toString(hash), count() AS times, any(total), any(different)
FROM (
SELECT arrayJoin(arrayConcat(again, arrayCompact(again), arraySlice(once, 1, ${most}))) AS hash, total, total - length(again) AS different
FROM (
SELECT arraySort(groupArray(words_hash)) AS hashes, countIf(words_hash = 0) AS wordless, length(hashes) - wordless AS total,
  arrayFilter((one, step) -> step = 0 AND one != 0, hashes, arrayDifference(hashes)) AS alike,
  arraySlice(alike, if(wordless = 0, 2, 1)) AS again,
  arraySlice(hashes, wordless + 1, ${most} + 2 * length(again) + 1) AS first,
  arraySlice(arrayPushBack(first, 0), 2) AS nexts, arraySlice(arrayPushFront(first, 0), 1, length(first)) AS lasts,
  arrayFilter((one, last, next) -> one != last AND one != next, first, lasts, nexts) AS once
${written}
)
)
GROUP BY hash
ORDER BY times DESC, hash
LIMIT ${most}`
}
