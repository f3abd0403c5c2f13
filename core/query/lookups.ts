import { type Dimension, findingIn } from '../declare/dimension.ts'
import type { AskedFact } from '../declare/fact.ts'
import { knowsGuests, type Metric, settingPattern, settingsOf } from '../declare/metric.ts'
import type { OrganizationScope } from './scope.ts'
import type { TrackedUrl } from './tracked-url.ts'

/**
 * What an answer depends on beside the facts, organization by organization, as it is at the time of asking: what people
 * set and described. Only the rows of an organization are read with its own.
 */
export type Lookups = {
  readonly tracked_urls: ByOrganization<readonly TrackedUrl[]>
  /** Agent → level. */
  readonly agent_levels: ByOrganization<ReadonlyMap<string, number>>
  /** Agent → teams. */
  readonly agent_teams: ByOrganization<ReadonlyMap<string, readonly string[]>>
  /** Agents who are guests. */
  readonly agent_guests: ByOrganization<ReadonlySet<string>>
  /** Name of a setting, or of what follows from settings → its number; null where nothing was set. */
  readonly settings: ByOrganization<Readonly<Record<string, number | null>>>
}

type ByOrganization<T> = ReadonlyMap<string, T>

export type LookupName = keyof Lookups

/** What a question may see, and what it has to know to see it right. */
export type Sight = { readonly scope: OrganizationScope; readonly lookups: Lookups }

/** For questions that need none. */
export const noLookups: Lookups = {
  tracked_urls: new Map(),
  agent_levels: new Map(),
  agent_teams: new Map(),
  agent_guests: new Map(),
  settings: new Map(),
}

/** What a question with these metrics and dimensions (of its splits and filters), over these facts, has to look up. */
export function lookupsNeeded(
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  facts: readonly Pick<AskedFact, 'id' | 'made'>[],
): Set<LookupName> {
  const needed = new Set<LookupName>()
  if (metrics.some((metric) => settingsOf(metric).length > 0)) needed.add('settings')
  if (metrics.some(knowsGuests)) needed.add('agent_guests')
  if (facts.some(({ made }) => made?.sql?.match(settingPattern))) needed.add('settings')
  for (const { by } of dimensions.flatMap((dimension) => facts.flatMap(({ id }) => findingIn(dimension, id) ?? []))) {
    if (by === 'tracked_urls') needed.add('tracked_urls')
    if (by === 'agent_level') needed.add('agent_levels')
    if (by === 'agent_teams') needed.add('agent_teams')
  }
  return needed
}
