import type { LookupName, Lookups } from '@parley/core/query/lookups.ts'
import { settingNumbers } from '@parley/model/settings/numbers.ts'
import type { OrganizationSettings } from '../settings/settings.ts'
import type { TrackedUrls } from '../settings/tracked-urls.ts'
import type { Engine } from '../store/engine.ts'
import type { Described } from './described.ts'
import type { DescribedAgents } from './described-agents.ts'

/** Looks up, for these organizations, what a question needs to know beside the facts; what it does not need stays empty. */
export type LookUp = (organizationIds: readonly string[], needed: ReadonlySet<LookupName>) => Promise<Lookups>

export type LookUpParts = {
  readonly engine: () => Engine
  readonly agents: Described<DescribedAgents>
  readonly settings: Pick<OrganizationSettings, 'of'>
  readonly trackedUrls: Pick<TrackedUrls, 'list'>
}

export function createLookUp({ engine, agents, settings, trackedUrls }: LookUpParts): LookUp {
  return async (organizationIds, needed) => {
    const [held, described, tracked] = await Promise.all([
      needed.has('settings') ? settings.of(organizationIds) : new Map(),
      needed.has('agent_levels') || needed.has('agent_teams') || needed.has('agent_guests')
        ? agents.of(engine(), organizationIds)
        : new Map<string, DescribedAgents>(),
      needed.has('tracked_urls') ? trackedUrls.list(organizationIds) : [],
    ])
    return {
      settings: new Map([...held].map(([id, { values }]) => [id, settingNumbers(values)])),
      agent_levels: new Map([...described].map(([id, { levels }]) => [id, levels])),
      agent_teams: new Map([...described].map(([id, { teams }]) => [id, teams])),
      agent_guests: new Map([...described].map(([id, { guests }]) => [id, guests])),
      tracked_urls: Map.groupBy(tracked, ({ organization_id }) => organization_id),
    }
  }
}
