import type { Engine } from '@parley/server/store/engine.ts'
import { openEngine } from '@parley/server/store/open.ts'
import type { Measure, Table } from '../measurement.ts'
import { atLeisure } from '../prepared/at-leisure.ts'
import { prepare } from '../prepared/prepare.ts'
import { withDirectory } from '../processes/temporary.ts'

const tables = ['events', 'sessions', 'messages', 'replies', 'outcomes', 'surveys']

/** Bytes on disk, every table merged to the end, beside one flat table of messages with their texts. */
export const disk: Measure = async (task, say) => {
  const found: Table[] = []
  for (const size of task.sizes) {
    const prepared = await prepare(size, task.dataDirectory, say)
    await withDirectory(prepared.directory, async (directory) => {
      const engine = await openEngine(directory)
      try {
        say(`disk: merging ${size} messages to the end`)
        found.push(...(await measureOn(engine)))
      } finally {
        await engine.close()
      }
    })
  }
  return found
}

async function measureOn(engine: Engine): Promise<Table[]> {
  // Parts that hold each column in a file of its own: only then does the engine tell what each takes.
  const wide = 'ORDER BY (organization_id, time) SETTINGS min_bytes_for_wide_part = 0'
  await engine.command(
    `CREATE TABLE bench.texts (organization_id LowCardinality(String), time DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)), conversation_id String CODEC(ZSTD(1)),
  author_kind LowCardinality(String), author_id LowCardinality(String), channel LowCardinality(String), text String CODEC(ZSTD(3))) ENGINE = MergeTree ${wide} AS
SELECT organization_id, time, subject_id AS conversation_id, author_kind, author_id, channel, JSONExtractString(data, 'text') AS text FROM events WHERE type = 'message.sent'`,
    atLeisure,
  )
  await engine.command(`CREATE TABLE bench.events AS events ENGINE = MergeTree ${wide}`)
  await engine.command('INSERT INTO bench.events SELECT * FROM events', atLeisure)
  for (const table of [...tables, 'bench.texts', 'bench.events'])
    await engine.command(`OPTIMIZE TABLE ${table} FINAL`, atLeisure)
  const sizes = await engine.query(
    `SELECT if(database = 'bench', concat('bench.', table), table) AS name, sum(rows), sum(bytes_on_disk), sum(primary_key_bytes_in_memory) FROM system.parts
WHERE active AND (name IN (${tables.map((table) => `'${table}'`).join(', ')}) OR name = 'bench.texts') GROUP BY name`,
  )
  const byTable = new Map(
    sizes.map(([name, rows, bytes, key]) => [
      String(name),
      { rows: Number(rows), bytes: Number(bytes), key: Number(key) },
    ]),
  )
  const events = byTable.get('events')?.rows ?? 0
  const ours = tables.map((table) => ({ table, rows: 0, bytes: 0, key: 0, ...byTable.get(table) }))
  const flat = { rows: 0, bytes: 0, key: 0, ...byTable.get('bench.texts') }
  const all = { rows: 0, bytes: 0, key: 0 }
  for (const { bytes, key } of ours) {
    all.bytes += bytes
    all.key += key
  }
  const row = (name: string, { rows, bytes, key }: typeof all) => [
    name,
    rows || null,
    rows ? bytes / rows : null,
    bytes / events,
    key / 1024,
  ]
  const columns = await engine.query(
    `SELECT column, sum(column_data_compressed_bytes) AS compressed, sum(column_data_uncompressed_bytes) FROM system.parts_columns
WHERE active AND table = 'events' AND database = 'bench' GROUP BY column ORDER BY compressed DESC LIMIT 10`,
  )
  const [[textBytes]] = (await engine.query(
    "SELECT sum(column_data_compressed_bytes) FROM system.parts_columns WHERE active AND database = 'bench' AND table = 'texts' AND column = 'text'",
  )) as [[number]]
  return [
    {
      title: `Disk, ${events.toLocaleString('en')} events`,
      columns: ['table', 'rows', 'bytes a row', 'bytes an event', 'key in memory, KiB'],
      rows: [...ours.map((one) => row(one.table, one)), row('all of Parley', all), row('flat table of messages', flat)],
      notes: [`The texts alone take ${(textBytes / flat.rows).toFixed(1)} bytes a message, compressed by themselves.`],
    },
    {
      title: `Disk, columns of events that take most, ${events.toLocaleString('en')} events`,
      columns: ['column', 'bytes an event', 'uncompressed'],
      rows: columns.map(([column, compressed, plain]) => [
        String(column),
        Number(compressed) / events,
        Number(plain) / events,
      ]),
      notes: [],
    },
  ]
}
