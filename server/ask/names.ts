import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Names } from './asking.ts'

/**
 * The names of agents, bots, teams, inboxes, touchpoints and contacts: what `entity.described` last said of each. They
 * outlive the thing they name. Remembered until an organization describes something again.
 */
export type NameBook = {
  namesOf(engine: Engine, organizationIds: readonly string[]): Promise<Names>
  forget(organizationIds: Iterable<string>): void
}

export function createNameBook(): NameBook {
  const known = new Map<string, Promise<Names>>()
  return {
    async namesOf(engine, organizationIds) {
      const all = await Promise.all(organizationIds.map((id) => remembered(engine, id)))
      return merge(all)
    },
    forget(organizationIds) {
      for (const id of organizationIds) known.delete(id)
    },
  }

  function remembered(engine: Engine, organizationId: string): Promise<Names> {
    const before = known.get(organizationId)
    if (before) return before
    const reading = readNames(engine, organizationId)
    known.set(organizationId, reading)
    // A failure is not remembered.
    reading.catch(() => known.delete(organizationId))
    return reading
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
