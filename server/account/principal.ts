/** What a caller may do: send events, ask questions, change settings. */
export const scopes = ['ingest', 'query', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** What a person may do in an organization and all below it. */
export const roles = ['owner', 'admin', 'member'] as const
export type Role = (typeof roles)[number]

/** A caller known by an API key. */
export type KeyPrincipal = {
  readonly kind: 'key'
  /** The organization everything this caller sends or sees belongs to. The key decides it, a body never does. */
  readonly organizationId: string
  readonly scopes: ReadonlySet<Scope>
  readonly keyId: string
  /** True for a `pk_` key, which anybody can read in a page: visitor events from allowed origins only. */
  readonly isPublishable: boolean
  /** Origins that may use a publishable key; empty for a secret key. */
  readonly allowedOrigins: readonly string[]
}

/** A caller known by the session of a browser. */
export type UserPrincipal = {
  readonly kind: 'user'
  readonly organizationId: string
  readonly scopes: ReadonlySet<Scope>
  readonly userId: string
  readonly role: Role
}

export type Principal = KeyPrincipal | UserPrincipal

/**
 * The one who runs this installation, known by the token in its data directory. Belongs to no organization, so it is no
 * {@link Principal}: it reaches the routes under `/v1/operator` and none of the others.
 */
export type OperatorPrincipal = { readonly kind: 'operator' }

/** What a role may do through the app. Nobody sends events with a session. */
export function scopesOfRole(role: Role): ReadonlySet<Scope> {
  return new Set<Scope>(role === 'member' ? ['query'] : ['query', 'admin'])
}

/** Who did it, for the audit. */
export function actorOf(principal: Principal): string {
  return principal.kind === 'key' ? `key:${principal.keyId}` : `user:${principal.userId}`
}
