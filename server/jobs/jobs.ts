import type { Clock } from '../clock.ts'

/** Something the server does by itself at certain times. */
export type Job = {
  /** For the log. */
  readonly name: string
  /** The latest instant, not after `now`, at which it was to be done. UTC milliseconds. */
  lastDue(now: number): number
  /** The instant it was done for last, kept over restarts; null when never. */
  doneFor(): Promise<number | null>
  /** Whether what it needs for that instant is there. When not, it is asked again at the next look. */
  canRun(dueAt: number): boolean
  /** Does it and writes down that it is done. Gives up when `signal` is aborted. */
  run(dueAt: number, signal: AbortSignal): Promise<void>
}

/** The one loop that does what is due: in order, one at a time. */
export type Jobs = {
  /** Looks every half minute from now on, and at once. */
  start(): void
  /** Does what is due now. A job that fails is reported and tried again at the next look; it holds up no other. */
  runDue(): Promise<void>
  /** Resolves when nothing is running any more. */
  stop(): Promise<void>
}

const lookMs = 30_000

/**
 * Makes the loop. After the server was down, what was due meanwhile is done once, for the latest time it was due: who
 * comes back on Thursday has no use for Tuesday's figures of the day before.
 */
export function createJobs(options: {
  jobs: readonly Job[]
  clock: Clock
  onError: (error: unknown, job: string) => void
}): Jobs {
  const { jobs, clock, onError } = options
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  async function runJob(job: Job): Promise<void> {
    const dueAt = job.lastDue(clock.now())
    try {
      const doneFor = await job.doneFor()
      if (doneFor !== null && doneFor >= dueAt) return
      if (job.canRun(dueAt)) await job.run(dueAt, stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) onError(error, job.name)
    }
  }

  async function runDue(): Promise<void> {
    for (const job of jobs) {
      if (stopping.signal.aborted) return
      await runJob(job)
    }
  }

  function look(): void {
    running = runDue().then(() => {
      if (!stopping.signal.aborted) timer = setTimeout(look, lookMs)
    })
  }

  return {
    runDue,
    start() {
      if (!stopping.signal.aborted) look()
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
