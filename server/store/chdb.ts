import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import { literal } from '@parley/core/sql/literal.ts'
import type { Engine, QueryOptions } from './engine.ts'
import { settingsClause } from './settings.ts'

type ChdbResult = { text(): string; bytes(): Uint8Array; json<T>(): T }
type ChdbSession = {
  queryAsync(sql: string, options: { format: string; signal?: AbortSignal }): Promise<ChdbResult>
  close(): void
}
type Chdb = {
  Session: new (path: string) => ChdbSession
  drainPending(): Promise<void>
}

/**
 * ClickHouse inside this process (chDB) on one directory. A session runs one query at a time, so there is one to write
 * and a few to read; a query waits for a free one.
 */
export async function openChdb(directory: string, options: { readers: number }): Promise<Engine> {
  // Loaded on demand: the native library takes memory that commands which need no engine should not pay for.
  const { Session, drainPending } = createRequire(import.meta.url)('chdb') as Chdb
  const writer = new Session(directory)
  const spool = `${resolve(directory)}-spool.tsv`
  const idle = Array.from({ length: options.readers }, () => new Session(directory))
  const sessions = [writer, ...idle]
  const waiting: ((session: ChdbSession) => void)[] = []
  let writing: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function withReader<T>(use: (session: ChdbSession) => Promise<T>): Promise<T> {
    if (isClosed) throw engineClosed()
    const session = idle.pop() ?? (await new Promise<ChdbSession>((resolve) => waiting.push(resolve)))
    try {
      return await use(session)
    } finally {
      const next = waiting.shift()
      if (next) next(session)
      else idle.push(session)
    }
  }

  function write<T>(run: () => Promise<T>): Promise<T> {
    if (isClosed) return Promise.reject(engineClosed())
    const done = writing.then(run, run)
    writing = done.catch(() => undefined)
    return done
  }

  function run(session: ChdbSession, sql: string, format: string, options?: QueryOptions): Promise<ChdbResult> {
    return session.queryAsync(`${sql}${settingsClause(options?.settings)}`, { format }).catch((error: unknown) => {
      throw translate(error, sql)
    })
  }

  async function read(sql: string, format: string, options?: QueryOptions): Promise<ChdbResult> {
    options?.signal?.throwIfAborted()
    return withReader((session) => {
      // A query that was given up while it waited for its turn costs nothing.
      options?.signal?.throwIfAborted()
      return run(session, sql, format, options)
    })
  }

  return {
    async query(sql, options) {
      const text = (await read(sql, 'JSONCompactEachRow', options)).text()
      return text === '' ? [] : (JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as unknown[][])
    },
    async queryBytes(sql, format, options) {
      return (await read(sql, format, options)).bytes()
    },
    async insertRows(table, columns, rows) {
      await write(async () => {
        // Read from a file the same rows take the engine half the time they take inside a statement.
        await writeFile(spool, rows)
        const names = columns.join(', ')
        await run(
          writer,
          `INSERT INTO ${table} (${names}) SELECT ${names} FROM file(${literal(spool)}, 'TabSeparated')`,
          'Null',
          {
            settings: insertSettings,
          },
        )
      })
    },
    async command(sql, options) {
      await write(() => run(writer, sql, 'Null', options))
    },
    async close() {
      isClosed = true
      await writing
      // Closing a session with an operation in flight aborts the engine for the whole process.
      while (idle.length < sessions.length - 1) await new Promise((resolve) => setTimeout(resolve, 5))
      await drainPending()
      for (const session of sessions) session.close()
      await drainPending()
    },
  }
}

// The columns' types are the table's; one thread makes one block, and so one part for each month.
const insertSettings = {
  use_structure_from_insertion_table_in_table_functions: 1,
  max_threads: 1,
  async_insert: 0,
} as const

function engineClosed(): AppError {
  return new AppError('engine_unavailable', 503, 'The event engine is stopping. Ask again in a few seconds.', {
    retryAfterSeconds: 5,
  })
}

function translate(error: unknown, sql: string): AppError {
  const code = (error as { clickhouseCode?: number }).clickhouseCode
  const message = error instanceof Error ? error.message : String(error)
  if (code === 159 || message.includes('TIMEOUT_EXCEEDED'))
    return new AppError(
      'query_too_slow',
      503,
      'The query took longer than it may. Ask for a shorter range or fewer dimensions.',
      { cause: error },
    )
  if (code === 241 || message.includes('MEMORY_LIMIT_EXCEEDED'))
    return new AppError(
      'query_too_large',
      503,
      'The query needs more memory than it may use. Ask for a shorter range or fewer dimensions.',
      { cause: error },
    )
  return new AppError('engine_failed', 500, `The event engine failed: ${message.slice(0, 500)}`, {
    cause: new Error(`${message}\n${sql.slice(0, 2000)}`),
  })
}
