import { trackedUrlKind } from '@parley/core/declare/dimension.ts'
import type { TrackedUrl } from '@parley/core/query/tracked-url.ts'
import { defaultSettings, type Settings, settingNames } from '@parley/model/settings/settings.ts'
import { noFactSettings } from '../derive/fact-settings.ts'
import { openTestStore, type TestStore } from '../derive/testing.ts'
import { readSchedules } from '../service-hours/schedules.ts'
import type { HeldSettings, SettingSource } from '../settings/settings.ts'
import type { AskServices } from './asking.ts'
import { createAgentBook } from './described-agents.ts'
import { createLookUp } from './look-up.ts'
import { createNameBook } from './names.ts'
import { createPhraseBook } from './phrase-book.ts'
import { createSharedRows } from './shared-rows.ts'

/** What an organization of a test has set. A tracked URL is called as its id. */
export type Decisions = { readonly settings?: Partial<Settings>; readonly trackedUrls?: readonly TrackedUrl[] }

/** Events in, answers out: everything real but the accounts. */
export type TestHouse = TestStore & {
  /** Asks at an instant. `sees`: whom an organization sees, itself alone when absent. */
  at(nowMs: number, options?: { timeZone?: string; sees?: (organizationId: string) => readonly string[] }): AskServices
  /** Sets what an organization decides for itself; what is absent is as if never set. */
  decide(organizationId: string, decisions: Decisions): void
}

export async function openTestHouse(): Promise<TestHouse> {
  const names = createNameBook()
  const agents = createAgentBook()
  const decided = new Map<string, Decisions>()
  const store = await openTestStore({
    factSettings: async (engine) => ({
      ...noFactSettings,
      schedules: await readSchedules(engine, async () => 'UTC'),
    }),
    onSettled: ({ fresh }) => {
      for (const book of [names, agents]) book.forget(fresh.map(({ organizationId }) => organizationId))
    },
  })
  const trackedUrlsOf = (organizationIds: readonly string[]) =>
    organizationIds.flatMap((organization_id) =>
      (decided.get(organization_id)?.trackedUrls ?? []).map((one) => ({ ...one, organization_id })),
    )
  const lookUp = createLookUp({
    engine: () => store.engine,
    agents,
    settings: {
      of: async (organizationIds) => new Map(organizationIds.map((id) => [id, held(decided.get(id)?.settings)])),
    },
    trackedUrls: {
      list: async (organizationIds) =>
        trackedUrlsOf(organizationIds).map((one) => ({ ...one, label: one.id, created_at: 0 })),
    },
  })
  const phraseBook = createPhraseBook()
  const sharedRows = createSharedRows({ engine: () => store.engine, state: () => store.settler.state() })
  return Object.assign(store, {
    at: (nowMs, { timeZone = 'UTC', sees = (id: string) => [id] } = {}) => ({
      engine: () => store.engine,
      scopeOf: async (organizationId) => sees(organizationId),
      timeZoneOf: async () => timeZone,
      asOf: () => nowMs,
      beginsAt: () => store.settler.beginsAt(),
      sharedRows,
      phraseBook,
      lookUp,
      namesOf: async (organizationIds) =>
        new Map(await names.namesOf(store.engine, new Map(organizationIds.map((id) => [id, id])))).set(
          trackedUrlKind,
          new Map(trackedUrlsOf(organizationIds).map(({ id }) => [id, id])),
        ),
      benchmarkFor: async () => ({ run: null, all: new Map(), businessType: null }),
    }),
    decide: (organizationId, decisions) => void decided.set(organizationId, decisions),
  } satisfies Pick<TestHouse, 'at' | 'decide'>)
}

function held(settings: Partial<Settings> = {}): HeldSettings {
  const sources = settingNames.map((name): [string, SettingSource] => [name, name in settings ? 'own' : 'default'])
  return {
    values: { ...defaultSettings, ...settings },
    sources: Object.fromEntries(sources) as HeldSettings['sources'],
  }
}
