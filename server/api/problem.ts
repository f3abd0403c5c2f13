import { STATUS_CODES } from 'node:http'
import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'

/** The body of every answer that is no: RFC 9457, with a stable `code`. */
export const problemDocument = z.object({
  type: z.string().meta({ description: '`urn:parley:problem:CODE`' }),
  title: z.string(),
  status: z.int(),
  code: z.string().meta({ description: 'A stable word for programs.' }),
  detail: z.string().meta({ description: 'What is wrong, which rule it breaks and the way out.' }),
  problems: z
    .array(z.object({ code: z.string(), message: z.string(), pointer: z.string().optional() }))
    .optional()
    .meta({ description: 'Everything that is wrong with the input, each with a JSON pointer where there is one.' }),
  request_id: z
    .string()
    .optional()
    .meta({ description: 'For a failure of the server: the name of this request in its log.' }),
})
type ProblemDocument = z.infer<typeof problemDocument>

/**
 * The one place where an error becomes an answer, and where a failure of the server is logged. An error that is not an
 * `AppError` becomes 500 `internal_error` and shows nothing of itself.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const appError = error instanceof AppError ? error : (fromFastify(error) ?? internalError(error, request.id))
  if (appError.status >= 500) {
    // Who asks whether the server is ready is told; a log that fills with it while the engine starts tells nobody more.
    const isQuiet = appError.code === 'not_ready' || isAbandoned(error, reply)
    const level = isQuiet ? 'debug' : appError.code === 'internal_error' ? 'error' : 'warn'
    request.log[level](
      { err: appError.cause ?? appError, code: appError.code, request_id: request.id },
      appError.message,
    )
  }
  if (appError.retryAfterSeconds !== undefined) reply.header('retry-after', appError.retryAfterSeconds)
  if (appError.status === 401) reply.header('www-authenticate', 'Bearer realm="parley"')
  // The framework would hang up on a client that is still sending, who then never reads why. What it sends on is dropped.
  if (appError.status === 413) reply.removeHeader('connection')
  return reply
    .code(appError.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(toDocument(appError, request.id))
}

/** The asker left before the answer was there, and the work for it, or its way out, was stopped: that is no failure. */
function isAbandoned(error: unknown, { raw }: FastifyReply): boolean {
  if (!(error instanceof Error) || !raw.destroyed) return false
  return error.name === 'AbortError' || (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
}

/** For a path that is nothing. */
export function notFound(request: FastifyRequest): AppError {
  const path = request.url.split('?')[0]
  return new AppError(
    'not_found',
    404,
    `There is nothing at ${request.method} ${path}. What there is says GET /v1/openapi.json.`,
  )
}

/** An error as the body of an answer. `requestId`: its name in the log, which is told of failures only. */
export function toDocument(error: AppError, requestId = ''): ProblemDocument {
  return {
    type: `urn:parley:problem:${error.code}`,
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    ...(error.problems.length > 0 ? { problems: error.problems.map(toEntry) } : {}),
    ...(error.status >= 500 ? { request_id: requestId } : {}),
  }
}

function toEntry({ code, message, pointer }: Problem) {
  return { code, message, ...(pointer === undefined ? {} : { pointer }) }
}

/** The framework's own refusals, in our words. Null for what is a failure and no refusal. */
function fromFastify(error: unknown): AppError | null {
  const { code, statusCode, message } = error as Partial<FastifyError>
  const known = typeof code === 'string' ? refusals[code] : undefined
  if (known) return new AppError(known.code, known.status, known.message)
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return null
  return new AppError('bad_request', statusCode, message ?? 'The request cannot be read.')
}

const invalidJson = {
  code: 'invalid_json',
  status: 400,
  message: 'The body is not JSON. Send a JSON document in UTF-8.',
}
const badUrl = { code: 'bad_url', status: 400, message: 'The address cannot be read. Percent-encode what is in it.' }

const refusals: Readonly<Record<string, { code: string; status: number; message: string } | undefined>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'body_too_large',
    status: 413,
    message: 'The body is larger than is taken here: 16 MiB of events, 1 MiB of anything else. Send it in parts.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported_media_type',
    status: 415,
    message:
      'This content type is not taken here. Send application/json; what events may be sent as says GET /v1/openapi.json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: invalidJson,
  FST_ERR_CTP_INVALID_JSON_BODY: invalidJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'invalid_content_length',
    status: 400,
    message: 'The body is not as long as Content-Length says. Send it again, whole.',
  },
  FST_ERR_BAD_URL: badUrl,
  FST_ERR_MAX_PARAM_LENGTH: badUrl,
}

function internalError(cause: unknown, requestId: string): AppError {
  return new AppError(
    'internal_error',
    500,
    `Something went wrong in the server. Its log tells more under request ${requestId}.`,
    { cause },
  )
}
