import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import { literal } from '@parley/core/sql/literal.ts'
import type { Engine, Lane, QueryOptions } from './engine.ts'
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
  const sessions = openSessions(directory, Session, 1 + options.readers)
  const [writer, ...idle] = sessions
  const lanes: (Lane & { readonly session: ChdbSession; finish(): Promise<void> })[] = []
  const waiting: ((session: ChdbSession) => void)[] = []
  let isClosed = false

  function giveBack(session: ChdbSession): void {
    const next = waiting.shift()
    if (next) next(session)
    else idle.push(session)
  }

  /** Waits for its turn. A query that is given up meanwhile costs nothing. */
  function takeTurn(signal: AbortSignal | undefined): Promise<ChdbSession> {
    return new Promise((resolve, reject) => {
      const take = (session: ChdbSession) => {
        signal?.removeEventListener('abort', giveUp)
        resolve(session)
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(take), 1)
        reject(signal?.reason)
      }
      waiting.push(take)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  function run(session: ChdbSession, sql: string, format: string, options?: QueryOptions): Promise<ChdbResult> {
    return session.queryAsync(`${sql}${settingsClause(options?.settings)}`, { format }).catch((error: unknown) => {
      throw translate(error, sql)
    })
  }

  async function read(sql: string, format: string, options?: QueryOptions): Promise<ChdbResult> {
    const signal = options?.signal
    signal?.throwIfAborted()
    if (isClosed) throw engineClosed()
    const session = idle.pop() ?? (await takeTurn(signal))
    // The engine works on until it is done or out of time, and so long the session is taken, whoever still waits.
    const running = run(session, sql, format, options).finally(() => giveBack(session))
    return signal ? unlessAborted(running, signal) : running
  }

  function createLane(session: ChdbSession) {
    const spool = `${resolve(directory)}-spool-${lanes.length}.tsv`
    let last: Promise<unknown> = Promise.resolve()
    function inTurn<T>(use: () => Promise<T>): Promise<T> {
      if (isClosed) return Promise.reject(engineClosed())
      const done = last.then(use, use)
      last = done.catch(() => undefined)
      return done
    }
    const lane = {
      session,
      query: async (sql: string, options?: QueryOptions) =>
        rowsOf(await inTurn(() => run(session, sql, 'JSONCompactEachRow', options))),
      insertRows: (table: string, columns: readonly string[], rows: Buffer) =>
        inTurn(async () => {
          // Read from a file the same rows take the engine half the time they take inside a statement.
          await writeFile(spool, rows)
          const names = columns.join(', ')
          await run(
            session,
            `INSERT INTO ${table} (${names}) SELECT ${names} FROM file(${literal(spool)}, 'TabSeparated')`,
            'Null',
            { settings: insertSettings },
          )
        }),
      command: (sql: string, options?: QueryOptions) =>
        inTurn(async () => void (await run(session, sql, 'Null', options))),
      async finish() {
        await last
        await rm(spool, { force: true })
      },
    }
    lanes.push(lane)
    return lane
  }
  const { insertRows, command } = createLane(writer)

  return {
    async query(sql, options) {
      return rowsOf(await read(sql, 'JSONCompactEachRow', options))
    },
    async queryBytes(sql, format, options) {
      return (await read(sql, format, options)).bytes()
    },
    insertRows,
    command,
    openLane() {
      if (isClosed) throw engineClosed()
      return createLane(new Session(directory))
    },
    async close() {
      isClosed = true
      for (const lane of lanes) await lane.finish()
      // Closing a session with an operation in flight aborts the engine for the whole process.
      while (idle.length < sessions.length - 1) await new Promise((resolve) => setTimeout(resolve, 5))
      await drainPending()
      for (const session of [...sessions, ...lanes.slice(1).map(({ session }) => session)]) session.close()
      await drainPending()
    },
  }
}

function rowsOf(result: ChdbResult): unknown[][] {
  const text = result.text()
  return text === '' ? [] : (JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as unknown[][])
}

// The columns' types are the table's; one thread makes one block, and so one part for each month.
const insertSettings = {
  use_structure_from_insertion_table_in_table_functions: 1,
  max_threads: 1,
  async_insert: 0,
  // A journal may hold rows of an earlier version, which had fewer columns.
  input_format_tsv_allow_variable_number_of_columns: 1,
} as const

/** One to write and the rest to read. Errors: `data_directory_in_use` (409), `engine_failed` (500). */
function openSessions(directory: string, Session: Chdb['Session'], count: number): [ChdbSession, ...ChdbSession[]] {
  try {
    const readers = () => Array.from({ length: count - 1 }, () => new Session(directory))
    return [new Session(directory), ...readers()]
  } catch (cause) {
    const path = resolve(directory)
    const holder = holderOf(path)
    if (holder !== undefined)
      throw new AppError(
        'data_directory_in_use',
        409,
        `The event engine's directory ${path} is in use by process ${holder}. One process works in one directory: stop that one, or set PARLEY_DATA to another directory.`,
        { cause },
      )
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('engine_failed', 500, `The event engine cannot open ${path}: ${message.slice(0, 500)}`, {
      cause,
    })
  }
}

/** The living process that the engine's own note in the directory names: the engine does not say why it cannot open it. */
function holderOf(path: string): number | undefined {
  try {
    const pid = Number(/^PID: (\d+)$/m.exec(readFileSync(join(path, 'status'), 'utf8'))?.[1])
    if (!Number.isInteger(pid) || pid === process.pid) return undefined
    process.kill(pid, 0)
    return pid
  } catch (error) {
    const { code } = error as { code?: unknown }
    // No note, or nobody there. A process of somebody else is there all the same, but we cannot know which.
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EPERM' || code === 'EACCES') return undefined
    throw error
  }
}

/** The result, or the signal's reason as soon as it aborts. */
function unlessAborted<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    signal.addEventListener('abort', giveUp, { once: true })
    running.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

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
