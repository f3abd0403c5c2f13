import { AppError } from '@parley/core/errors/app-error.ts'
import { limits } from '../limits.ts'

/** Code `journal_unavailable`, 503: the disk does not do what the journal needs; nothing of the append was taken. */
export function journalUnavailable(directory: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new AppError(
    'journal_unavailable',
    503,
    `The journal in ${directory} cannot be used right now (${reason}). Nothing was taken: send the same again. Free space on that disk or mend it; no restart is needed.`,
    { cause, retryAfterSeconds: limits.journalRetryAfterSeconds },
  )
}
