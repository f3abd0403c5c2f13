import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { AppError } from '@parley/core/errors/app-error.ts'
import { toDocument } from './problem.ts'

/**
 * Answers a client whose request cannot even be read as HTTP, and hangs up.
 * Codes: `bad_http` (400), `request_too_slow` (408), `headers_too_large` (431).
 */
export function answerBadHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = refusalOf(error.code)
  const body = JSON.stringify(toDocument(refusal))
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}

function refusalOf(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new AppError('headers_too_large', 431, 'The headers are larger than 16 KiB. Send fewer, or shorter ones.')
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new AppError(
      'request_too_slow',
      408,
      'The request took too long to come in. Send it again, in smaller parts.',
    )
  return new AppError('bad_http', 400, 'This is no HTTP/1.1 request. Look at what stands between the client and here.')
}
