/** Where the time comes from. The only way to ask for it, so that a test can set it. */
export type Clock = {
  /** The present instant, UTC milliseconds. */
  now(): number
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now() }
