import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { exportQuery, exportSubjects } from '../../ask/export/export.ts'
import type { Settler } from '../../derive/settle.ts'
import { limits } from '../../limits.ts'
import { takeRawBodies } from '../raw-bodies.ts'
import { createRebuildJob, type RebuildState } from '../rebuild-job.ts'
import { route } from '../route.ts'
import { exportSender } from '../send-export.ts'
import type { Services } from '../services.ts'
import { eventsAnswer } from './events.ts'

const position = z.object({ segment: z.int(), offset: z.int() })
const statusAnswer = z.object({
  pid: z.int(),
  ready: z.boolean(),
  reasons: z.array(z.string()),
  journal_end: position,
  settled_to: position.meta({ description: 'Everything before it is in the numbers.' }),
  unsettled_bytes: z.int(),
  repeated_deliveries: z
    .int()
    .meta({ description: 'Of the organization, since the start: deliveries of events that turned out to be stored.' }),
})

const rebuildAnswer = z.object({
  status: z.enum(['none', 'running', 'done', 'failed']),
  done: z.int(),
  of: z.int().meta({ description: '0 while it waits for its turn.' }),
  events: z.int(),
  message: z.string().nullable(),
})

const organization = z.object({ id: idText })

/** What the command line on the machine of the server may ask. */
export function operatorRoutes(app: FastifyInstance, services: Services): void {
  const { account, ingest, journal, readiness, settling } = services
  const rebuild = createRebuildJob(settling)
  const send = exportSender(app, services)
  app.addHook('preClose', async () => rebuild.stop())

  /** What settles, or null while the engine is not up. */
  function settler(): Settler | null {
    return settling.trouble() === null ? settling.settler() : null
  }

  function unsettledBytes(): number {
    // The journal keeps the segment in which the next event to settle is, and those after it.
    return Math.max(0, journal.stats().bytes - (settler()?.settledTo() ?? journal.checkpoint()).offset)
  }

  route(
    app,
    {
      method: 'GET',
      path: '/v1/operator/status',
      summary: 'How far everything taken is on its way into the numbers.',
      access: 'operator',
      query: z.object({ organization_id: idText.optional() }),
      answer: statusAnswer,
    },
    async ({ query: { organization_id } }) => {
      const { ready, reasons } = await readiness()
      const running = settler()
      return {
        pid: process.pid,
        ready,
        reasons: [...reasons],
        journal_end: journal.end(),
        settled_to: running?.settledTo() ?? journal.checkpoint(),
        unsettled_bytes: unsettledBytes(),
        repeated_deliveries: organization_id === undefined ? 0 : (running?.repeated(organization_id) ?? 0),
      }
    },
  )

  app.register(async (raw) => {
    takeRawBodies(raw)
    route(
      raw,
      {
        method: 'POST',
        path: '/v1/operator/organizations/:id/events',
        summary: 'Takes a part of an import, in any form of POST /v1/events.',
        access: 'operator',
        params: organization,
        answer: eventsAnswer,
      },
      async ({ params: { id }, request }) => {
        const { id: organizationId } = await account.organizations.find(id)
        if (unsettledBytes() > limits.importBacklogBytes) throw settlingBehind(settling.trouble())
        return ingest.take({
          organizationId,
          contentType: request.headers['content-type'],
          contentEncoding: request.headers['content-encoding'],
          headers: {},
          body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          isPart: true,
        })
      },
    )
  })

  route(
    app,
    {
      method: 'GET',
      path: '/v1/operator/organizations/:id/export/:what',
      summary: 'The same as GET /v1/export/:what, of any organization.',
      access: 'operator',
      params: organization.extend({ what: z.enum(exportSubjects) }),
      query: exportQuery,
      answer: z.unknown(),
    },
    async ({ params: { id, what }, query, reply }) => {
      const { id: organizationId } = await account.organizations.find(id)
      return send({ organizationId }, { ...query, what }, reply)
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/operator/rebuild',
      summary: 'Starts to derive every fact again, or joins the rebuild under way.',
      access: 'operator',
      answer: rebuildAnswer,
      status: 202,
    },
    async () => toRebuildAnswer(rebuild.start()),
  )

  route(
    app,
    {
      method: 'GET',
      path: '/v1/operator/rebuild',
      summary: 'How far the rebuild is.',
      access: 'operator',
      answer: rebuildAnswer,
    },
    async () => toRebuildAnswer(rebuild.state()),
  )
}

function toRebuildAnswer(state: RebuildState): z.input<typeof rebuildAnswer> {
  return { done: 0, of: 0, events: 0, message: null, ...state }
}

/** Events come in faster than they can be settled: the disk must not fill with what waits. */
function settlingBehind(trouble: string | null): AppError {
  const reason = trouble ?? 'More events wait to be settled than should.'
  return new AppError('settling_behind', 429, `${reason} Send on in a moment.`, { retryAfterSeconds: 1 })
}
