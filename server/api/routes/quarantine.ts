import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { quarantineStatuses } from '../../ingest/quarantine.ts'
import { rejectionReasons } from '../../ingest/rejected.ts'
import { limits } from '../../limits.ts'
import { instant, instantText, instantTextOrNull } from '../instant-text.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const access = ['admin', 'ingest'] as const
const params = z.object({ id: idText })

const summaryAnswer = z.object({
  id: z.string(),
  received_at: instant,
  status: z.enum(quarantineStatuses),
  problems: z
    .array(z.object({ reason: z.enum(rejectionReasons), message: z.string(), pointer: z.string() }))
    .readonly(),
  beginning: z.string().meta({ description: 'The first characters of the JSON of the event.' }),
})

const eventAnswer = summaryAnswer.omit({ beginning: true }).extend({
  event: z.unknown().meta({
    description: 'The event as it came; a text where it could not be read or is too large to be kept whole.',
  }),
  mended: z.unknown().meta({ description: 'What was taken in its place; null until it is replayed.' }),
  replayed_at: instant.nullable(),
})

export function quarantineRoutes(app: FastifyInstance, { quarantine }: Services): void {
  route(
    app,
    {
      method: 'GET',
      path: '/v1/quarantine',
      summary: 'Rejected events of your organization, newest first.',
      access,
      query: z.object({
        status: z.enum(quarantineStatuses).optional(),
        cursor: idText.optional(),
        limit: z.coerce.number().int().min(1).max(limits.quarantinePageRows).default(100),
      }),
      answer: z.object({ quarantine: z.array(summaryAnswer), cursor: z.string().nullable() }),
    },
    async ({ query: { status, cursor, limit }, principal: { organizationId } }) => {
      const page = await quarantine.list({
        organizationId,
        limit,
        ...(status === undefined ? {} : { status }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      return {
        quarantine: page.items.map((item) => ({ ...item, received_at: instantText(item.received_at) })),
        cursor: page.cursor,
      }
    },
  )

  route(
    app,
    {
      method: 'GET',
      path: '/v1/quarantine/:id',
      summary: 'One rejected event, whole.',
      access,
      params,
      answer: eventAnswer,
    },
    async ({ params: { id }, principal: { organizationId } }) => {
      const found = await quarantine.show({ organizationId, id })
      return {
        ...found,
        received_at: instantText(found.received_at),
        replayed_at: instantTextOrNull(found.replayed_at),
      }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/quarantine/:id/replay',
      summary: 'Takes the mended event, or the event as it came when there is none in the body.',
      access,
      params,
      body: z.object({ event: z.unknown().optional() }),
      answer: z.object({ status: z.literal('replayed') }),
    },
    async ({ params: { id }, body: { event }, principal: { organizationId } }) => {
      const replay = await quarantine.replay({ organizationId, id, event })
      if (replay.isReplayed) return { status: 'replayed' as const }
      throw new AppError('replay_rejected', 422, 'The event is still not right. It stays in the quarantine.', {
        problems: replay.problems.map(({ reason, ...problem }) => ({ ...problem, code: reason })),
      })
    },
  )

  route(
    app,
    {
      method: 'DELETE',
      path: '/v1/quarantine/:id',
      summary: 'Puts a rejected event aside for good.',
      access,
      params,
      answer: null,
    },
    async ({ params: { id }, principal: { organizationId } }) => {
      await quarantine.discard({ organizationId, id })
      return undefined
    },
  )
}
