import { once } from 'node:events'
import { AppError } from '@parley/core/errors/app-error.ts'
import type { Config } from '../config.ts'
import { start } from '../main.ts'
import type { SaidByServer } from './server-beside.ts'

// The process of a server that one command has started beside itself. It ends when the command lets go of it, however
// the command ends; Ctrl-C, which a terminal sends to both, is for the command.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

const released = once(process, 'disconnect')
const [config] = (await once(process, 'message')) as [Config]
try {
  const running = await start(config)
  say({ address: running.address, token: running.services.operatorToken })
  await released
  await running.close()
} catch (error) {
  const { code, status, message, problems } =
    error instanceof AppError ? error : new AppError('internal_error', 500, String((error as Error).stack ?? error))
  say({ code, status, message, problems })
  process.exitCode = 1
  if (process.connected) process.disconnect()
}

function say(word: SaidByServer): void {
  if (process.connected) process.send?.(word)
}
