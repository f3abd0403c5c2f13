import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Account } from '../account/account.ts'
import type { AskServices } from '../ask/asking.ts'
import type { Benchmark } from '../benchmark/benchmark.ts'
import type { NamedViews } from '../boards/named-views.ts'
import type { OwnDashboards } from '../boards/own-dashboards.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Settling } from '../derive/settling.ts'
import type { Ingest } from '../ingest/ingest.ts'
import type { Quarantine } from '../ingest/quarantine.ts'
import type { Journal } from '../journal/journal.ts'
import type { Live } from '../live/live.ts'
import type { OrganizationSettings } from '../settings/settings.ts'
import type { Touchpoints } from '../settings/touchpoints.ts'
import type { TrackedUrls } from '../settings/tracked-urls.ts'

/** Whether the server can take events and answer queries; `reasons` says in words why not. */
export type Readiness = { readonly ready: boolean; readonly reasons: readonly string[] }

/** Everything a route may use. Built once, in `server/main.ts`. */
export type Services = {
  readonly config: Config
  readonly account: Account
  readonly journal: Journal
  readonly ingest: Ingest
  readonly quarantine: Quarantine
  readonly ask: AskServices
  readonly benchmark: Benchmark
  readonly live: Live
  readonly settling: Settling
  readonly settings: OrganizationSettings
  readonly trackedUrls: TrackedUrls
  readonly ownDashboards: OwnDashboards
  readonly namedViews: NamedViews
  readonly touchpoints: Touchpoints
  readonly clock: Clock
  readonly log: Logger
  /** Where rooms register their Prometheus counters and gauges; `GET /metrics` shows it all. */
  readonly metrics: Registry
  /** Opens the routes under `/v1/operator`; new at every start. Whoever can read the data directory finds it there. */
  readonly operatorToken: string
  readiness(): Readiness | Promise<Readiness>
}
