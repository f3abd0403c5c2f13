import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@parley/core/errors/app-error.ts'
import { comparePositions, type Position } from '../journal/journal.ts'
import type { Operator } from './operator.ts'

/** What `GET /v1/operator/status` tells. */
export type Status = {
  readonly ready: boolean
  readonly reasons: readonly string[]
  readonly journal_end: Position
  /** Everything before it is in the numbers. */
  readonly settled_to: Position
  readonly unsettled_bytes: number
  readonly repeated_deliveries: number
}

/** How long to wait before asking again: soon at first, then less often, as asking costs too. */
const pollMs = { first: 20, longest: 250 }
/** How long to wait for an engine that does not start, ms. */
const troublePatienceMs = 120_000

/** Waits until the server can answer questions. Error: `engine_unavailable` (503), when its engine does not come up. */
export async function untilReady(operator: Operator): Promise<void> {
  await poll(operator, 'status', '', ({ ready }) => ready)
}

/**
 * Waits until everything the server has taken so far is in the numbers. Events that come in meanwhile are not waited for.
 * Error: `engine_unavailable` (503), when the engine does not come up: nothing is lost, it settles when it does.
 */
export async function untilSettled(
  operator: Operator,
  organizationId: string,
  onWait: (status: Status) => void = () => {},
): Promise<Status> {
  const path = `status?organization_id=${organizationId}`
  const { journal_end } = await operator.askJson<Status>(path)
  return poll(operator, path, 'Everything is taken and safe, but not in the numbers yet. ', (status) => {
    onWait(status)
    return comparePositions(status.settled_to, journal_end) >= 0
  })
}

async function poll(
  operator: Operator,
  path: string,
  comfort: string,
  isEnough: (status: Status) => boolean,
): Promise<Status> {
  const since = Date.now()
  for (let wait = pollMs.first; ; wait = Math.min(wait * 1.5, pollMs.longest)) {
    const status = await operator.askJson<Status>(path)
    if (isEnough(status)) return status
    if (!status.ready && Date.now() - since > troublePatienceMs)
      throw new AppError('engine_unavailable', 503, comfort + status.reasons.join(' '))
    await pause(wait)
  }
}
