/** Something that an organization named. */
export type Named = { readonly id: string; readonly name: string; readonly organizationId: string }

/**
 * How things of several organizations are called side by side, by id: by their name, and where things of several
 * organizations have the same, by the organization too. Each has its own "Sales". What has the same id in several organizations
 * is one thing to whoever sees them together: it is called as the last of them says, and belongs to none.
 */
export function namesApart(
  named: Iterable<Named>,
  organizationNames: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const things = new Map<string, { readonly name: string; readonly owner: string | undefined }>()
  for (const { id, name, organizationId } of named) {
    const before = things.get(id)
    things.set(id, { name, owner: before && before.owner !== organizationId ? undefined : organizationId })
  }
  const ownersOf = new Map<string, Set<string | undefined>>()
  for (const { name, owner } of things.values()) ownersOf.set(name, (ownersOf.get(name) ?? new Set()).add(owner))
  return new Map(
    [...things].map(([id, { name, owner }]) => {
      const organization = owner === undefined ? undefined : organizationNames.get(owner)
      return [id, ownersOf.get(name)?.size === 1 || organization === undefined ? name : `${name} · ${organization}`]
    }),
  )
}
