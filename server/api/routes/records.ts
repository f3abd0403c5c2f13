import { recordsSchema } from '@parley/core/query/request.ts'
import { chooseLanguage, textsIn } from '@parley/model/texts/index.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { askConversation } from '../../ask/conversation.ts'
import { askRecords } from '../../ask/records.ts'
import { recordsCsv, recordsXlsx } from '../../panel-files/records-file.ts'
import { askerOf } from '../asker.ts'
import { route } from '../route.ts'
import type { Services } from '../services.ts'
import { untilGone } from '../until-gone.ts'
import { fileTypes, sendFile, wantedFile, wantsNames } from '../wanted-file.ts'

const records = z.object({
  columns: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      role: z.enum(['time', 'conversation', 'value']),
      unit: z.literal('seconds').optional(),
    }),
  ),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  cursor: z.string().nullable(),
  total: z.int(),
  labels: z.record(z.string(), z.record(z.string(), z.string())),
})

const person = z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }).nullable()
const named = z.object({ id: z.string(), name: z.string().nullable() }).nullable()
const conversation = z.object({
  id: z.string(),
  channel: z.string().nullable(),
  touchpoint: named,
  contact: named,
  sessions: z.array(
    z.object({
      number: z.int(),
      started_at: z.string(),
      ended_at: z.string(),
      agent: person,
      is_two_way: z.boolean(),
      is_missed: z.boolean(),
      is_effective: z.boolean(),
      is_lead: z.boolean(),
      is_bot_chat: z.boolean(),
    }),
  ),
  timeline: z.array(
    z.object({
      time: z.string(),
      type: z.string(),
      author: person,
      text: z.string().nullable(),
      is_private: z.boolean(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  is_cut: z.boolean(),
  labels: z.record(z.string(), z.record(z.string(), z.string())),
})

export function recordsRoutes(app: FastifyInstance, { ask }: Services): void {
  route(
    app,
    {
      method: 'POST',
      path: '/v1/records',
      summary: 'The rows behind one number, the latest first; as a file all of them.',
      access: 'query',
      body: recordsSchema.extend({
        columns: z
          .array(z.string().max(100))
          .min(1)
          .max(50)
          .optional()
          .meta({ description: 'Of a file: the ids of its columns, in order; all that say something when absent.' }),
      }),
      answer: records,
      alsoAnswers: fileTypes,
    },
    async ({ body: { columns, ...body }, principal, request, reply }) => {
      const signal = untilGone(reply)
      const kind = wantedFile(request)
      if (kind !== null) {
        const { limit: _, cursor: __, ...rest } = body
        const asker = askerOf(principal, request)
        const asked = { ...rest, columns }
        const file =
          kind === 'csv'
            ? await recordsCsv(ask, asker, asked, signal, { isNamed: wantsNames(request) })
            : await recordsXlsx(ask, asker, asked, signal)
        return sendFile(reply, kind, file)
      }
      const answer = await askRecords(ask, principal, body, signal)
      const titles: Readonly<Record<string, string>> = textsIn(
        chooseLanguage(request.headers['accept-language']),
      ).columns
      return {
        ...answer,
        columns: answer.columns.map((column) => ({ ...column, title: titles[column.id] ?? column.id })),
      }
    },
  )
  route(
    app,
    {
      method: 'GET',
      path: '/v1/conversations/:id',
      summary: 'The timeline of one conversation and its sessions.',
      access: 'query',
      params: z.object({ id: z.string().min(1).max(200) }),
      answer: conversation,
    },
    ({ params, principal }) => askConversation(ask, principal, params.id),
  )
}
