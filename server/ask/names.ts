import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Names } from './asking.ts'
import { type Described, rememberDescribed } from './described.ts'

/**
 * The names of agents, bots, teams, inboxes, touchpoints and contacts: what `entity.described` last said of each. They
 * outlive the thing they name.
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

async function readNames(engine: Engine, organizationId: string): Promise<Names> {
  const rows =
    await engine.query(`SELECT reference, JSONExtractString(data, 'id') AS entity, argMax(JSONExtractString(data, 'name') AS name, (time, length(id), id))
FROM ${eventsTable}
WHERE organization_id = ${literal(organizationId)} AND type = 'entity.described' AND name != ''
GROUP BY reference, entity`)
  const names = new Map<string, Map<string, string>>()
  for (const [kind, id, name] of rows as [string, string, string][]) {
    const ofKind = names.get(kind) ?? new Map<string, string>()
    names.set(kind, ofKind.set(id, name))
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
