import { join } from 'node:path'
import { trackedUrlKind } from '@parley/core/declare/dimension.ts'
import { pino } from 'pino'
import { Gauge, Registry } from 'prom-client'
import { openAccount } from './account/account.ts'
import { newSecret } from './account/secrets.ts'
import { createApp } from './api/app.ts'
import { listen } from './api/listen.ts'
import type { Services } from './api/services.ts'
import type { AskServices } from './ask/asking.ts'
import { createAgentBook } from './ask/described-agents.ts'
import { createLookUp } from './ask/look-up.ts'
import { createNameBook } from './ask/names.ts'
import { namesApart } from './ask/names-apart.ts'
import { createPhraseBook } from './ask/phrase-book.ts'
import { createSharedRows } from './ask/shared-rows.ts'
import { createBenchmark } from './benchmark/benchmark.ts'
import { createBenchmarkShelf } from './benchmark/shelf.ts'
import { createNamedViews } from './boards/named-views.ts'
import { createOwnDashboards } from './boards/own-dashboards.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { createMonthMerging } from './derive/merge-months.ts'
import { keepSettling } from './derive/settling.ts'
import { diskTrouble } from './disk-space.ts'
import { createEnrich } from './enrich/enrich.ts'
import { createIngest } from './ingest/ingest.ts'
import { createQuarantine, quarantineEntries } from './ingest/quarantine.ts'
import { createRecent } from './ingest/recent.ts'
import { createJobs } from './jobs/jobs.ts'
import { lockDirectory } from './journal/directory-lock.ts'
import { openJournal } from './journal/journal.ts'
import { limits } from './limits.ts'
import { createLive } from './live/live.ts'
import { readSchedules } from './service-hours/schedules.ts'
import { createSettings } from './settings/settings.ts'
import { createTouchpoints } from './settings/touchpoints.ts'
import { createTrackedUrls } from './settings/tracked-urls.ts'
import type { Engine } from './store/engine.ts'
import { openEngine } from './store/open.ts'

/** A running server. */
export type Running = {
  /** `http://host:port`, where it can be reached from this machine. */
  readonly address: string
  readonly services: Services
  /** The path of the one-time link that creates the owner, or null when there is one. */
  readonly ownerPath: string | null
  /** Resolves when the engine answers for the first time. */
  readonly ready: Promise<void>
  /** Stops accepting, finishes what is under way, flushes. */
  close(): Promise<void>
}

/** What a test puts in the place of the real thing. */
export type Parts = { readonly clock?: Clock; readonly openEngine?: () => Promise<Engine> }

/**
 * Builds everything and starts it: journal and HTTP first, so that events are taken at once; the engine comes up beside.
 * Errors: `data_directory_in_use`, `journal_unavailable`, `control_database_unavailable`, `port_in_use`.
 */
