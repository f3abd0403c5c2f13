import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rejectionReasons } from '../../ingest/rejected.ts'
import { limits } from '../../limits.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const problem = z.object({
  reason: z.enum(rejectionReasons),
  message: z.string().meta({ description: 'Names the field, the rule and the way out.' }),
  pointer: z.string().meta({ description: 'JSON pointer into the event; empty for the event as a whole.' }),
})

/** What became of the events of a request. */
export const eventsAnswer = z.object({
  accepted: z.int().meta({ description: 'Events that were right, durable now; duplicates included.' }),
  duplicates: z.int().meta({ description: 'Those among them recognized at once as already received.' }),
  rejected: z
    .array(
      problem.extend({
        index: z.int().meta({ description: 'The place of the event in the request, from 0.' }),
        id: z.string().nullable(),
        problems: z.array(problem).readonly().meta({ description: 'Everything that is wrong with the event.' }),
      }),
    )
    .readonly()
    .meta({ description: 'Events that were not taken, with the first problem of each. They wait in the quarantine.' }),
})

export function eventsRoutes(app: FastifyInstance, { ingest, settling }: Services): void {
  // Reading tells better than the framework what is wrong with a content type, and names the five that are taken.
  const raw = { parseAs: 'buffer', bodyLimit: limits.eventsBodyBytes } as const
  app.addContentTypeParser('*', raw, (_request, body, done) => done(null, body))

  route(
    app,
    {
      method: 'POST',
      path: '/v1/events',
      summary: 'Takes CloudEvents: one, a list, NDJSON or binary mode. Answers when what was accepted is durable.',
      access: 'ingest',
      answer: eventsAnswer,
    },
    async ({ principal, request }) => {
      const { headers, body, ip } = request
      await settling.room()
      const publishable = principal.kind === 'key' && principal.isPublishable
      return ingest.take({
        organizationId: principal.organizationId,
        contentType: headers['content-type'],
        contentEncoding: headers['content-encoding'],
        headers,
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        publishable,
        ...(publishable && { sender: { address: ip, userAgent: headers['user-agent'] } }),
      })
    },
  )
}
