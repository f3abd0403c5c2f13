import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AppError } from '@parley/core/errors/app-error.ts'
import { limits } from '../limits.ts'

const inflateGzip = promisify(gunzip)

/**
 * The body as it was before it was compressed for the way. It stops at the limit, so that a small body which inflates
 * to a huge one takes no memory.
 * Errors: `unsupported_encoding` (415), `body_too_large` (413), `unreadable_body` (400).
 */
export async function inflate(body: Buffer, contentEncoding: string | undefined): Promise<Buffer> {
  const encoding = contentEncoding?.trim().toLowerCase() ?? ''
  if (encoding === '' || encoding === 'identity') return body
  if (encoding !== 'gzip' && encoding !== 'x-gzip')
    throw new AppError(
      'unsupported_encoding',
      415,
      `The content encoding "${encoding.slice(0, 60)}" is not known here. Send the body plain or with gzip.`,
    )
  try {
    return await inflateGzip(body, { maxOutputLength: limits.eventsInflatedBytes })
  } catch (cause) {
    throw (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      ? bodyTooLarge()
      : new AppError(
          'unreadable_body',
          400,
          'The body says that it is gzip, and cannot be inflated: it is damaged or cut off.',
          {
            cause,
          },
        )
  }
}

export function bodyTooLarge(): AppError {
  return new AppError(
    'body_too_large',
    413,
    `The body is over ${limits.eventsInflatedBytes} bytes (inflated). Send the events in several requests.`,
  )
}
