import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound } from '../problem.ts'

/** Where Vite builds the app. */
const builtApp = join(import.meta.dirname, '../../../web/dist')

/** Pages of other sites load the tag: at every page of every visitor would be too often, for ever too long. */
const tagCache = 'public, max-age=3600'

/**
 * Serves the app, and the tag to every site. Its files under `/assets` have their content's hash in the name and may be kept for ever; every path
 * that is neither a file nor part of the API is a page of the app, which finds its own way.
 */
export function staticRoutes(app: FastifyInstance, webDirectory: string = builtApp): void {
  app.register(staticFiles, {
    root: webDirectory,
    cacheControl: false,
    // It may be built while the server runs.
    suppressWarning: true,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(webDirectory, 'assets'))
      const isTag = path === join(webDirectory, 'tag.js')
      if (isTag) reply.header('cross-origin-resource-policy', 'cross-origin')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : isTag ? tagCache : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) throw notFound(request)
    if (!existsSync(join(webDirectory, 'index.html'))) {
      throw new AppError('app_not_built', 404, 'The app is not built. Run `npm start`, or `npx vite build` in `web/`.')
    }
    return reply.sendFile('index.html')
  })
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  if (method !== 'GET' && method !== 'HEAD') return false
  if (/^\/(v1|mcp|metrics|healthz|readyz|assets)(\/|$)/.test(path)) return false
  const isFile = /\.[^/]+$/.test(path)
  return !isFile || (headers.accept?.includes('text/html') ?? false)
}
