import { type QueryRequest, querySchema } from '@parley/core/query/request.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Principal } from '../../account/principal.ts'
import { ask } from '../../ask/ask.ts'
import { answerCsv } from '../../ask/csv.ts'
import { answerXlsx } from '../../ask/export/xlsx/answer-xlsx.ts'
import { parseInput } from '../../parse-input.ts'
import { askerOf } from '../asker.ts'
import { readJson } from '../query-json.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { untilGone } from '../until-gone.ts'
import { fileTypes, sendFile, wantedFile, wantsNames } from '../wanted-file.ts'

const cell = z.union([z.string(), z.number(), z.tuple([z.number(), z.number()]).readonly(), z.null()])
const part = {
  rows: z.array(z.array(cell)).meta({ description: 'In the order of the columns.' }),
  totals: z.record(z.string(), z.union([z.number(), z.string()]).nullable()).meta({
    description: 'Each metric over the whole range: never the sum of the rows. Money is a decimal string.',
  }),
  range: z.object({ from: z.string(), to: z.string() }).meta({ description: 'Instants, half-open.' }),
}
const organizations = z
  .record(z.string(), z.number().nullable())
  .meta({ description: 'Of a benchmark: how many organizations each figure is made of; null where there is none.' })
const answer = z.object({
  columns: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['time', 'dimension', 'metric']),
      unit: z.string().optional(),
      currencies: z.array(z.string()).optional().meta({
        description:
          'Of a metric in money: the currencies of its amounts. One: all amounts are in it. Several: amounts are null, unless the answer is split by `currency`, then each is in the one of its row.',
      }),
    }),
  ),
  ...part,
  time_zone: z.string(),
  as_of: z.string().meta({ description: 'Everything acknowledged up to this instant is in the numbers.' }),
  labels: z
    .record(z.string(), z.record(z.string(), z.string()))
    .meta({ description: 'Dimension, value, name; and under `DIMENSION_description` what else was said of it.' }),
  comparison: z
    .object({
      kind: z.string(),
      match: z.string().nullish().meta({ description: '`weekday`: Mondays stand beside Mondays.' }),
      ...part,
      organizations: organizations.optional(),
      computed_at: z.string().nullish().meta({ description: 'Of a benchmark; null before it was first computed.' }),
      business_type: z
        .object({ id: z.string(), totals: part.totals, organizations })
        .nullish()
        .meta({ description: 'The benchmark over the organizations of your business type.' }),
    })
    .nullable(),
})

export function queryRoutes(app: FastifyInstance, { ask: services }: Services): void {
  async function respond(
    principal: Principal,
    query: QueryRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<never> {
    const asker = askerOf(principal, request)
    const signal = untilGone(reply)
    const answered = await ask(services, asker, query, signal)
    const kind = wantedFile(request)
    if (kind === null) return reply.send(answered) as never
    const file =
      kind === 'csv'
        ? answerCsv(answered, { isNamed: wantsNames(request) })
        : await answerXlsx(services, asker, query, answered, signal)
    return sendFile(reply, kind, file) as never
  }

  route(
    app,
    {
      method: 'POST',
      path: '/v1/query',
      summary: 'Answers a question: metrics over a range, split and filtered.',
      access: 'query',
      body: querySchema,
      answer,
      alsoAnswers: fileTypes,
    },
    ({ body, principal, request, reply }) => respond(principal, body, request, reply),
  )
  route(
    app,
    {
      method: 'GET',
      path: '/v1/query',
      summary: 'The same question as JSON in `q`, for links.',
      access: 'query',
      query: z.object({ q: z.string().max(20_000) }),
      answer,
      alsoAnswers: fileTypes,
    },
    ({ query, principal, request, reply }) =>
      respond(
        principal,
        parseInput(querySchema, readJson(query.q, 'The question in `q`'), 'the question in `q`'),
        request,
        reply,
      ),
  )
}
