import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { dateGroups } from '@parley/core/time/range.ts'
import { readConfig } from '../config.ts'
import { type Running, start } from '../main.ts'
import { run } from './run.ts'
import { announceServer } from './running-server.ts'

/** What a command line came to. */
export type Ran = {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Standard output as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asked for
  json(): any
}

/** Runs a command line in this process, with what is piped in. */
export async function parley(
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
  stdin: string | Buffer = '',
): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const into = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += chunk
        done()
      },
    })
  const piped = () => Readable.from([Buffer.from(stdin)], { objectMode: false })
  const code = await run(argv, { env, stdin: piped, stdout: into('stdout'), stderr: into('stderr') })
  return { code, ...written, json: () => JSON.parse(written.stdout) }
}

/** A server with a real engine in this process, announced in its data directory as `parley serve` does. */
export type ServedDirectory = {
  readonly env: { readonly PARLEY_DATA: string; readonly PARLEY_LOG_LEVEL: string }
  readonly running: Running
  /** Where the commands of the test run, and leave files. */
  readonly place: string
  createOrganization(name?: string, parentId?: string): Promise<string>
  /** How many events the store holds of an organization. */
  stored(organizationId: string): Promise<number>
  close(): Promise<void>
}

export async function serveDirectory(): Promise<ServedDirectory> {
  const place = mkdtempSync(join(tmpdir(), 'parley-commands-'))
  const env = { PARLEY_DATA: join(place, 'data'), PARLEY_LOG_LEVEL: 'warn' }
  const running = await start({ ...readConfig(env), host: '127.0.0.1', port: 0 })
  const withdraw = announceServer(env.PARLEY_DATA, running.address, running.services.operatorToken)
  const { account, ask } = running.services
  await running.ready
  await jobsAreDone(running)
  let organizations = 0
  return {
    env,
    running,
    place,
    async createOrganization(name, parentId) {
      organizations += 1
      const input = { name: name ?? `Organization ${organizations}`, parent_id: parentId ?? null }
      return (await account.organizations.create(input, 'cli')).id
    },
    async stored(organizationId) {
      const rows = await ask.engine().query('SELECT organization_id, count() FROM events GROUP BY organization_id')
      return (rows.find(([id]) => id === organizationId)?.[1] as number | undefined) ?? 0
    },
    async close() {
      withdraw()
      await running.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/**
 * Commands of a test share the thread with the server: while its own jobs are in a transaction of the control database,
 * a command that waits for the lock keeps them from ending it.
 */
async function jobsAreDone({ services }: Running): Promise<void> {
  const { db } = services.account.database
  while ((await db.selectFrom('benchmark_runs').select('date_group').execute()).length < dateGroups.length)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Messages of as many conversations, each an event. `padding`: how much longer than usual each is. */
export function someEvents(count: number, first = 0, padding = 0): object[] {
  return Array.from({ length: count }, (_, index) => ({
    specversion: '1.0',
    id: `m-${first + index}`,
    source: '/test',
    type: 'message.sent',
    time: new Date(Date.UTC(2026, 2, 1) + (first + index) * 60_000).toISOString(),
    data: {
      conversation_id: `c-${first + index}`,
      author: { kind: 'contact', id: 'v-1' },
      channel: 'web',
      text: `a ] "quote" {\n${'x'.repeat(padding)}`,
    },
  }))
}

export function asLines(events: readonly object[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}
