import { AppError } from '@parley/core/errors/app-error.ts'

export function unreadableBody(message: string, cause?: unknown): AppError {
  return new AppError('unreadable_body', 400, message, cause === undefined ? {} : { cause })
}

/** The value of a JSON text that is a whole body. Error: `unreadable_body` (400), saying where where that is known. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw unreadableBody('The body is empty. Send at least one event.')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadableBody(`The body is not JSON: ${reasonOf(cause)}.`, cause)
  }
}

/** What the parser of JSON says, with the line and column where it knows them. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error
    ? cause.message.replace(/ in JSON (?=at position)/, ' ').replace(/\.$/, '')
    : String(cause)
}

/** Without the byte order mark that some programs put before UTF-8. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
