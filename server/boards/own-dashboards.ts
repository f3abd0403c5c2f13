import { dashboardProblems } from '@parley/core/dashboards/dashboard-problems.ts'
import type { DashboardDocument } from '@parley/core/dashboards/document.ts'
import { AppError } from '@parley/core/errors/app-error.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { Kysely } from 'kysely'
import { recordAudit } from '../account/audit.ts'
import type { OwnDashboardRow, Tables } from '../account/tables.ts'
import type { Clock } from '../clock.ts'
import { limits } from '../limits.ts'
import { givenOf, inSight, type Limit, type Made, newlyMade, refuseTooMany } from './made.ts'
import { lock, type Maker, refuseHiding, refuseOthers, type Visibility } from './visibility.ts'

/** A dashboard that somebody composed. */
export type OwnDashboard = DashboardDocument &
  Made & {
    /** Grows with every change, so that two who change it at once do not undo each other unseen. */
    readonly revision: number
  }

export type NewOwnDashboard = DashboardDocument & { readonly visibility: Visibility }

/** What is changed; absent is left as it is. `revision` is the one that was looked at, when that matters. */
export type DashboardChanges = { readonly [Field in keyof NewOwnDashboard]?: NewOwnDashboard[Field] | undefined } & {
  readonly revision?: number | undefined
}

export type OwnDashboards = {
  /** Those a maker sees, by title. */
  list(maker: Maker): Promise<OwnDashboard[]>
  /** Null when there is none that the maker sees. */
  find(id: string, maker: Maker): Promise<OwnDashboard | null>
  /** Throws `impossible_dashboard` (400) and `too_many_dashboards` (409). */
  create(input: NewOwnDashboard, maker: Maker): Promise<OwnDashboard>
  /** Throws `unknown_dashboard` (404), `not_yours` (403), `dashboard_changed` (409) and `impossible_dashboard` (400). */
  change(id: string, changes: DashboardChanges, maker: Maker): Promise<OwnDashboard>
  /** With its named views. Throws `unknown_dashboard` (404) and `not_yours` (403). */
  remove(id: string, maker: Maker): Promise<void>
}

const limit: Limit = {
  table: 'own_dashboards',
  most: limits.dashboardsPerOrganization,
  code: 'too_many_dashboards',
  things: 'dashboards of its own',
}

export function createOwnDashboards(db: Kysely<Tables>, clock: Clock): OwnDashboards {
  return {
    list: (maker) => readAll(db, maker),
    find: async (id, maker) => (await readAll(db, maker)).find((one) => one.id === id) ?? null,
    create: (input, maker) =>
      db.transaction().execute(async (transaction) => {
        refuseImpossible(input)
        await lock(transaction, maker.organizationId)
        await refuseTooMany(transaction, maker.organizationId, limit)
        const created: OwnDashboard = { ...input, ...newlyMade(maker, clock.now()), revision: 1 }
        await transaction.insertInto('own_dashboards').values(rowOf(created)).execute()
        await audit(transaction, maker, 'dashboard.created', created)
        return created
      }),
    change: (id, { revision, ...changes }, maker) =>
      db.transaction().execute(async (transaction) => {
        await lock(transaction, maker.organizationId)
        const before = await findIn(transaction, id, maker)
        refuseHiding(before, changes.visibility, maker, 'dashboard')
        if (revision !== undefined && revision !== before.revision) throw changedMeanwhile()
        const changed: OwnDashboard = {
          ...before,
          ...givenOf(changes),
          revision: before.revision + 1,
          changed_at: clock.now(),
        }
        // A new title does not have to wait until a panel is mended whose metric is gone.
        if (changes.panels !== undefined || changes.filters !== undefined || changes.picker !== undefined)
          refuseImpossible(changed)
        await transaction.updateTable('own_dashboards').set(rowOf(changed)).where('id', '=', id).execute()
        await audit(transaction, maker, 'dashboard.changed', changed)
        return changed
      }),
    remove: (id, maker) =>
      db.transaction().execute(async (transaction) => {
        await lock(transaction, maker.organizationId)
        const removed = await findIn(transaction, id, maker)
        await transaction.deleteFrom('named_views').where('dashboard_id', '=', id).execute()
        await transaction.deleteFrom('own_dashboards').where('id', '=', id).execute()
        await audit(transaction, maker, 'dashboard.removed', removed)
      }),
  }

  async function audit(transaction: Kysely<Tables>, maker: Maker, action: string, one: OwnDashboard): Promise<void> {
    const { title, visibility, panels } = one
    await recordAudit(transaction, clock, {
      organizationId: one.organization_id,
      actor: maker.actor,
      action,
      target: one.id,
      detail: { title, visibility, panels: panels.length },
    })
  }
}

/** The one to change. Throws `unknown_dashboard` and `not_yours`. */
async function findIn(db: Kysely<Tables>, id: string, maker: Maker): Promise<OwnDashboard> {
  const found = (await readAll(db, maker)).find((one) => one.id === id)
  if (found === undefined) throw unknownDashboard(id)
  refuseOthers(found, maker, 'dashboard')
  return found
}

async function readAll(db: Kysely<Tables>, maker: Maker): Promise<OwnDashboard[]> {
  const rows = await db
    .selectFrom('own_dashboards')
    .selectAll()
    .where('organization_id', '=', maker.organizationId)
    .orderBy('id')
    .execute()
  return inSight(rows.map(fromRow), maker, ({ title }) => title)
}

function rowOf({ id, organization_id, owner, visibility, revision, created_at, changed_at, ...rest }: OwnDashboard) {
  const { title, question, filters, picker, panels } = rest
  const document = JSON.stringify({ title, question, filters, picker, panels })
  return {
    id,
    organization_id,
    owner,
    visibility,
    document,
    revision,
    created_at,
    changed_at,
  } satisfies OwnDashboardRow
}

function fromRow({ document, visibility, ...row }: OwnDashboardRow): OwnDashboard {
  return { ...row, visibility: visibility as Visibility, ...(JSON.parse(document) as DashboardDocument) }
}

/** The same rules as for the dashboards that are built in. */
function refuseImpossible(dashboard: DashboardDocument): void {
  const problems = dashboardProblems(dashboard, catalogue)
  if (problems.length === 0) return
  throw new AppError('impossible_dashboard', 400, 'The dashboard cannot be drawn as it is.', { problems })
}

export function unknownDashboard(id: string): AppError {
  return new AppError(
    'unknown_dashboard',
    404,
    `There is no dashboard \`${id.slice(0, 60)}\`. GET /v1/dashboards lists them all.`,
  )
}

function changedMeanwhile(): AppError {
  return new AppError(
    'dashboard_changed',
    409,
    'Somebody else changed this dashboard meanwhile. Load it again and make your change there, or save yours as a copy.',
  )
}
