import { Readable } from 'node:stream'
import { AppError } from '@parley/core/errors/app-error.ts'
import { organizationScope } from '@parley/core/query/scope.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'
import { resolveRange } from '@parley/core/time/range.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import { conversations } from '@parley/model/conversations/fact.ts'
import { costs } from '@parley/model/costs/fact.ts'
import { facts } from '@parley/model/facts.ts'
import { z } from 'zod'
import { unknownOrganization } from '../../account/organizations.ts'
import type { Asker, AskServices } from '../asking.ts'
import { exportEvents } from './events.ts'
import { exportFacts } from './facts.ts'
import { writeCsv, writeLines } from './write.ts'
import { xlsxType } from './xlsx/answer-xlsx.ts'
import { rowsXlsx } from './xlsx/rows-xlsx.ts'

/** What can be exported: the events as they came, and one row for each conversation, session, message … */
export const exportSubjects = ['events', conversations.id, ...facts.map(({ id }) => id), costs.id] as const

/** Formats that are made while they are read, however many rows there are. */
export const streamedFormats = ['ndjson', 'csv'] as const

export const exportFormats = [...streamedFormats, 'xlsx'] as const

/** What `GET /v1/export/:what` takes. */
export const exportQuery = z.strictObject({
  from: z.string().max(100).optional().meta({ description: 'Local date or time, or an instant; from the very first.' }),
  to: z.string().max(100).optional().meta({ description: 'The end, not part of it; to the very last.' }),
  time_zone: z.string().max(100).optional().meta({ description: 'IANA name; the organization’s when absent.' }),
  format: z.enum(exportFormats).default('ndjson'),
  organization_id: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Only this organization of yours and those below it.' }),
})

export type ExportRequest = z.output<typeof exportQuery> & { readonly what: string }

/** A file that is made while it is read; but a workbook is made before. */
export type ExportFile = {
  readonly contentType: string
  readonly name: string
  /** In order of time. Ends with an error when the engine does: then what came is not all. */
  readonly chunks: AsyncIterable<string | Buffer>
}

/**
 * Opens an export of everything there is: no cap on its rows, read page by page while it goes out.
 * Errors: `invalid_query` (400, with every problem), `unknown_organization` (404), of a workbook `too_large_for_workbook`
 * (400), those of the engine.
 */
export async function openExport(
  services: AskServices,
  asker: Asker,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<ExportFile> {
  const { what, format } = request
  const organizationId = await narrowed(services, asker, request.organization_id)
  const scope = organizationScope(await services.scopeOf(organizationId))
  const timeZone = request.time_zone ?? (await services.timeZoneOf(organizationId))
  const range = rangeOf(request, timeZone, services.asOf())
  if (what === 'events' && format !== 'ndjson') throw eventsAreNoTable()
  const fact = catalogue.facts.get(what)
  const parts = fact
    ? await exportFacts(services, fact, scope, range, timeZone, signal)
    : await exportEvents(services, scope, range, signal)
  const name = `parley-${what}.${format}`
  if (format === 'xlsx')
    return {
      ...{ name, contentType: xlsxType },
      chunks: Readable.from([await rowsXlsx(parts, what, asker.language ?? 'en', signal)]),
    }
  return format === 'csv'
    ? { name, contentType: 'text/csv; charset=utf-8', chunks: writeCsv(parts) }
    : { name, contentType: 'application/x-ndjson', chunks: writeLines(parts) }
}

async function narrowed(services: AskServices, asker: Asker, wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return asker.organizationId
  if (!(await services.scopeOf(asker.organizationId)).includes(wanted)) throw unknownOrganization(wanted)
  return wanted
}

function rangeOf({ from, to }: ExportRequest, timeZone: string, now: number): TimeRange {
  // Beyond anything that is stored.
  const range = resolveRange({ from: from ?? '1970-01-01', to: to ?? '2200-01-01' }, { timeZone, now })
  if (range.ok) return range
  const { problems } = range
  throw new AppError('invalid_query', 400, problems.map(({ message }) => message).join(' '), { problems })
}

function eventsAreNoTable(): AppError {
  const message =
    'Events are exported as ndjson only: each type has fields of its own. As csv and xlsx export sessions, messages …'
  return new AppError('invalid_query', 400, message, {
    problems: [{ code: 'events_are_no_table', message, pointer: '/format' }],
  })
}
