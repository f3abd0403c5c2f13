import { execFile, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
/** Where Debian's package puts the programs; they are on no PATH. */
const binaries = '/usr/lib/postgresql/15/bin'

/** A PostgreSQL for one test run, empty, gone without a trace when stopped. */
export type TemporaryPostgres = {
  /** A new empty database in it. */
  createDatabase(): Promise<string>
  /** Takes a database away, from under whoever is connected to it. */
  dropDatabase(url: string): Promise<void>
  stop(): Promise<void>
}

/** Whether this machine can run one: Debian's postgresql-15 is here, with its user when we are root. */
export async function hasPostgres(): Promise<boolean> {
  return existsSync(join(binaries, 'initdb')) && (!isRoot() || (await idsOfPostgres()) !== null)
}

/** Starts one on a free port of the loopback. It refuses to run as root, so root becomes `postgres` for it. */
export async function startPostgres(): Promise<TemporaryPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  const identity = isRoot() ? await idsOfPostgres() : null
  if (identity) chownSync(directory, identity.uid, identity.gid)
  const options = { ...identity, cwd: directory, env: { LC_ALL: 'C.UTF-8' } }
  const data = join(directory, 'data')
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'parley', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options)
  const port = await freePort()
  const flags = ['-D', data, '-p', String(port), '-k', directory, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off']
  const server = spawn(join(binaries, 'postgres'), flags, { ...options, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await untilReady(port, () => server.exitCode !== null)
  let databases = 0
  return {
    createDatabase: async () => {
      databases += 1
      await withClient(port, 'postgres', (client) => client.query(`create database parley_${databases}`))
      return `postgres://parley@127.0.0.1:${port}/parley_${databases}`
    },
    dropDatabase: async (url) => {
      const name = new URL(url).pathname.slice(1)
      await withClient(port, 'postgres', (client) => client.query(`drop database ${name} with (force)`))
    },
    stop: async () => {
      server.kill('SIGINT')
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function idsOfPostgres(): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => (await run('id', [flag, 'postgres'])).stdout))
    return { uid: Number(uid), gid: Number(gid) }
  } catch {
    // `id` fails when there is no such user, which is the answer.
    return null
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function untilReady(port: number, hasEnded: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (hasEnded()) throw new Error('PostgreSQL ended while starting')
    try {
      return await withClient(port, 'postgres', async (client) => void (await client.query('select 1')))
    } catch {
      // Not listening yet, or starting up.
      await sleep(50)
    }
  }
  throw new Error('PostgreSQL did not become ready within 10 s')
}

async function withClient<T>(port: number, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'parley', database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
