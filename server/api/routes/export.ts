import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { exportQuery, exportSubjects } from '../../ask/export/export.ts'
import { xlsxType } from '../../ask/export/xlsx/answer-xlsx.ts'
import { askerOf } from '../asker.ts'
import { route } from '../route.ts'
import { exportSender } from '../send-export.ts'
import type { Services } from '../services.ts'

export function exportRoutes(app: FastifyInstance, services: Services): void {
  const send = exportSender(app, services)
  route(
    app,
    {
      method: 'GET',
      path: '/v1/export/:what',
      summary: 'Everything, row by row and without a cap: events as they came, or one row per session, message …',
      access: 'query',
      params: z.object({ what: z.enum(exportSubjects) }),
      query: exportQuery,
      answer: z.unknown(),
      alsoAnswers: ['application/x-ndjson', 'text/csv', xlsxType],
    },
    ({ params: { what }, query, principal, request, reply }) =>
      send(askerOf(principal, request), { ...query, what }, reply),
  )
}
