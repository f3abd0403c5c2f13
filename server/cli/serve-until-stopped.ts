import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { type Running, start } from '../main.ts'
import type { Surroundings } from './command.ts'
import { announceServer } from './running-server.ts'
import { emptyStandardInput } from './standard-input.ts'

/** Stopping takes longer than this only when something hangs; then the process ends anyway, with exit code 1. */
const graceMs = 9_500

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
/** A signal so soon after another says the same once more: a terminal tells the whole process group, and so does npm. */
const sameWishMs = 1_000

/** What goes on beside a server and ends before it does. */
export type Beside = { stop(): Promise<void> }

/**
 * Starts the server and goes on until SIGTERM or SIGINT; then finishes what is under way and ends the process with 0.
 * `onStarted` says where it is, and may begin what goes on beside it; it gives up when its signal is given. Errors: those of `start` and of `onStarted`.
 */
export async function serveUntilStopped(
  config: Config,
  { say }: Surroundings,
  onStarted: (running: Running, stopping: AbortSignal) => Promise<Beside | undefined>,
): Promise<never> {
  emptyStandardInput()
  const starting = start(config)
  let withdraw = () => {}
  let beside: Promise<Beside | undefined> = Promise.resolve(undefined)
  const stopping = new AbortController()
  const stop = async () => {
    withdraw()
    stopping.abort()
    await (await beside.catch(() => undefined))?.stop()
    await (await starting).close()
  }
  const grace = closeWithGrace(
    {
      delay: graceMs,
      logger: false,
      skip: [...stopSignals],
      onTimeout: () => say('Stopping takes too long: giving up.'),
    },
    async ({ err }) => {
      if (err) say(err.stack ?? String(err))
      await stop()
    },
  )
  stopAtSignal(grace.close, say)
  try {
    const running = await starting
    withdraw = announceServer(config.dataDirectory, running.address, running.services.operatorToken)
    beside = onStarted(running, stopping.signal)
    await beside
  } catch (error) {
    grace.uninstall()
    await starting.then(stop, () => {})
    throw error
  }
  // The process ends by a signal, through the above.
  return new Promise<never>(() => {})
}

/** Stops in order at the first signal, and at once when somebody, a while later, insists. */
function stopAtSignal(stop: () => void, say: (line: string) => void): void {
  let toldAt: number | null = null
  const onSignal = () => {
    if (toldAt === null) {
      toldAt = performance.now()
      stop()
    } else if (performance.now() - toldAt > sameWishMs) {
      say('Told again to stop: leaving at once. Nothing that was acknowledged is lost.')
      process.exit(1)
    }
  }
  for (const signal of stopSignals) process.on(signal, onSignal)
}
