import { literal } from '@parley/core/sql/literal.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Names } from './asking.ts'
import { type Described, rememberDescribed } from './described.ts'
import { type Named, namesApart } from './names-apart.ts'

/**
 * The names of agents, bots, teams, inboxes, touchpoints and contacts: what `entity.described` last said of each. They
 * outlive the thing they name. Where things were described in more words too, those are under {@link descriptionsOf} their kind.
 */
export type NameBook = {
  /** Of these organizations, by id, with their own names. */
  namesOf(engine: Engine, organizationNames: ReadonlyMap<string, string>): Promise<Names>
  forget: Described<Names>['forget']
}

export function createNameBook(): NameBook {
  const described = rememberDescribed(readNames, new Map())
  return {
    namesOf: async (engine, organizationNames) =>
      sideBySide(await described.of(engine, [...organizationNames.keys()]), organizationNames),
    forget: described.forget,
  }
}

/** Under which kind the longer words about things of a kind are kept, and told beside their names. */
export const descriptionsOf = (kind: string): string => `${kind}_description`

async function readNames(engine: Engine, organizationIds: readonly string[]): Promise<Map<string, Names>> {
  const rows = await engine.query(`SELECT organization_id, reference, JSONExtractString(data, 'id') AS entity,
  argMaxIf(JSONExtractString(data, 'name') AS name, (time, length(id), id), name != ''),
  argMaxIf(JSONExtractString(data, 'description') AS description, (time, length(id), id), description != '')
FROM ${eventsTable}
WHERE organization_id IN ${literal(organizationIds)} AND type = 'entity.described'
GROUP BY organization_id, reference, entity`)
  const all = new Map<string, Map<string, Map<string, string>>>()
  const keep = (organizationId: string, kind: string, id: string, words: string) => {
    if (words === '') return
    const names = all.get(organizationId) ?? new Map<string, Map<string, string>>()
    all.set(organizationId, names.set(kind, (names.get(kind) ?? new Map<string, string>()).set(id, words)))
  }
  for (const [organizationId, kind, id, name, description] of rows as [string, string, string, string, string][]) {
    keep(organizationId, kind, id, name)
    keep(organizationId, descriptionsOf(kind), id, description)
  }
  return all
}

function sideBySide(parts: ReadonlyMap<string, Names>, organizationNames: ReadonlyMap<string, string>): Names {
  const [only] = parts.values()
  if (only && parts.size === 1) return only
  const kinds = new Set([...parts.values()].flatMap((part) => [...part.keys()]))
  return new Map(
    [...kinds].map((kind) => {
      const named = [...parts].flatMap(([organizationId, part]): Named[] =>
        [...(part.get(kind) ?? [])].map(([id, name]) => ({ id, name, organizationId })),
      )
      // What is said about a thing is told beside its name.
      return [
        kind,
        kind.endsWith(descriptionsOf(''))
          ? new Map(named.map(({ id, name }) => [id, name]))
          : namesApart(named, organizationNames),
      ]
    }),
  )
}
