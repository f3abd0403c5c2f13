import type { Kysely } from 'kysely'
import type { OrganizationRow, Tables } from './tables.ts'

/** The organizations in memory, in order: each parent before its children, siblings by name. */
export type OrganizationTree = {
  readonly byId: ReadonlyMap<string, Readonly<OrganizationRow>>
  readonly childrenOf: ReadonlyMap<string | null, readonly Readonly<OrganizationRow>[]>
}

export async function loadTree(db: Kysely<Tables>): Promise<OrganizationTree> {
  const rows = await db.selectFrom('organizations').selectAll().execute()
  const byName = new Intl.Collator('en', { numeric: true }).compare
  rows.sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const childrenOf = Map.groupBy(rows, (row) => row.parent_id)
  const byId = new Map<string, OrganizationRow>()
  for (const root of childrenOf.get(null) ?? []) {
    for (const row of walk(childrenOf, root)) byId.set(row.id, row)
  }
  return { byId, childrenOf }
}

/** The organization `id` and all its descendants; empty when it is not in the tree. */
export function reachFrom(tree: OrganizationTree, id: string): Readonly<OrganizationRow>[] {
  const top = tree.byId.get(id)
  return top ? walk(tree.childrenOf, top) : []
}

function walk(childrenOf: OrganizationTree['childrenOf'], top: OrganizationRow): OrganizationRow[] {
  return [top, ...(childrenOf.get(top.id) ?? []).flatMap((child) => walk(childrenOf, child))]
}
