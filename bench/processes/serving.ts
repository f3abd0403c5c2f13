import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { compileQuery } from '@parley/core/compile/compile.ts'
import { noLookups } from '@parley/core/query/lookups.ts'
import { type QueryRequest, querySchema } from '@parley/core/query/request.ts'
import { resolveQuery } from '@parley/core/query/resolve.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { ask } from '@parley/server/ask/ask.ts'
import { readSettings } from '@parley/server/ask/read-settings.ts'
import { startDemo } from '@parley/server/demo/demo.ts'
import { whenSettled } from '@parley/server/demo/settled.ts'
import { start } from '@parley/server/main.ts'
import { openEngine } from '@parley/server/store/open.ts'
import { serveCommands, setupOf } from './remote.ts'
import { type Flush, timedEngine, timeSettling } from './timings.ts'

export type ServingSetup = { readonly dataDirectory: string }
type Asked = { readonly organizationId: string; readonly request: QueryRequest }
type Ran = { readonly ms: number; readonly rows: unknown[][] }

/** The real server on a data directory, in a process of its own, with doors into it beside HTTP. */
export const servingCommands = {
  /** Its address, once the engine is up. */
  async address(): Promise<string> {
    const { address, ready } = await running
    await ready
    return address
  },
  /** Milliseconds that `ask()` takes. */
  async ask({ organizationId, request }: Asked): Promise<number> {
    const { services } = await running
    const before = performance.now()
    await ask(services.ask, { organizationId }, querySchema.parse(request))
    return performance.now() - before
  },
  /** Runs the statement that a question compiles to. Rows come without the totals, which are among them. */
  async compiled({ organizationId, request }: Asked): Promise<Ran> {
    const { services } = await running
    const timeZone = await services.ask.timeZoneOf(organizationId)
    const resolved = resolveQuery(querySchema.parse(request), catalogue, { now: services.ask.asOf(), timeZone })
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems))
    const scope = organizationScope(await services.ask.scopeOf(organizationId))
    const { sql, isGrouped } = compileQuery(resolved.query, catalogue, { scope, lookups: noLookups })
    const { ms, rows } = await runSql(sql)
    return { ms, rows: isGrouped ? rows.slice(1) : rows }
  },
  /** Runs SQL written by hand, through the same connections and with the same settings. */
  sql: ({ sql }: { sql: string }): Promise<Ran> => runSql(sql),
  /**
   * Fills the server with the demo, so far back: the events stored, after how long the last days and all of it were there,
   * and a key to ask about it.
   */
  async demo({
    pastMs,
  }: {
    pastMs: number
  }): Promise<{ events: number; recentSeconds: number; seconds: number; key: string; asOf: number }> {
    const { services } = await running
    const stopping = new AbortController().signal
    const startedAt = performance.now()
    const seconds = () => (performance.now() - startedAt) / 1000
    const demo = await startDemo(services, { stopping, pastMs })
    await whenSettled(services.settling, stopping)
    const recentSeconds = seconds()
    await demo.whole
    await whenSettled(services.settling, stopping)
    const whole = seconds()
    await demo.stop()
    const [[events]] = (await services.ask.engine().query('SELECT count() FROM events')) as [[number]]
    const { secret } = await services.account.keys.create(
      demo.organizationId,
      { kind: 'secret', scopes: ['query'], origins: [] },
      'bench',
    )
    return { events, recentSeconds, seconds: whole, key: secret, asOf: services.ask.asOf() }
  },
  /** What each settled batch took since the last call. */
  flushes(): readonly Flush[] {
    return flushes.splice(0)
  },
  /** Begins to sample what the main thread does. */
  async startProfile() {
    inspector.connect()
    await inspector.post('Profiler.enable')
    await inspector.post('Profiler.start')
  },
  /** Ends it and writes a `.cpuprofile`. */
  async stopProfile({ file }: { file: string }) {
    const { profile } = await inspector.post('Profiler.stop')
    writeFileSync(file, JSON.stringify(profile))
    inspector.disconnect()
  },
}

async function runSql(sql: string): Promise<Ran> {
  const engine = (await running).services.ask.engine()
  const before = performance.now()
  const rows = await engine.query(sql, { settings: readSettings })
  return { ms: performance.now() - before, rows }
}

const setup = setupOf<ServingSetup>()
const inspector = new Session()
const flushes: Flush[] = []
timeSettling(flushes)
const running = start(
  {
    host: '127.0.0.1',
    port: 0,
    dataDirectory: setup.dataDirectory,
    postgresUrl: null,
    publicUrl: null,
    trustedProxies: [],
    masterKey: null,
    benchmarkMinOrganizations: 5,
    timeZone: 'UTC',
    geoFile: null,
    logLevel: 'warn',
  },
  { openEngine: async () => timedEngine(await openEngine(setup.dataDirectory), flushes) },
)

serveCommands(servingCommands, async () => (await running).close())
