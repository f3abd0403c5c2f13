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
  const settings = { ...readSettings, ...sideBySide }
  const [most] = await engine.query(mostSaidSql(written), { ...options, settings })
  const [hashes, times, total, different] = most as [string[], number[], number, number]
  const read = await services.phraseBook.readAll(
    { engine, organizationId: asker.organizationId, organizationIds: scope.organizationIds, signal },
    hashes,
    async (unknown) => {
      const found = await engine.query(
        `SELECT toString(words_hash), toUnixTimestamp64Milli(any(${messages.time}))
${written} AND words_hash IN (${unknown.map(BigInt).join(', ')})
GROUP BY words_hash`,
        options,
      )
      return new Map(found as [string, number][])
    },
  )
  const said = read.flatMap((text, place) => (text ? [{ read: text, count: times[place] ?? 0 }] : []))
  return {
    phrases: groupPhrases(said, limit).map(({ phrase, count }) => ({ phrase, count, share: count / total })),
    total,
    is_cut: different > limits.phraseTexts,
  }
}

/**
 * SQL: what was said most, `most` of it: one row with the hashes, how often each was said, how often anything was said and
 * how much of it was different. Nearly all that people write they write once. To find what they did not, all hashes are put
 * into lists and sorted, where the same stand beside each other: that takes a third of what it takes to count each by itself.
 * One list for each beginning of a hash, so that the lists are sorted side by side ({@link sideBySide}).
 *
 * Said again is what is like the one before it, the first of a list being like none; messages without words stand before all
 * others. Of what was said once no more is looked for than is wanted, at the beginning of a list: among `most` hashes and two
 * for each said again, so much was said once, if there is so much.
 */
export function mostSaidSql(written: string, most: number = limits.phraseTexts): string {
  return `SELECT groupArray(toString(hash)), groupArray(times), any(total), any(different)
FROM (
SELECT said.1 AS hash, said.2 AS times, total, different
FROM (
SELECT arrayJoin(arrayFlatten(groupArray(said))) AS said, sum(worded) AS total, sum(worded - repeats) AS different
FROM (
SELECT worded, length(again) AS repeats, arrayConcat(
  arrayMap((one, start, end) -> (one, 1 + end - start), arrayCompact(again), starts, arrayShiftLeft(starts, 1, toUInt32(length(again) + 1))),
  arrayMap(one -> (one, 1), arraySlice(arrayFilter((one, step, next) -> step != 0 AND next != 0, first, steps, arrayShiftLeft(steps, 1, 1)), 1, ${most}))) AS said
FROM (
SELECT worded, again, first, arrayFilter((place, step) -> place = 1 OR step != 0, arrayEnumerate(again), arrayDifference(again)) AS starts,
  arrayPopFront(arrayDifference(arrayPushFront(first, 0))) AS steps
FROM (
SELECT length(hashes) - wordless AS worded, again, arraySlice(hashes, wordless + 1, ${most} + 2 * length(again) + 1) AS first
FROM (
SELECT hashes, wordless, arraySlice(arrayFilter((one, step) -> step = 0, hashes, arrayDifference(hashes)), greatest(wordless, 1) + 1) AS again
FROM (
SELECT arraySort(groupArray(words_hash)) AS hashes, countIf(words_hash = 0) AS wordless
${written}
GROUP BY toUInt32(bitShiftRight(words_hash, 62))
))))))
ORDER BY times DESC, hash
LIMIT ${most}
)`
}

/**
 * From so many bytes on each list is finished by itself, side by side with others; with few it would take longer. The engine
 * looks at how many groups there are, and there are four.
 */
const sideBySide = { group_by_two_level_threshold_bytes: 1_000_000 }
