/** What a load on a server came to. */
export type LoadReport = {
  readonly acknowledged: number
  readonly seconds: number
  /** Of the answers, in milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Bytes of request bodies per event. */
  readonly bytesPerEvent: number
  readonly cpuSeconds: number
  /** `Date.now()` at the start, and how many events had been acknowledged at the end of each step of the course. */
  readonly startedAt: number
  readonly acknowledgedBy: readonly number[]
}

/** How fine the course of acknowledgements is kept, ms. */
export const courseStepMs = 10
