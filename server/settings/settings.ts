import { type SettingName, type Settings, settingNames, settings } from '@parley/model/settings/settings.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { recordAudit } from '../account/audit.ts'
import type { Organizations } from '../account/organizations.ts'
import type { Tables } from '../account/tables.ts'
import type { Clock } from '../clock.ts'

/** Where a value comes from: set here, set by the nearest organization above that did, or by nobody. */
export type SettingSource = 'own' | 'inherited' | 'default'

/** What holds in an organization, and why. */
export type HeldSettings = { readonly values: Settings; readonly sources: Readonly<Record<SettingName, SettingSource>> }

/** What may be changed: to a value, or to null for what holds where nobody has set it. */
const changeSchemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  settingNames.map((name) => {
    const { schema, what } = settings[name]
    return [
      name,
      schema
        .nullable()
        .optional()
        .meta({ description: `${what} null: as if never set.` }),
    ]
  }),
)
export const settingChanges = z.strictObject(changeSchemas)
export type SettingChanges = Readonly<Partial<Record<SettingName, unknown>>>

export type OrganizationSettings = {
  /** What holds in each of these organizations. Throws `unknown_organization` (404). */
  of(organizationIds: readonly string[]): Promise<Map<string, HeldSettings>>
  /** Of every organization that has set timeouts of its own, for deriving facts. */
  sessionTimeouts(): Promise<Map<string, Pick<Settings, 'session_timeouts'>>>
  /** Changes what an organization has set, with an entry in the audit for each value that is another one than before. */
  change(organizationId: string, changes: SettingChanges, actor: string): Promise<HeldSettings>
}

export type SettingsParts = {
  readonly db: Kysely<Tables>
  readonly clock: Clock
  readonly organizations: Pick<Organizations, 'find' | 'scopeOf'>
  /**
   * Told, after the change is stored, that facts of these organizations were derived with what held before: they stay as
   * they are until they are derived again.
   */
  readonly onFactsStale: (organizationIds: readonly string[], setting: SettingName) => void
}

export function createSettings({ db, clock, organizations, onFactsStale }: SettingsParts): OrganizationSettings {
  /** The organization and those above it, itself first. */
  async function lineOf(organizationId: string): Promise<string[]> {
    const line: string[] = []
    for (let id: string | null = organizationId; id !== null; ) {
      line.push(id)
      id = (await organizations.find(id)).parent_id
    }
    return line
  }

  async function held(organizationIds: readonly string[]): Promise<Map<string, HeldSettings>> {
    const lines = new Map<string, string[]>()
    for (const id of organizationIds) lines.set(id, await lineOf(id))
    const stored = await readStored(db, [...new Set([...lines.values()].flat())])
    return new Map([...lines].map(([id, line]) => [id, heldAt(line, stored)]))
  }

  return {
    of: held,
    async sessionTimeouts() {
      const rows = await db
        .selectFrom('organization_settings')
        .select(['organization_id', 'value'])
        .where('setting', '=', 'session_timeouts')
        .execute()
      return new Map(
        rows.map(({ organization_id, value }) => [organization_id, { session_timeouts: JSON.parse(value) }]),
      )
    },
    async change(organizationId, changes, actor) {
      const changed = await db.transaction().execute(async (transaction) => {
        const names: SettingName[] = []
        const before = (await readStored(transaction, [organizationId])).get(organizationId)
        for (const name of settingNames) {
          if (changes[name] === undefined) continue
          const from = before?.get(name)
          const to = changes[name] === null ? undefined : JSON.stringify(changes[name])
          if (from === to) continue
          await store(transaction, { organizationId, name, value: to, at: clock.now() })
          await recordAudit(transaction, clock, {
            organizationId,
            actor,
            action: 'setting.changed',
            target: name,
            detail: { from: parsed(from), to: parsed(to) },
          })
          names.push(name)
        }
        return names
      })
      for (const name of changed) {
        const { changes: reach, isInherited } = settings[name]
        if (reach !== 'facts') continue
        onFactsStale(isInherited ? await organizations.scopeOf(organizationId) : [organizationId], name)
      }
      const now = (await held([organizationId])).get(organizationId)
      if (now === undefined) throw new Error('What was asked for was not answered.')
      return now
    },
  }
}

/** Organization → setting → value as JSON. */
type Stored = ReadonlyMap<string, ReadonlyMap<string, string>>

async function readStored(db: Kysely<Tables>, organizationIds: readonly string[]): Promise<Stored> {
  if (organizationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organization_settings')
    .select(['organization_id', 'setting', 'value'])
    .where('organization_id', 'in', organizationIds)
    .execute()
  const stored = new Map<string, Map<string, string>>()
  for (const { organization_id, setting, value } of rows)
    stored.set(organization_id, (stored.get(organization_id) ?? new Map<string, string>()).set(setting, value))
  return stored
}

type Change = {
  readonly organizationId: string
  readonly name: SettingName
  readonly value: string | undefined
  readonly at: number
}

async function store(db: Kysely<Tables>, { organizationId, name, value, at }: Change): Promise<void> {
  await db
    .deleteFrom('organization_settings')
    .where('organization_id', '=', organizationId)
    .where('setting', '=', name)
    .execute()
  if (value === undefined) return
  await db
    .insertInto('organization_settings')
    .values({ organization_id: organizationId, setting: name, value, changed_at: at })
    .execute()
}

function heldAt(line: readonly string[], stored: Stored): HeldSettings {
  const values: Partial<Record<SettingName, unknown>> = {}
  const sources: Partial<Record<SettingName, SettingSource>> = {}
  for (const name of settingNames) {
    const { schema, default: byDefault, isInherited } = settings[name]
    const setter = (isInherited ? line : line.slice(0, 1)).find((id) => stored.get(id)?.has(name))
    const value = setter === undefined ? undefined : stored.get(setter)?.get(name)
    values[name] = value === undefined ? byDefault : schema.parse(JSON.parse(value))
    sources[name] = value === undefined ? 'default' : setter === line[0] ? 'own' : 'inherited'
  }
  return { values: values as Settings, sources: sources as HeldSettings['sources'] }
}

function parsed(value: string | undefined): unknown {
  return value === undefined ? null : JSON.parse(value)
}
