import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Client } from './client.ts'
import { type Ended, type ParleyProcess, parleyJson, type Settings, startProcess } from './process.ts'
import { until } from './until.ts'

/** A real server: `parley serve` on a data directory, on a port that was free. */
export type Server = {
  readonly address: string
  readonly directory: string
  readonly pid: number
  readonly process: ParleyProcess
  /** Resolves when it can take events and answer questions. */
  ready(): Promise<void>
  /** SIGTERM, and how it ended. */
  stop(): Promise<Ended>
  /** SIGKILL: as if the power had gone. */
  kill(): Promise<void>
}

/** Starts a server and resolves when it listens: it takes events from then on, the engine comes up beside. */
export async function startServer(directory: string, settings: Settings = {}): Promise<Server> {
  const child = startProcess(['serve', '--json'], {
    PARLEY_DATA: directory,
    PARLEY_HOST: '127.0.0.1',
    PARLEY_PORT: '0',
    PARLEY_LOG_LEVEL: 'error',
    ...settings,
  })
  await until('the server listens', () => child.stdout().includes('\n') || !child.isRunning())
  if (!child.isRunning()) {
    const { code, stdout, stderr } = await child.ended
    throw new Error(`The server ended with ${code} instead of starting: ${stdout}${stderr}`)
  }
  const { address } = JSON.parse(child.stdout()) as { address: string }
  return {
    address,
    directory,
    pid: child.pid,
    process: child,
    ready: () => until('the server is ready', async () => (await fetch(`${address}/readyz`)).status === 200),
    stop() {
      child.signal('SIGTERM')
      return child.ended
    },
    async kill() {
      child.signal('SIGKILL')
      await child.ended
    },
  }
}

/** A directory that is gone after the test. For `beforeAll`, take {@link newDirectory} and remove it in `afterAll`. */
export function temporaryDirectory(): string {
  const directory = newDirectory()
  onTestFinished(() => removeDirectory(directory))
  return directory
}

export function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'parley-e2e-'))
}

export function removeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true })
}

/** An organization and a key of it, made with the command line beside the server or before it. */
export async function createOrganization(
  directory: string,
  { name = 'Acme', scopes = 'ingest,query', timeZone = 'UTC' } = {},
): Promise<{ id: string; key: string }> {
  const settings = { PARLEY_DATA: directory }
  const zone = ['--time-zone', timeZone]
  const { id } = await parleyJson<{ id: string }>(['organizations', 'create', '--name', name, ...zone], settings)
  return { id, key: await createKey(directory, id, '--scope', scopes) }
}

export async function createKey(directory: string, organizationId: string, ...options: string[]): Promise<string> {
  const argv = ['keys', 'create', '--organization', organizationId, ...options]
  return (await parleyJson<{ key: string }>(argv, { PARLEY_DATA: directory })).key
}

/** Makes an organization below that of an `admin` key, and a key of it, over HTTP: much quicker than by processes. */
export async function createChild(client: Client, name: string): Promise<{ id: string; key: string }> {
  const made = async (path: string, body: object) => {
    const { status, json, text } = await client.send('POST', path, { body })
    if (status !== 201) throw new Error(`POST ${path} was answered with ${status}: ${text}`)
    return json as { id: string; key: string }
  }
  const { id } = await made('/v1/organizations', { name })
  return { id, key: (await made('/v1/keys', { organization_id: id, scopes: ['ingest', 'query'] })).key }
}
