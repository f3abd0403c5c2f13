import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import Database from 'better-sqlite3'

/** Says that this process, and no other, works in a directory. */
export type DirectoryLock = { release(): Promise<void> }

/**
 * Takes a directory (created when absent) for this process. The lock is the kernel's own, on `parley.lock`: SQLite's
 * exclusive lock, because Node has no flock. The kernel drops it with the process, however that ends, so there is
 * nothing stale to judge, no race, and it holds between containers that share the disk. `parley.pid` is for the message only.
 *
 * Errors: `data_directory_in_use` (409; names the directory and the process),
 * `data_directory_unusable` (500; it cannot be created or written).
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = resolve(directory)
  const holderPath = join(path, 'parley.pid')
  const database = await take(path, holderPath)
  try {
    await writeFile(holderPath, `${process.pid} ${hostname()}\n`, { mode: 0o600 })
  } catch {
    // A full disk must not keep Parley from starting: a second process then names no pid.
    await rm(holderPath, { force: true })
  }
  return {
    async release() {
      if (!database.open) return
      await rm(holderPath, { force: true })
      database.close()
    },
  }
}

async function take(path: string, holderPath: string): Promise<Database.Database> {
  let database: Database.Database | undefined
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    database = new Database(join(path, 'parley.lock'), { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (cause) {
    database?.close()
    if ((cause as { code?: unknown }).code === 'SQLITE_BUSY') throw await inUse(path, holderPath, cause)
    throw new AppError(
      'data_directory_unusable',
      500,
      `The data directory ${path} cannot be used (${cause instanceof Error ? cause.message : String(cause)}). Give this user the right to write there, or set PARLEY_DATA to another directory.`,
      { cause },
    )
  }
}

async function inUse(path: string, holderPath: string, cause: unknown): Promise<AppError> {
  const [pid, host] = (await readFile(holderPath, 'utf8').catch(() => '')).trim().split(' ')
  const holder = pid ? `process ${pid} on ${host}` : 'another process'
  return new AppError(
    'data_directory_in_use',
    409,
    `The data directory ${path} is in use by ${holder}. One process works in one directory: stop that one, or set PARLEY_DATA to another directory.`,
    { cause },
  )
}
