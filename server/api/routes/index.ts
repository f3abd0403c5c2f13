import type { FastifyInstance } from 'fastify'
import type { Services } from '../services.ts'
import { benchmarkRoutes } from './benchmarks.ts'
import { catalogueRoutes } from './catalogue.ts'
import { dashboardRoutes } from './dashboards.ts'
import { derivationRoutes } from './derivation.ts'
import { eventsRoutes } from './events.ts'
import { exportRoutes } from './export.ts'
import { healthRoutes } from './health.ts'
import { keyRoutes } from './keys.ts'
import { liveRoutes } from './live.ts'
import { meRoutes } from './me.ts'
import { memberRoutes } from './members.ts'
import { operatorRoutes } from './operator.ts'
import { organizationSettingsRoutes } from './organization-settings.ts'
import { organizationRoutes } from './organizations.ts'
import { phraseRoutes } from './phrases.ts'
import { quarantineRoutes } from './quarantine.ts'
import { queryRoutes } from './query.ts'
import { recordsRoutes } from './records.ts'
import { referenceRoutes } from './reference.ts'
import { signInRoutes } from './sign-in.ts'
import { touchpointRoutes } from './touchpoints.ts'
import { trackedUrlRoutes } from './tracked-urls.ts'
import { viewRoutes } from './views.ts'

/** What a file of this folder exports: it adds its routes to the app. */
export type RouteFile = (app: FastifyInstance, services: Services) => void

/** Every route of the server but those below. A new one is a file here and a line in this list. */
export const routes: readonly RouteFile[] = [
  benchmarkRoutes,
  catalogueRoutes,
  dashboardRoutes,
  derivationRoutes,
  exportRoutes,
  healthRoutes,
  keyRoutes,
  liveRoutes,
  meRoutes,
  memberRoutes,
  operatorRoutes,
  organizationRoutes,
  organizationSettingsRoutes,
  phraseRoutes,
  quarantineRoutes,
  queryRoutes,
  recordsRoutes,
  referenceRoutes,
  signInRoutes,
  touchpointRoutes,
  trackedUrlRoutes,
  viewRoutes,
]

/** Routes that get the body as the bytes that were sent, and that pages of other sites may ask. */
export const eventRoutes: readonly RouteFile[] = [eventsRoutes]
