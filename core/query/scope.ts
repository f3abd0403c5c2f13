declare const guarded: unique symbol

/**
 * The organizations whose rows a question may see: the asker's own and its descendants. Made only from a key or a
 * sign-in; the compiler refuses to write a statement without one, so no caller can forget the wall.
 */
export type OrganizationScope = { readonly organizationIds: readonly string[]; readonly [guarded]: true }

export function organizationScope(organizationIds: readonly string[]): OrganizationScope {
  if (organizationIds.length === 0 || organizationIds.includes(''))
    throw new Error('A scope needs at least one organization.')
  return { organizationIds } as OrganizationScope
}
