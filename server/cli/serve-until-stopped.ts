import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { type Running, start } from '../main.ts'
import type { Surroundings } from './command.ts'
import { announceServer } from './running-server.ts'
import { emptyStandardInput } from './standard-input.ts'

/** Stopping takes longer than this only when something hangs; then the process ends anyway, with exit code 1. */
const graceMs = 9_500

/** What goes on beside a server and ends before it does. */
export type Beside = { stop(): Promise<void> }

/**
 * Starts the server and goes on until SIGTERM or SIGINT; then finishes what is under way and ends the process with 0.
 * `onStarted` says where it is, and may begin what goes on beside it. Errors: those of `start` and of `onStarted`.
 */
export async function serveUntilStopped(
  config: Config,
  { say }: Surroundings,
  onStarted: (running: Running) => Promise<Beside | undefined>,
): Promise<never> {
  emptyStandardInput()
  const starting = start(config)
  let withdraw = () => {}
  let beside: Promise<Beside | undefined> = Promise.resolve(undefined)
  const stop = async () => {
    withdraw()
    await (await beside.catch(() => undefined))?.stop()
    await (await starting).close()
  }
  const grace = closeWithGrace(
    { delay: graceMs, logger: false, onTimeout: () => say('Stopping takes too long: giving up.') },
    async ({ err }) => {
      if (err) say(err.stack ?? String(err))
      await stop()
    },
  )
  try {
    const running = await starting
    withdraw = announceServer(config.dataDirectory, running.address, running.services.operatorToken)
    beside = onStarted(running)
    await beside
  } catch (error) {
    grace.uninstall()
    await starting.then(stop, () => {})
    throw error
  }
  // The process ends by a signal, through the above.
  return new Promise<never>(() => {})
}
