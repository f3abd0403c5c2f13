import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namedViewsContract, ownDashboardsContract } from '../boards/boards.contract.ts'
import { settingsContract, touchpointsContract, trackedUrlsContract } from '../settings/settings.contract.ts'
import { type Check, ingestKey, refusalOf, withSubject } from './contract.ts'
import { type ControlDatabasePlace, connect, openControlDatabase } from './database.ts'
import { keysContract } from './keys.contract.ts'
import { pendingMigrations } from './migrations.ts'
import { organizationsContract } from './organizations.contract.ts'
import { membersContract, signInContract, usersContract } from './sign-in.contract.ts'
import { hasPostgres, startPostgres, type TemporaryPostgres } from './temporary-postgres.ts'

const run = promisify(execFile)
const directory = mkdtempSync(join(tmpdir(), 'parley-account-'))
let postgres: TemporaryPostgres | null = null
let places = 0

async function freshPlace(kind: 'sqlite' | 'postgres'): Promise<ControlDatabasePlace> {
  places += 1
  const dataDirectory = join(directory, String(places))
  return { dataDirectory, postgresUrl: kind === 'postgres' && postgres ? await postgres.createDatabase() : null }
}

afterAll(async () => {
  await postgres?.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** SQLite makes a second connection wait without letting the first one go on, so a fair race needs processes. */
async function openInAnotherProcess(place: ControlDatabasePlace): Promise<void> {
  const module = JSON.stringify(new URL('./database.ts', import.meta.url).href)
  const script = `import { openControlDatabase } from ${module}
    await (await openControlDatabase(${JSON.stringify(place)})).close()`
  await run(process.execPath, ['--input-type=module', '-e', script])
}

const isPostgresHere = await hasPostgres()

describe.each(['sqlite', 'postgres'] as const)('the account on %s', (kind) => {
  const isSkipped = kind === 'postgres' && !isPostgresHere
  if (kind === 'postgres' && isPostgresHere) {
    beforeAll(async () => {
      postgres = await startPostgres()
    }, 60_000)
  }
  const check: Check = (title, work) =>
    test.skipIf(isSkipped)(title, async () => withSubject(await freshPlace(kind), work))

  organizationsContract(check)
  keysContract(check)
  usersContract(check)
  membersContract(check)
  signInContract(check)
  settingsContract(check)
  touchpointsContract(check)
  trackedUrlsContract(check)
  ownDashboardsContract(check)
  namedViewsContract(check)

  test.skipIf(isSkipped)(
    'a fresh database needs all migrations, an opened one none, however many open it at once',
    async () => {
      const place = await freshPlace(kind)
      const before = connect(place)
      expect(await pendingMigrations(before.db)).toEqual([
        '0001_control_data',
        '0002_benchmarks',
        '0003_settings',
        '0004_boards',
        '0005_touchpoint_settings',
        '0006_quarantine_reasons',
        '0007_benchmark_spread',
        '0008_installation',
      ])
      await Promise.all([openInAnotherProcess(place), openInAnotherProcess(place), openInAnotherProcess(place)])
      expect(await pendingMigrations(before.db)).toEqual([])
      await before.close()
    },
  )

  test.skipIf(isSkipped)('a database that a later version has used is refused', async () => {
    const place = await freshPlace(kind)
    const database = await openControlDatabase(place)
    await sql`insert into migrations (name, done_at) values ('0099_later', 1)`.execute(database.db)
    await database.close()
    expect(await refusalOf(openControlDatabase(place))).toMatchObject({ code: 'control_database_too_new' })
  })

  test.skipIf(isSkipped)('an instant comes back as the number it was', async () => {
    const database = await openControlDatabase(await freshPlace(kind))
    const row = { id: 'o', name: 'O', parent_id: null, level: 0, time_zone: 'UTC', created_at: 8.64e15 }
    await database.db.insertInto('organizations').values(row).execute()
    expect(await database.db.selectFrom('organizations').selectAll().execute()).toEqual([row])
    await database.close()
  })

  test.skipIf(isSkipped)('a row that refers to nothing is refused', async () => {
    const database = await openControlDatabase(await freshPlace(kind))
    const row = { user_id: 'nobody', organization_id: 'nowhere', role: 'member', created_at: 1 }
    await expect(database.db.insertInto('memberships').values(row).execute()).rejects.toThrow(/foreign key/i)
    await database.close()
  })
})

test.skipIf(!isPostgresHere)(
  'a PostgreSQL that goes away makes clients come back later, and the process goes on',
  async () => {
    const place = await freshPlace('postgres')
    await withSubject(place, async ({ account }) => {
      const { id } = await account.organizations.create({ name: 'One' }, 'cli')
      const { secret } = await account.keys.create(id, ingestKey, 'cli')
      await postgres?.dropDatabase(place.postgresUrl ?? '')
      const error = await refusalOf(account.keys.verify(secret))
      expect(error).toMatchObject({ code: 'control_database_unavailable', status: 503, retryAfterSeconds: 5 })
      expect(error.message).not.toContain('parley_')
    })
  },
)

test('SQLite writes every transaction to the disk before it answers', async () => {
  const database = await openControlDatabase(await freshPlace('sqlite'))
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(database.db)
  const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(database.db)
  expect([journal.rows[0]?.journal_mode, synchronous.rows[0]?.synchronous]).toEqual(['wal', 2])
  await database.close()
})

test.each([
  [
    'a file in place of the data directory',
    { dataDirectory: import.meta.filename, postgresUrl: null },
    /control\.sqlite/,
  ],
  [
    'a PostgreSQL that is not there',
    { dataDirectory: directory, postgresUrl: 'postgres://u:hunter2@localhost:1/x' },
    /ECONNREFUSED/,
  ],
])('%s is reported as control_database_unavailable', async (_, place, message) => {
  const error = await refusalOf(openControlDatabase(place))
  expect(error).toMatchObject({
    code: 'control_database_unavailable',
    status: 503,
    message: expect.stringMatching(message),
  })
  expect(error.message).not.toContain('hunter2')
})
