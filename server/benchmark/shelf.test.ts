import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ControlDatabase, openControlDatabase } from '../account/database.ts'
import { hasPostgres, startPostgres, type TemporaryPostgres } from '../account/temporary-postgres.ts'
import { createBenchmarkShelf, type KeptBenchmark } from './shelf.ts'

const isPostgresHere = await hasPostgres()

const monthly: KeptBenchmark = {
  run: {
    group: 'last_month',
    dueAt: Date.UTC(2026, 2, 1),
    computedAt: Date.UTC(2026, 2, 1, 0, 1),
    range: { from: Date.UTC(2026, 1, 1), to: Date.UTC(2026, 2, 1) },
  },
  figures: [
    { metric: 'missed_chats', businessType: null, value: 310, organizations: 7, spread: null },
    {
      metric: 'avg_session_duration',
      businessType: null,
      value: 1 / 3,
      organizations: 12,
      spread: { p25: 0, median: 0.1 + 0.2, p75: 0.75 },
    },
    { metric: 'avg_session_duration', businessType: 'dealer', value: 500.25, organizations: 5, spread: null },
  ],
}
const daily: KeptBenchmark = { ...monthly, run: { ...monthly.run, group: 'yesterday' } }

describe.each(['sqlite', 'postgres'] as const)('the shelf of benchmarks on %s', (kind) => {
  const isSkipped = kind === 'postgres' && !isPostgresHere
  const directory = mkdtempSync(join(tmpdir(), 'parley-shelf-'))
  let postgres: TemporaryPostgres | null = null
  let database: ControlDatabase

  beforeAll(async () => {
    if (isSkipped) return
    postgres = kind === 'postgres' ? await startPostgres() : null
    database = await openControlDatabase({
      dataDirectory: directory,
      postgresUrl: postgres && (await postgres.createDatabase()),
    })
  }, 60_000)
  afterAll(async () => {
    await database?.close()
    await postgres?.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  test.skipIf(isSkipped)('gives back what was kept, to the last digit, and only of that date group', async () => {
    const shelf = createBenchmarkShelf(database.db)
    expect(await shelf.find('last_month')).toBeNull()
    await shelf.keep(monthly)
    await shelf.keep(daily)
    const found = await shelf.find('last_month')
    expect(found?.run).toEqual(monthly.run)
    expect(new Set(found?.figures)).toEqual(new Set(monthly.figures))
    expect(await shelf.find('last_week')).toBeNull()
  })

  test.skipIf(isSkipped)('keeps nothing of the benchmark before', async () => {
    const shelf = createBenchmarkShelf(database.db)
    const [first] = monthly.figures
    await shelf.keep(monthly)
    const next = { run: { ...monthly.run, dueAt: Date.UTC(2026, 3, 1) }, figures: first ? [first] : [] }
    await shelf.keep(next)
    expect(await shelf.find('last_month')).toEqual(next)
    await shelf.keep({ ...next, figures: [] })
    expect(await shelf.find('last_month')).toEqual({ ...next, figures: [] })
  })
})
