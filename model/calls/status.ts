/**
 * How far a call is in each status. It never goes back by what is told late; among equally far ones the latest counts.
 */
export const callProgress = {
  queued: 0,
  ringing: 1,
  answered: 2,
  completed: 3,
  busy: 3,
  no_answer: 3,
  failed: 3,
  canceled: 3,
} as const

const ended = Object.entries(callProgress).filter(([, progress]) => progress === 3)

/** Statuses after which nothing more happens in a call. */
export const endedStatuses: readonly string[] = ended.map(([status]) => status)

/** Statuses that only a call which connected has. */
export const connectedStatuses = ['answered', 'completed'] as const
