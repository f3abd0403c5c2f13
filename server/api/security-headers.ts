import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { Config } from '../config.ts'

/**
 * What a browser may do with our pages: run our own scripts and ask our own server, nothing else. Styles may be inline,
 * because the component library writes them so. Without TLS there is no upgrade to it: that would cut off a plain
 * `http://` installation.
 */
export function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>): FastifyHelmetOptions {
  const isTls = publicUrl?.startsWith('https:') ?? false
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(isTls ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: isTls ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Browsers refuse these two, loudly, on plain http.
    crossOriginOpenerPolicy: isTls,
    originAgentCluster: isTls,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  }
}
