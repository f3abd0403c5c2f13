import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type Logger, pino } from 'pino'
import { Registry } from 'prom-client'
import type { Account } from '../account/account.ts'
import type { NewKey } from '../account/keys.ts'
import type { Scope } from '../account/principal.ts'
import { type Config, readConfig } from '../config.ts'
import { start } from '../main.ts'
import { type AppParts, createApp } from './app.ts'
import { sessionCookie } from './authenticate.ts'
import type { Readiness, Services } from './services.ts'

/** A server for a test: everything real but the engine, in a directory of its own, and a clock that can be set. */
export type TestServer = {
  readonly app: FastifyInstance
  readonly services: Services
  readonly account: Account
  /** UTC milliseconds; stands still until it is set. */
  readonly clock: { time: number; now(): number }
  /** What the log holds so far, one entry a line. */
  readonly logged: Record<string, unknown>[]
  /** Sends a request; `key` goes into the Authorization header. */
  send(request: InjectOptions & { key?: string; session?: string }): Promise<LightMyRequestResponse>
  /** An organization, and keys of it. */
  createOrganization(name: string, parentId?: string): Promise<TestOrganization>
  close(): Promise<void>
}

export type TestOrganization = {
  readonly id: string
  keyFor(...scopes: Scope[]): Promise<string>
  publishableKeyFor(...origins: string[]): Promise<string>
  /** A browser that is signed in, as the value of its cookie. */
  sessionOf(email: string, role: 'owner' | 'admin' | 'member'): Promise<string>
}

export type TestServerOptions = AppParts & {
  readonly config?: Partial<Config>
  readonly readiness?: () => Readiness
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-api-'))
  const config: Config = { ...readConfig({}), host: '127.0.0.1', port: 0, dataDirectory: directory, ...options.config }
  const logged: Record<string, unknown>[] = []
  const log: Logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const clock = { time: Date.now(), now: () => clock.time }
  // No engine: what is tested here is the frame, which has to work while the engine is down.
  const running = await start({ ...config, logLevel: 'silent' }, { clock, openEngine })
  const { account } = running.services
  const services: Services = {
    ...running.services,
    config,
    log,
    metrics: new Registry(),
    readiness: options.readiness ?? running.services.readiness,
  }
  const app = createApp(services, options)
  await app.ready()
  return {
    app,
    services,
    account,
    clock,
    logged,
    send: ({ key, session, ...request }) =>
      app.inject({
        ...request,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(session === undefined ? {} : { cookie: `${sessionCookie(account)}=${session}`, 'x-parley-request': '1' }),
          ...request.headers,
        },
      }),
    createOrganization: async (name, parentId) => {
      const { id } = await account.organizations.create({ name, parent_id: parentId }, 'cli')
      return organization(account, id)
    },
    close: async () => {
      await app.close()
      await running.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function organization(account: Account, id: string): TestOrganization {
  const secretOf = async (input: NewKey) => (await account.keys.create(id, input, 'cli')).secret
  return {
    id,
    keyFor: (...scopes) => secretOf({ kind: 'secret', scopes, origins: [] }),
    publishableKeyFor: (...origins) => secretOf({ kind: 'publishable', origins }),
    sessionOf: async (email, role) => {
      const person = { email, role, name: email.split('@')[0] ?? email, language: 'en' } as const
      const member = await account.users.addMember(id, person, 'cli')
      const link = await account.signIn.createUserLink(member.id, id)
      return (await account.signIn.use(link.token, {})).token
    },
  }
}

async function openEngine(): Promise<never> {
  throw new Error('There is no engine in this test.')
}
