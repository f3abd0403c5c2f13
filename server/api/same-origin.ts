import type { FastifyRequest } from 'fastify'

/**
 * Whether a request changes nothing, or proves that a page of this server sent it: by a header that no other site can
 * set without being asked (CORS), or by what the browser says of where it came from. The cookie's SameSite=Lax already
 * keeps other sites out; this also keeps out what runs on a sibling domain or in an old browser.
 */
export function isFromOurPage(request: FastifyRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const { origin } = request.headers
  if (request.headers['x-parley-request'] !== undefined) return true
  if (request.headers['sec-fetch-site'] === 'same-origin') return true
  return origin !== undefined && hostOf(origin) === hostOf(`${origin.split('://')[0]}://${request.host}`)
}

/** Host and port as a browser writes them; an opaque origin (`null`) has none. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
