import type { FastifyReply, FastifyRequest } from 'fastify'
import { xlsxType } from '../ask/export/xlsx/answer-xlsx.ts'

/** What an answer may be sent as besides JSON, for the reference. */
export const fileTypes = ['text/csv', 'text/csv; names=present', xlsxType]

/** The kind of file that is asked for, the first one that is named; null for JSON. */
export function wantedFile(request: FastifyRequest): 'csv' | 'xlsx' | null {
  for (const part of (request.headers.accept ?? '').toLowerCase().split(',')) {
    const type = part.split(';')[0]?.trim()
    if (type === 'text/csv') return 'csv'
    if (type === xlsxType) return 'xlsx'
  }
  return null
}

/** Whether the names of things are asked for beside their ids: `text/csv; names=present`. */
export function wantsNames(request: FastifyRequest): boolean {
  return /text\/csv\s*;\s*names\s*=\s*present/i.test(request.headers.accept ?? '')
}

/** Sends a file under a name to save it by. */
export function sendFile(reply: FastifyReply, kind: 'csv' | 'xlsx', content: string | Buffer): FastifyReply {
  return reply
    .header('content-type', kind === 'csv' ? 'text/csv; charset=utf-8' : xlsxType)
    .header('content-disposition', `attachment; filename="parley.${kind}"`)
    .send(content)
}
