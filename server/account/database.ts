import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import BetterSqlite3 from 'better-sqlite3'
import { CompiledQuery, type Dialect, Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.ts'

/** The control data: small, precious and transactional; everything but events and facts. */
export type ControlDatabase = {
  readonly db: Kysely<Tables>
  readonly kind: 'sqlite' | 'postgres'
  close(): Promise<void>
}

const away = 'control_database_unavailable'
const retryAfterSeconds = 5

/** Where the control data is: PostgreSQL when there is a URL, else a SQLite file in the data directory. */
export type ControlDatabasePlace = { readonly postgresUrl: string | null; readonly dataDirectory: string }

/**
 * Opens the control database and brings it to the shape this version needs. The data directory is made when missing.
 * Throws `control_database_unavailable` (503) or `control_database_too_new`.
 */
export async function openControlDatabase(place: ControlDatabasePlace): Promise<ControlDatabase> {
  const database = connect(place)
  try {
    await migrate(database.db, database.kind)
    return database
  } catch (cause) {
    await database.close()
    if (!(cause instanceof AppError)) throw unavailable(whereIs(place), cause)
    throw cause.code === away ? unavailable(whereIs(place), cause.cause) : cause
  }
}

/** Connects without looking at the shape, for a diagnosis. The caller sees the driver's own errors. */
export function connect(place: ControlDatabasePlace): ControlDatabase {
  if (place.postgresUrl !== null) return over(postgresDialect(place.postgresUrl), 'postgres')
  try {
    mkdirSync(place.dataDirectory, { recursive: true, mode: 0o700 })
    return over(sqliteDialect(sqliteFile(place)), 'sqlite')
  } catch (cause) {
    throw unavailable(sqliteFile(place), cause)
  }
}

/** The SQLite file of a data directory. */
export function sqliteFile({ dataDirectory }: ControlDatabasePlace): string {
  return join(dataDirectory, 'control.sqlite')
}

function whereIs(place: ControlDatabasePlace): string {
  return place.postgresUrl === null ? sqliteFile(place) : 'PostgreSQL at PARLEY_POSTGRES_URL'
}

function over(dialect: Dialect, kind: 'sqlite' | 'postgres'): ControlDatabase {
  const db = new Kysely<Tables>({ dialect })
  return { db, kind, close: () => db.destroy() }
}

function sqliteDialect(file: string): Dialect {
  const database = new BetterSqlite3(file, { timeout: 5_000 })
  database.pragma('journal_mode = WAL')
  // The default in WAL mode may lose the last transactions on a power cut: a revoked key would work again.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const dialect = new SqliteDialect({ database })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver()
      // The CLI writes beside the server. A transaction that reads first and then writes would fail at once
      // (SQLITE_BUSY_SNAPSHOT) instead of waiting, unless it takes the write lock when it begins.
      driver.beginTransaction = async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      }
      return driver
    },
  }
}

const int8 = 20

function postgresDialect(connectionString: string): Dialect {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    application_name: 'parley',
    types: {
      // Instants are integers below 2^53; the driver would give bigint as text.
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  })
  // An idle connection that breaks must not end the process; the next query opens another one or fails by itself.
  pool.on('error', () => undefined)
  const dialect = new PostgresDialect({ pool })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver()
      const acquire = driver.acquireConnection.bind(driver)
      // A database that is away is no failure of ours: clients are told to come back, and the log why.
      driver.acquireConnection = (options) =>
        acquire(options).catch((cause: unknown) => {
          const message = 'The control database does not answer at this moment.'
          throw new AppError(away, 503, message, { cause, retryAfterSeconds })
        })
      return driver
    },
  }
}

function unavailable(where: string, cause: unknown): AppError {
  // A refused connection to a name with two addresses has no message, only a code.
  const { message: said, code } = cause as { message?: string; code?: string }
  const reason = said || code || String(cause)
  const message = `The control database (${where}) cannot be opened: ${reason}.`
  return new AppError(away, 503, message, { cause, retryAfterSeconds })
}