export async function start(config: Config, parts: Parts = {}): Promise<Running> {
  const clock = parts.clock ?? systemClock
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: false }))
  const metrics = new Registry()
  const undo: (() => Promise<unknown>)[] = []
  const closeAll = async () => {
    // What was started last stops first.
    for (const stop of undo.splice(0).reverse()) await stop()
  }
  try {
    const lock = await lockDirectory(config.dataDirectory)
    undo.push(() => lock.release())
    const account = await openAccount(config, clock, (cause) =>
      log.warn({ err: cause }, 'the control database had trouble'),
    )
    undo.push(() => account.close())
    const journal = await openJournal({
      directory: join(config.dataDirectory, 'journal'),
      onIncident: (incident) => log.error(incident, 'the journal had trouble'),
    })
    undo.push(() => journal.close())
    const enrich = createEnrich({
      file: config.geoFile,
      onError: (error) => log.error({ err: error }, 'the file of places cannot be read: countries stay unknown'),
    })
    const ingest = createIngest({ journal, recent: createRecent(limits.recentEvents), clock, enrich })
    const quarantine = createQuarantine(account.database.db, ingest, clock)
    const names = createNameBook()
    const agents = createAgentBook()
    const settings = createSettings({
      db: account.database.db,
      clock,
      organizations: account.organizations,
      onFactsStale: () => settling.settingsChanged(),
    })
    const timeZoneOf = async (organizationId: string) => (await account.organizations.find(organizationId)).time_zone
    const trackedUrls = createTrackedUrls(account.database.db, clock)
    const touchpoints = createTouchpoints({
      db: account.database.db,
      clock,
      onFactsStale: () => settling.settingsChanged(),
    })
    const settling = keepSettling({
      open: parts.openEngine ?? (() => openEngine(config.dataDirectory)),
      journal,
      clock,
      keepRejected: (records) =>
        quarantine.keep(records.flatMap(({ payload, position }) => quarantineEntries(payload, position))),
      factSettings: async (engine) => ({
        sessionTimeouts: await settings.sessionTimeouts(),
        schedules: await readSchedules(engine, timeZoneOf, undefined, await touchpoints.decisions()),
      }),
      onSettled: ({ fresh, organizationIds }) => {
        const described = fresh.filter(({ subjectKind }) => subjectKind === 'entity')
        for (const book of [names, agents]) book.forget(described.map(({ organizationId }) => organizationId))
        live.settled(organizationIds)
      },
      onError: (error, step) => log.error({ err: error, step }, 'settling had trouble and tries again'),
    })
    undo.push(() => settling.stop())
    const ask: AskServices = {
      sharedRows: createSharedRows({ engine: settling.engine, state: () => settling.settler().state() }),
      phraseBook: createPhraseBook(),
      engine: settling.engine,
      scopeOf: account.scopeOf,
      timeZoneOf,
      asOf: () => settling.settler().asOf(),
      beginsAt: () => settling.settler().beginsAt(),
      namesOf: async (organizationIds) => {
        const organizations = await Promise.all(organizationIds.map((id) => account.organizations.find(id)))
        const organizationNames = new Map(organizations.map(({ id, name }) => [id, name]))
        const tracked = (await trackedUrls.list(organizationIds)).map(({ id, label, organization_id }) => ({
          id,
          name: label,
          organizationId: organization_id,
        }))
        return new Map(await names.namesOf(settling.engine(), organizationNames))
          .set('organization', organizationNames)
          .set(trackedUrlKind, namesApart(tracked, organizationNames))
      },
      lookUp: createLookUp({ engine: settling.engine, agents, settings, trackedUrls }),
      benchmarkFor: (organizationId, group) => benchmark.viewFor(organizationId, group),
    }
    const live = createLive({ ask })
    undo.push(async () => live.stop())
    const benchmark = createBenchmark({
      ask,
      shelf: createBenchmarkShelf(account.database.db),
      clock,
      organizationIds: async () => (await account.organizations.list()).map(({ id }) => id),
      businessTypeOf: async (id) => (await settings.of([id])).get(id)?.values.business_type ?? null,
      timeZone: config.timeZone,
      minimumOrganizations: config.benchmarkMinOrganizations,
    })
    const jobs = createJobs({
      jobs: [
        createMonthMerging({
          engine: settling.engine,
          isRebuilding: () => settling.settler().rebuilding() !== null,
        }),
        ...benchmark.jobs,
      ],
      clock,
      onError: (error, job) => log.error({ err: error, job }, 'a job had trouble and is tried again'),
    })
    undo.push(() => jobs.stop())
    void settling.ready.then(() => jobs.start())
    new Gauge({
      name: 'parley_journal_bytes',
      help: 'Bytes of the journal on disk.',
      registers: [metrics],
      collect() {
        this.set(journal.stats().bytes)
      },
    })
    const services: Services = {
      config,
      account,
      journal,
      ingest,
      quarantine,
      ask,
      settings,
      trackedUrls,
      ownDashboards: createOwnDashboards(account.database.db, clock),
      namedViews: createNamedViews(account.database.db, clock),
      touchpoints,
      benchmark,
      live,
      settling,
      clock,
      log,
      metrics,
      operatorToken: newSecret(),
      async readiness() {
        const troubles = [settling.trouble(), await diskTrouble(config.dataDirectory)]
        const reasons = troubles.filter((trouble) => trouble !== null)
        return { ready: reasons.length === 0, reasons }
      },
    }
    const app = createApp(services)
    undo.push(() => app.close())
    const address = await listen(app, config)
    const link = await account.signIn.createOwnerLink()
    return {
      address,
      services,
      ownerPath: link && `/welcome/${link.token}`,
      ready: settling.ready,
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}
