import { AppError } from '@parley/core/errors/app-error.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { idText } from '../../account/organizations.ts'
import { type QuarantineChoice, quarantineStatuses } from '../../ingest/quarantine.ts'
import { rejectionReasons } from '../../ingest/rejected.ts'
import { limits } from '../../limits.ts'
import { instant, instantText, instantTextOrNull } from '../instant-text.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'

const access = ['admin', 'ingest'] as const
const params = z.object({ id: idText })

const problemsAnswer = z
  .array(z.object({ reason: z.enum(rejectionReasons), message: z.string(), pointer: z.string() }))
  .readonly()

const choice = z.strictObject({
  ids: z.array(idText).min(1).max(limits.quarantinePageRows).optional(),
  reason: z.enum(rejectionReasons).optional().meta({ description: 'Of the first problem.' }),
  all: z.literal(true).optional().meta({ description: 'Said when neither `ids` nor `reason` is meant.' }),
})

/** What is meant has to be said: an empty body must not mean everything. */
function chosen({ ids, reason, all }: z.output<typeof choice>): Omit<QuarantineChoice, 'organizationId'> {
  if (ids === undefined && reason === undefined && all !== true)
    throw new AppError('choice_required', 400, 'Say which events are meant: `ids`, a `reason`, or `"all": true`.')
  return { ids, reason }
}

const summaryAnswer = z.object({
  id: z.string(),
  received_at: instant,
  status: z.enum(quarantineStatuses),
  problems: problemsAnswer,
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
        reason: z.enum(rejectionReasons).optional().meta({ description: 'Of its first problem.' }),
        cursor: idText.optional(),
        limit: z.coerce.number().int().min(1).max(limits.quarantinePageRows).default(100),
      }),
      answer: z.object({ quarantine: z.array(summaryAnswer), cursor: z.string().nullable() }),
    },
    async ({ query: { status, reason, cursor, limit }, principal: { organizationId } }) => {
      const page = await quarantine.list({
        organizationId,
        limit,
        ...(status === undefined ? {} : { status }),
        ...(reason === undefined ? {} : { reason }),
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
      path: '/v1/quarantine/reasons',
      summary: 'Why the open events of your organization were rejected, the most frequent reason first.',
      access,
      answer: z.object({
        reasons: z.array(
          z.object({
            reason: z.enum(rejectionReasons),
            events: z.int(),
            first_received_at: instant,
            last_received_at: instant,
          }),
        ),
      }),
    },
    async ({ principal: { organizationId } }) => {
      const reasons = await quarantine.reasons(organizationId)
      return {
        reasons: reasons.map((one) => ({
          ...one,
          first_received_at: instantText(one.first_received_at),
          last_received_at: instantText(one.last_received_at),
        })),
      }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/quarantine/replay',
      summary: 'Takes a part of the chosen open events as they came, and says what happened to each.',
      access,
      body: choice.extend({ cursor: idText.optional() }),
      answer: z.object({
        results: z.array(z.object({ id: z.string(), status: z.enum(['replayed', 'open']), problems: problemsAnswer })),
        cursor: z.string().nullable().meta({ description: 'For the next part; null after the last.' }),
      }),
    },
    async ({ body, principal: { organizationId } }) => {
      const { results, cursor } = await quarantine.replayMany({ organizationId, ...chosen(body), cursor: body.cursor })
      return {
        results: results.map((one) => ({
          id: one.id,
          status: one.isReplayed ? ('replayed' as const) : ('open' as const),
          problems: one.isReplayed ? [] : one.problems,
        })),
        cursor,
      }
    },
  )

  route(
    app,
    {
      method: 'POST',
      path: '/v1/quarantine/discard',
      summary: 'Puts the chosen open events aside for good.',
      access,
      body: choice,
      answer: z.object({ discarded: z.int() }),
    },
    async ({ body, principal: { organizationId } }) => ({
      discarded: await quarantine.discardMany({ organizationId, ...chosen(body) }),
    }),
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
