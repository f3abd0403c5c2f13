import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openChdb } from './chdb.ts'
import type { Engine } from './engine.ts'
import { eventColumnTypes, eventsTable } from './events-table.ts'
import { findStored, type Identity, insertEvents, prepareEvents } from './store.ts'

const directory = mkdtempSync(join(tmpdir(), 'parley-store-'))
let engine: Engine

beforeAll(async () => {
  engine = await openChdb(join(directory, 'engine'), { readers: 1 })
  await prepareEvents(engine)
})

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

const morning = Date.UTC(2026, 2, 1, 9)

function identity(number: number, more: Partial<Identity> = {}): Identity {
  // As long as an id may be, and with what has to be escaped.
  const id = `${number}-'\\\n`.padEnd(200, "'")
  return { organizationId: 'o-1', source: '/s', id, timeMs: morning + number, ...more }
}

function row({ organizationId, source, id, timeMs }: Identity): string {
  const given: Record<string, string> = {
    organization_id: organizationId,
    time: (timeMs / 1000).toFixed(3),
    received_at: (timeMs / 1000).toFixed(3),
    source,
    id: id.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'),
    flags: '0',
  }
  return `${Object.keys(eventColumnTypes)
    .map((column) => given[column] ?? (column.startsWith('number_') ? '\\N' : ''))
    .join('\t')}\n`
}

it('takes rows that an earlier version wrote, which end before the columns that came later', async () => {
  const last = Object.keys(eventColumnTypes).indexOf('data')
  const cells = row(identity(1, { organizationId: 'older' }))
    .split('\t')
    .slice(0, last)
  cells.push('{"region":"NL-UT"}')
  await insertEvents(engine, Buffer.from(`${cells.join('\t')}\n${row(identity(2, { organizationId: 'older' }))}`))
  expect(
    await engine.query(`SELECT data, region FROM ${eventsTable} WHERE organization_id = 'older' ORDER BY time`),
  ).toEqual([
    ['{"region":"NL-UT"}', ''],
    ['', ''],
  ])
})

it('finds, of very many identities at once, exactly those that are stored', async () => {
  const asked = Array.from({ length: 25_000 }, (_, number) => identity(number))
  const isStored = (number: number) => number % 3 === 0
  await insertEvents(
    engine,
    Buffer.from(
      asked
        .filter((_, number) => isStored(number))
        .map(row)
        .join(''),
    ),
  )
  const found = await findStored(engine, asked)
  expect([...found].sort((a, b) => a - b)).toEqual(asked.map((_, number) => number).filter(isStored))
})

it('knows an event that comes with another time, and not one of another organization or source', async () => {
  const stored = identity(3)
  const asked = [
    { ...stored, timeMs: stored.timeMs + 60_000 },
    { ...stored, organizationId: 'o-2' },
    { ...stored, source: '/other' },
  ]
  expect([...(await findStored(engine, asked))]).toEqual([0])
})

it('a table of an earlier version gets the columns that came later, and tells of them what was stored before', async () => {
  await engine.command(`TRUNCATE TABLE ${eventsTable}`)
  await engine.command(`ALTER TABLE ${eventsTable} DROP COLUMN region, DROP COLUMN place, DROP COLUMN words_hash`)
  const before = row(identity(1)).split('\t')
  const names = Object.keys(eventColumnTypes)
  const cells = before.map((cell, at) =>
    names[at] === 'data'
      ? '{"region":"Utrecht","latitude":52.09,"longitude":-0.04,"text":"Hello, you!"}'
      : names[at] === 'type'
        ? 'message.sent'
        : names[at] === 'author_kind'
          ? 'contact'
          : cell,
  )
  const kept = names.flatMap((name, at) => (name === 'region' || name === 'place' ? [] : [at]))
  await engine.insertRows(
    eventsTable,
    kept.map((at) => names[at] ?? ''),
    Buffer.from(kept.map((at) => cells[at]).join('\t')),
  )
  await prepareEvents(engine)
  await insertEvents(engine, Buffer.from(row(identity(2))))
  expect(
    await engine.query(`SELECT region, place, words_hash = cityHash64('hello you') FROM ${eventsTable} ORDER BY time`),
  ).toEqual([
    ['Utrecht', '52.1,0', 1],
    ['', '', 0],
  ])
})
