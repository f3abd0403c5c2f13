import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { type ReadText, readText } from '@parley/model/phrases/phrases.ts'
import { LRUCache } from 'lru-cache'
import { limits } from '../limits.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable, saidSql } from '../store/events-table.ts'

/** What was said, by the hash of its words, and an instant (UTC milliseconds) at which it was. */
export type Mention = { readonly hash: string; readonly at: number }

/** The texts of hashes, read once: what people say most they said before. */
export type PhraseBook = {
  /** The texts of mentions in the organizations that one asks about, in the same order; null of what is not there. */
  readAll(asked: AskedTexts, mentions: readonly Mention[]): Promise<(ReadText | null)[]>
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
    async readAll(asked, mentions) {
      const nameOf = (hash: string) => `${asked.organizationId} ${hash}`
      const found = mentions.map(({ hash }) => known.get(nameOf(hash)) ?? null)
      const unknown = mentions.filter((_, place) => found[place] === null)
      if (unknown.length === 0) return found
      const texts = await findTexts(asked, unknown)
      return mentions.map(({ hash }, place) => {
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
  mentions: readonly Mention[],
): Promise<Map<string, string>> {
  const instants = [...new Set(mentions.map(({ at }) => at))].sort((one, other) => one - other)
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
  AND words_hash IN (${mentions.map(({ hash }) => BigInt(hash)).join(', ')})
GROUP BY words_hash
)`,
    { ...(signal && { signal }) },
  )
  return new Map(rows as [string, string][])
}
