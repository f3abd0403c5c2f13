import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Names } from './asking.ts'
import { type Described, rememberDescribed } from './described.ts'

/**
 * The names of agents, bots, teams, inboxes, touchpoints and contacts: what `entity.described` last said of each. They
 * outlive the thing they name. Where things were described in more words too, those are under {@link descriptionsOf} their kind.
 */
export type NameBook = {
  namesOf(engine: Engine, organizationIds: readonly string[]): Promise<Names>
  forget: Described<Names>['forget']
}

export function createNameBook(): NameBook {
  const described = rememberDescribed(readNames)
  return {
    namesOf: async (engine, organizationIds) => merge([...(await described.of(engine, organizationIds)).values()]),
    forget: described.forget,
  }
}

/** Under which kind the longer words about things of a kind are kept, and told beside their names. */
export const descriptionsOf = (kind: string): string => `${kind}_description`

async function readNames(engine: Engine, organizationId: string): Promise<Names> {
  const rows = await engine.query(`SELECT reference, JSONExtractString(data, 'id') AS entity,
  argMaxIf(JSONExtractString(data, 'name') AS name, (time, length(id), id), name != ''),
  argMaxIf(JSONExtractString(data, 'description') AS description, (time, length(id), id), description != '')
FROM ${eventsTable}
WHERE organization_id = ${literal(organizationId)} AND type = 'entity.described' AND (name != '' OR description != '')
GROUP BY reference, entity`)
  const names = new Map<string, Map<string, string>>()
  const keep = (kind: string, id: string, words: string) => {
    if (words !== '') names.set(kind, (names.get(kind) ?? new Map<string, string>()).set(id, words))
  }
  for (const [kind, id, name, description] of rows as [string, string, string, string][]) {
    keep(kind, id, name)
    keep(descriptionsOf(kind), id, description)
  }
  return names
}

function merge(parts: readonly Names[]): Names {
  const [only] = parts
  if (only && parts.length === 1) return only
  const merged = new Map<string, Map<string, string>>()
  for (const part of parts)
    for (const [kind, names] of part) merged.set(kind, new Map([...(merged.get(kind) ?? []), ...names]))
  return merged
}
