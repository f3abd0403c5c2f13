import { AppError } from '@parley/core/errors/app-error.ts'
import { limits } from '../limits.ts'
import type { RejectedEvent } from './rejected.ts'

/** An event that was read, and not looked at yet. */
export type Candidate = {
  /** Its place among the events of the request, from 0. */
  readonly index: number
  readonly value: unknown
}

/** What a request holds. Lines that cannot be read are rejected already. */
export type ReadEvents = { readonly candidates: readonly Candidate[]; readonly rejected: readonly RejectedEvent[] }

export function tooManyEvents(): AppError {
  return new AppError(
    'too_many_events',
    413,
    `The request has more than ${limits.eventsPerRequest} events. Send them in several requests.`,
  )
}
