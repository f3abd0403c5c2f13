import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { type ReadText, readText } from '@parley/model/phrases/phrases.ts'
import { LRUCache } from 'lru-cache'
import { limits } from '../limits.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable, saidSql } from '../store/events-table.ts'

/** An instant (UTC milliseconds) at which each of some texts was written, by its hash. */
export type Instants = ReadonlyMap<string, number>

/** The texts of hashes, read once: what people say most they said before. */
export type PhraseBook = {
  /** The texts of hashes, in the same order; null of what is not there. `instantsOf` is asked about those not known yet. */
  readAll(
    asked: AskedTexts,
    hashes: readonly string[],
    instantsOf: (unknown: readonly string[]) => Promise<Instants>,
  ): Promise<(ReadText | null)[]>
}

type AskedTexts = {
  readonly engine: Engine
  /** Who asks. Texts are remembered for each organization that does, never for all. */
  readonly organizationId: string
  /** Those it sees. */
  readonly organizationIds: readonly string[]
  readonly signal?: AbortSignal | undefined
}

/** So many instants are looked up one by one in the order in which events lie; of more all that lies between them is read. */
const fewInstants = 2_000

export function createPhraseBook(): PhraseBook {
  const known = new LRUCache<string, ReadText>({ max: limits.phrasesRemembered })
  return {
    async readAll(asked, hashes, instantsOf) {
      const nameOf = (hash: string) => `${asked.organizationId} ${hash}`
      const found = hashes.map((hash) => known.get(nameOf(hash)) ?? null)
      const unknown = hashes.filter((_, place) => found[place] === null)
      if (unknown.length === 0) return found
      const texts = await findTexts(asked, await instantsOf(unknown))
      return hashes.map((hash, place) => {
        const before = found[place]
        if (before) return before
        const text = texts.get(hash)
        if (text === undefined) return null
        const read = readText(text)
        known.set(nameOf(hash), read)
        return read
      })
    },
  }
}

async function findTexts(
  { engine, organizationIds, signal }: AskedTexts,
  written: Instants,
): Promise<Map<string, string>> {
  if (written.size === 0) return new Map()
  const instants = [...new Set(written.values())].sort((one, other) => one - other)
  const isThen =
    instants.length <= fewInstants
      ? `time IN (${instants.map(timeLiteral).join(', ')})`
      : `time >= ${timeLiteral(instants[0] ?? 0)} AND time <= ${timeLiteral(instants.at(-1) ?? 0)}`
  const rows = await engine.query(
    `SELECT toString(words_hash), ${saidSql('one')}
FROM (
SELECT words_hash, any(data) AS one
FROM ${eventsTable}
WHERE organization_id IN ${literal(organizationIds)} AND ${isThen}
  AND words_hash IN (${[...written.keys()].map(BigInt).join(', ')})
GROUP BY words_hash
)`,
    { ...(signal && { signal }) },
  )
  return new Map(rows as [string, string][])
}
