import { execFile } from 'node:child_process'
import { access, constants, mkdtemp, rm, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '@parley/core/errors/app-error.ts'
import { connect, sqliteFile } from '../account/database.ts'
import { pendingMigrations } from '../account/migrations.ts'
import { systemClock } from '../clock.ts'
import { type Config, readConfig } from '../config.ts'
import { lockDirectory } from '../journal/directory-lock.ts'
import { findServer } from './running-server.ts'

/** What was found about one part of the installation. `skipped` needs something that is itself wrong or not there yet. */
export type Finding = {
  readonly name: string
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  /** For people: what it is like, and the way out when it is wrong. */
  readonly message: string
}

type Verdict = Omit<Finding, 'name'>

const leastNodeMajor = 24
/** Below this the journal soon cannot be written. */
const leastFreeBytes = 512 * 1024 ** 2
const comfortableFreeBytes = 5 * 1024 ** 3
/** No installation is older than the program. */
const programBornAt = Date.UTC(2025, 10, 1)
const engineMs = 60_000

/** Looks at everything an installation needs, without changing it. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { config, verdict } = examineConfig(env)
  const withConfig = async (look: (config: Config) => Promise<Verdict>): Promise<Verdict> =>
    config ? look(config) : { status: 'skipped', message: 'Needs a configuration that can be read.' }
  const looks: [string, () => Promise<Verdict>][] = [
    ['node', async () => examineNode(process.versions.node)],
    ['configuration', async () => verdict],
    ['data directory', () => withConfig(examineDataDirectory)],
    ['disk', () => withConfig(examineDisk)],
    ['server', () => withConfig(examineServer)],
    ['control database', () => withConfig(examineControlDatabase)],
    ['clock', () => withConfig(examineClock)],
    ['engine', examineEngine],
  ]
  const findings: Finding[] = []
  for (const [name, look] of looks) findings.push({ name, ...(await look().catch(toFailure)) })
  return findings
}

/** Whether this Node can run the server: it has to strip types by itself. */
export function examineNode(version: string): Verdict {
  const isRecent = Number(version.split('.')[0]) >= leastNodeMajor
  return isRecent
    ? ok(`Node ${version}.`)
    : failed(`Node ${version} is too old. Use Node ${leastNodeMajor} or later; \`npm start\` fetches one.`)
}

function examineConfig(env: NodeJS.ProcessEnv): { config: Config | null; verdict: Verdict } {
  try {
    return { config: readConfig(env), verdict: ok('Everything in PARLEY_* is understood.') }
  } catch (error) {
    return { config: null, verdict: toFailure(error) }
  }
}

async function examineDataDirectory({ dataDirectory }: Config): Promise<Verdict> {
  if (await exists(dataDirectory)) {
    await access(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok(`${dataDirectory} can be written.`)
  }
  await access(await nearestDirectory(dataDirectory), constants.W_OK | constants.X_OK)
  return ok(`${dataDirectory} is not there yet; the first start makes it.`)
}

async function examineDisk({ dataDirectory }: Config): Promise<Verdict> {
  const { bavail, bsize } = await statfs(await nearestDirectory(dataDirectory))
  const free = bavail * bsize
  const words = `${(free / 1024 ** 3).toFixed(1)} GiB free for ${dataDirectory}`
  if (free < leastFreeBytes) return failed(`${words}. Events are refused when it is full: make room.`)
  return free < comfortableFreeBytes ? { status: 'warning', message: `${words}. Make room soon.` } : ok(`${words}.`)
}

async function examineServer({ dataDirectory }: Config): Promise<Verdict> {
  if (!(await exists(dataDirectory))) return ok('No server works on the data directory.')
  const server = await findServer(dataDirectory)
  if (server) return ok(`One works on the data directory, process ${server.pid}, at ${server.address}.`)
  try {
    await (await lockDirectory(dataDirectory)).release()
    return ok('No server works on the data directory.')
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'data_directory_in_use') throw error
    return { status: 'warning', message: `${error.message} It does not answer: it may be starting or stopping.` }
  }
}

async function examineControlDatabase(config: Config): Promise<Verdict> {
  if (config.postgresUrl === null && !(await exists(sqliteFile(config)))) {
    return ok('Not there yet; the first start makes it.')
  }
  const database = connect(config)
  try {
    const pending = await pendingMigrations(database.db)
    const where = database.kind === 'sqlite' ? sqliteFile(config) : 'PostgreSQL'
    return pending.length === 0
      ? ok(`${where} is up to date.`)
      : { status: 'warning', message: `${where} waits for ${pending.join(', ')}; the next start does them.` }
  } finally {
    await database.close()
  }
}

async function examineClock(config: Config): Promise<Verdict> {
  const now = systemClock.now()
  if (now < programBornAt) return failed(`The clock says ${instantText(now)}, before Parley was made. Set it.`)
  const latest = await latestChange(config)
  return latest > now
    ? failed(`The clock says ${instantText(now)}, but a setting was changed at ${instantText(latest)}. Set it.`)
    : ok(`The clock says ${instantText(now)}.`)
}

/** When a setting was last changed, as the control database has it; 0 when there is none. */
async function latestChange(config: Config): Promise<number> {
  if (config.postgresUrl === null && !(await exists(sqliteFile(config)))) return 0
  const database = connect(config)
  try {
    if ((await pendingMigrations(database.db)).length > 0) return 0
    const row = await database.db.selectFrom('audit').select('at').orderBy('at', 'desc').limit(1).executeTakeFirst()
    return row?.at ?? 0
  } finally {
    await database.close()
  }
}

/**
 * Starts the engine on an empty directory, in a process of its own: what a missing instruction of the processor or a
 * missing library does to it must not end the examination. The data directory's own engine is left alone.
 */
async function examineEngine(): Promise<Verdict> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-doctor-'))
  const module = JSON.stringify(new URL('../store/chdb.ts', import.meta.url).href)
  const script = `const { openChdb } = await import(${module})
    const engine = await openChdb(${JSON.stringify(directory)}, { readers: 1 })
    console.log((await engine.query('SELECT version()'))[0][0])
    await engine.close()`
  try {
    const options = { timeout: engineMs }
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], options)
    return ok(`ClickHouse ${stdout.trim()} starts inside the process.`)
  } catch (error) {
    const { stderr = '', signal } = error as { stderr?: string; signal?: string }
    const reason =
      stderr
        .trim()
        .split('\n')
        .find((text) => text.includes('Error')) ?? `ended by ${signal ?? 'itself'}`
    return failed(`The engine does not start (${reason}). Run \`npm install\` again on this machine.`)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** The directory itself, or the nearest one above it that is there. */
async function nearestDirectory(path: string): Promise<string> {
  return (await exists(path)) || path === dirname(path) ? path : nearestDirectory(dirname(path))
}

function ok(message: string): Verdict {
  return { status: 'ok', message }
}

function failed(message: string): Verdict {
  return { status: 'failed', message }
}

function toFailure(error: unknown): Verdict {
  if (!(error instanceof AppError)) return failed(error instanceof Error ? error.message : String(error))
  const cause = error.cause instanceof Error ? [`(${error.cause.message || error.cause.name})`] : []
  return failed([error.message, ...error.problems.map(({ message }) => message), ...cause].join(' '))
}

function instantText(ms: number): string {
  return new Date(ms).toISOString()
}
