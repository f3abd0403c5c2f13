import { type Column, type ColumnType, type Fact, hashColumn } from '@parley/core/declare/fact.ts'

const engineTypes: Record<ColumnType, string> = {
  id: 'String CODEC(ZSTD(1))',
  word: 'LowCardinality(String)',
  text: 'String CODEC(ZSTD(1))',
  // Every question reads times and most read durations: bits laid out anew are as small as by Delta and ZSTD, some tenths of
  // a byte aside, and read in a third of the time.
  time: "DateTime64(3, 'UTC') CODEC(T64, LZ4)",
  'time?': "Nullable(DateTime64(3, 'UTC')) CODEC(T64, LZ4)",
  duration: 'Int64 CODEC(T64, LZ4)',
  'duration?': 'Nullable(Int64) CODEC(T64, LZ4)',
  count: 'UInt32 CODEC(T64, LZ4)',
  number: 'Float64 CODEC(ZSTD(1))',
  'number?': 'Nullable(Float64) CODEC(ZSTD(1))',
  // A 64-bit integer of micro-units to the engine; sums are 128-bit.
  money: 'Decimal(18, 6) CODEC(ZSTD(1))',
  flag: 'UInt8 CODEC(ZSTD(1))',
  hash: 'UInt64 CODEC(LZ4)',
}

/** The columns of a fact's table in order, without the two that replace rows and those that the engine makes itself. */
export function factColumns(fact: Fact): string[] {
  return ['organization_id', fact.time, fact.thread.key, 'event_key', ...columnsOf(fact).map(({ id }) => id)]
}

function columnsOf({ columns, unshown = [] }: Fact): readonly Column[] {
  return [...columns, ...unshown]
}

/**
 * The table of a fact. A row is replaced by a later `version` with the same key and disappears when that is
 * `is_withdrawn`; readers see the latest (FINAL). Months are partitions: a late event makes only its month be merged.
 */
export function createFactTable(fact: Fact, table: string = fact.id): string {
  const { hashed = [] } = fact
  const columns = [
    'organization_id LowCardinality(String)',
    `${fact.time} ${engineTypes.time}`,
    `${fact.thread.key} String CODEC(ZSTD(1))`,
    'event_key UInt64 CODEC(NONE)',
    ...columnsOf(fact).map(({ id, type }) => `${id} ${engineTypes[type]}`),
    ...hashed.map((id) => `${hashColumn(id)} UInt64 DEFAULT if(${id} = '', 0, cityHash64(${id})) CODEC(LZ4)`),
    'version UInt64 CODEC(ZSTD(1))',
    'is_withdrawn UInt8 CODEC(ZSTD(1))',
  ]
  return `CREATE TABLE IF NOT EXISTS ${table} (
${columns.map((column) => `  ${column}`).join(',\n')}
) ENGINE = ReplacingMergeTree(version, is_withdrawn) PARTITION BY toYYYYMM(${fact.time})
ORDER BY (organization_id, ${fact.time}, ${fact.thread.key}, event_key)`
}
