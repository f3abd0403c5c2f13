import { timingSafeEqual } from 'node:crypto'
import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Account } from '../account/account.ts'
import type { OperatorPrincipal, Principal, Scope } from '../account/principal.ts'
import { hashOf } from '../account/secrets.ts'
import { isFromOurPage } from './same-origin.ts'
import { visitorEventsPath } from './visitor-origins.ts'

/** The cookie that keeps the session of a browser: other installations on this host, at other ports, have others. */
export const sessionCookie = ({ installation }: Account): string => `parley_session_${installation}`

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, or null when nobody said. Set before any route of `/v1` and `/mcp` runs. */
    principal: Principal | null
    /** Set under `/v1/operator` for whoever sent the token of this server, and only there. */
    operator: OperatorPrincipal | null
  }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether who sent this request would be the same today, and might do as much: for answers that go on for hours. */
    isStillAllowed(request: FastifyRequest, principal: Principal): Promise<boolean>
  }
}

const operatorPath = /^\/v1\/operator(\/|$|\?)/

/**
 * Makes every request of the API know who asks: a Bearer key first, else the session of the browser. A wrong key is
 * refused at once (401 `unknown_key`); a session that is over is as good as none. A request that changes something with
 * nothing but a cookie has to come from our own page (403 `cross_site_request`).
 */
export function authenticate(app: FastifyInstance, account: Account, operatorToken: string): void {
  app.decorateRequest('principal', null)
  app.decorateRequest('operator', null)
  app.decorate('isStillAllowed', async (request: FastifyRequest, before: Principal) => {
    const now = await identify(request, account)
    return now?.organizationId === before.organizationId && [...before.scopes].every((scope) => now.scopes.has(scope))
  })
  app.addHook('onRequest', async (request) => {
    if (!/^\/(v1|mcp)(\/|$|\?)/.test(request.url)) return
    if (operatorPath.test(request.url)) {
      request.operator = identifyOperator(request, operatorToken)
      return
    }
    request.principal = await identify(request, account)
    if (request.principal?.kind === 'user' && !isFromOurPage(request)) {
      throw new AppError(
        'cross_site_request',
        403,
        'A session changes things only from the pages of this server. Send the header X-Parley-Request: 1, or use a key.',
      )
    }
  })
}

async function identify(request: FastifyRequest, account: Account): Promise<Principal | null> {
  const bearer = bearerOf(request) ?? pageKeyOf(request)
  if (bearer !== null) {
    const principal = await account.keys.verify(bearer)
    if (principal) return principal
    throw new AppError(
      'unknown_key',
      401,
      'This key is not known, or it was revoked. Send `Authorization: Bearer KEY` with a key from `parley keys create`.',
    )
  }
  // Where only keys are taken, nothing reads cookies.
  const token = (request.cookies as FastifyRequest['cookies'] | undefined)?.[sessionCookie(account)]
  return token ? account.signIn.verify(token) : null
}

/** The operator, or null. Nothing else opens these routes: no key, no session. */
function identifyOperator(request: FastifyRequest, operatorToken: string): OperatorPrincipal | null {
  const given = Buffer.from(hashOf(bearerOf(request) ?? ''))
  return timingSafeEqual(given, Buffer.from(hashOf(operatorToken))) ? { kind: 'operator' } : null
}

/** What is sent as `Authorization: Bearer`; empty when the header says something else, null when it is absent. */
function bearerOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers
  if (authorization === undefined) return null
  return /^bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? ''
}

/**
 * The publishable key in the address of events: what a page sends when it is left can carry no header. A secret key is
 * never read from an address, where it would end up in logs and histories.
 */
function pageKeyOf({ url, query }: FastifyRequest): string | null {
  if (!url.startsWith(`${visitorEventsPath}?`)) return null
  const { key } = query as { key?: unknown }
  return typeof key === 'string' && key.startsWith('pk_') ? key : null
}

/** The operator. Throws 401 `operator_required`. */
export function operatorOf(request: FastifyRequest): OperatorPrincipal {
  if (request.operator) return request.operator
  throw new AppError(
    'operator_required',
    401,
    'This is for the command line on the machine of the server: it needs the token that a running server keeps in server.json of its data directory. Use the `parley` command there.',
  )
}

/**
 * A hook (`onRequest`, so before the body is read) that lets a caller pass who has one of these scopes. Refuses with
 * 401 `not_signed_in`, 403 `scope_required`, or 403 `publishable_key_not_allowed` for a key that anybody can read in a page.
 */
export function requireScope(...allowed: readonly [Scope, ...Scope[]]): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const { scopes } = principalOf(request)
    if (allowed.some((scope) => scopes.has(scope))) return
    const has = [...scopes].join(', ') || 'none'
    throw new AppError(
      'scope_required',
      403,
      `This needs the scope ${allowed.map((scope) => `"${scope}"`).join(' or ')}; you have ${has}. Use a key or an account that has it.`,
    )
  }
}

/** Who asks. Throws 401 `not_signed_in` when nobody said, 403 `publishable_key_not_allowed` for a publishable key outside of events. */
export function principalOf(request: FastifyRequest): Principal {
  const { principal } = request
  if (!principal) {
    throw new AppError(
      'not_signed_in',
      401,
      'This needs a key (`Authorization: Bearer KEY`) or a browser that is signed in. Keys come from `parley keys create`.',
    )
  }
  if (principal.kind === 'key' && principal.isPublishable && request.routeOptions.url !== visitorEventsPath) {
    throw new AppError(
      'publishable_key_not_allowed',
      403,
      `A publishable key can only send events to ${visitorEventsPath}. Use a secret key, and keep it out of pages.`,
    )
  }
  return principal
}
