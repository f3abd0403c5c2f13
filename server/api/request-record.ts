import type { FastifyInstance } from 'fastify'
import { Histogram, type Registry } from 'prom-client'

/**
 * Keeps a record of every request: a line in the log at `debug`, and a histogram of durations. Both name the route and
 * not the address, because addresses hold ids and one-time tokens.
 */
export function recordRequests(app: FastifyInstance, metrics: Registry): void {
  const duration = new Histogram({
    name: 'parley_http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [metrics],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    const { statusCode: status, elapsedTime: ms } = reply
    duration.observe({ method, route, status }, ms / 1000)
    request.log.debug({ method, route, status, ms: Math.round(ms * 10) / 10 }, 'request')
  })
}
