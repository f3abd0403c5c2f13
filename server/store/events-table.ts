import { limits } from '../limits.ts'
import { wordsSql } from './words.ts'

/**
 * The table of events: everything that was ever accepted, each event once, in the order of time. All facts are derived
 * from it and can be derived again.
 *
 * Sorted by organization and time: a live conversation lies in the last few minutes, so deriving it again reads those
 * minutes and not the years. The bloom filters find an old thread by its name, and an event by its id.
 */
export const eventsTable = 'events'

// Compressed, a plain text takes no more room than a dictionary, and is much faster to insert. Dictionaries are for what
// questions select by.
const words = 'LowCardinality(String)'
const text = 'String CODEC(ZSTD(1))'

/**
 * Column → type, in the order in which rows are encoded (`server/ingest/event-row.ts`). The identity comes first: a row
 * begins with what its hash is made of (`hashes.ts`).
 */
export const eventColumnTypes = {
  organization_id: words,
  source: words,
  id: text,
  subject_kind: words,
  subject_id: text,
  time: "DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))",
  type: words,
  received_at: "DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1))",
  author_kind: text,
  author_id: text,
  channel: text,
  touchpoint_id: text,
  inbox_id: text,
  team_id: text,
  agent_id: text,
  bot_id: text,
  visitor_id: text,
  contact_id: text,
  url: text,
  initiator: text,
  status: text,
  medium: text,
  reference: text,
  category: text,
  number_a: 'Nullable(Float64) CODEC(ZSTD(1))',
  number_b: 'Nullable(Float64) CODEC(ZSTD(1))',
  flags: 'UInt16 CODEC(ZSTD(1))',
  price: text,
  country: text,
  browser: text,
  os: text,
  device: text,
  /** JSON of what no other column holds (`decodeEventData` in `server/ingest/event-row.ts` puts it together). */
  data: 'String CODEC(ZSTD(3))',
  region: text,
  /** As `server/enrich/coordinates.ts` writes it: `52.1,5.1`. */
  place: text,
} as const

/**
 * Columns that came later, the last of all: a journaled row from before them ends where they begin. Of what was stored before them
 * they are read from the rest of the event.
 */
const addedColumns = {
  region: "JSONExtractString(data, 'region')",
  place: placeSql(),
} as const satisfies Partial<Record<keyof typeof eventColumnTypes, string>>

/** The place of coordinates that stand in the rest of an event, to a tenth of a degree. */
function placeSql(): string {
  const degrees = (field: string) => `JSONExtract(data, '${field}', 'Nullable(Float64)')`
  const coarse = (field: string) => `floor(assumeNotNull(${degrees(field)}) * 10 + 0.5) / 10`
  const isWithin = (field: string, most: number) => `ifNull(abs(${degrees(field)}) <= ${most}, false)`
  return `if(${isWithin('latitude', 90)} AND ${isWithin('longitude', 180)}, concat(${coarse('latitude')}, ',', ${coarse('longitude')}), '')`
}

/** The words of what a person or a bot said, one space between them: what they have in common tells phrases apart. */
export const saidSql = (data: string) =>
  `arrayStringConcat(${wordsSql(`substringUTF8(JSONExtractString(${data}, 'text'), 1, ${limits.phraseCharacters})`)}, ' ')`

/**
 * Columns that the engine makes of the others when an event comes in, column → type. No row brings them.
 * `words_hash`: one number for all messages with the same words; 0 without words, and for all that is no message.
 */
const madeColumns = {
  words_hash: `UInt64 DEFAULT if(type = 'message.sent' AND author_kind IN ('contact', 'agent', 'bot') AND (${saidSql('data')} AS said) != '', cityHash64(said), 0) CODEC(ZSTD(1))`,
} as const

/** All columns there are to read. */
export const storedColumns: readonly string[] = [...Object.keys(eventColumnTypes), ...Object.keys(madeColumns)]

/** Brings a table of an earlier version to the columns of this one; without effect on any other. */
export function completeEventsTable(): string {
  const columns = Object.entries(addedColumns).map(
    ([name, before]) => `ADD COLUMN IF NOT EXISTS ${name} String DEFAULT ${before} CODEC(ZSTD(1))`,
  )
  const made = Object.entries(madeColumns).map(([name, type]) => `ADD COLUMN IF NOT EXISTS ${name} ${type}`)
  return `ALTER TABLE ${eventsTable} ${[...columns, ...made].join(', ')}`
}

export function createEventsTable(): string {
  const columns = Object.entries({ ...eventColumnTypes, ...madeColumns }).map(([name, type]) => `  ${name} ${type}`)
  return `CREATE TABLE IF NOT EXISTS ${eventsTable} (
${columns.join(',\n')},
  INDEX subject_bloom subject_id TYPE bloom_filter(0.01) GRANULARITY 1,
  INDEX id_bloom id TYPE bloom_filter(0.01) GRANULARITY 1
) ENGINE = MergeTree PARTITION BY toYYYYMM(time) ORDER BY (organization_id, time)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1, index_granularity = 4096`
}
