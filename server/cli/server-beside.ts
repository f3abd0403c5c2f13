import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import type { Config } from '../config.ts'

/** A server for one command: where it is, and what opens its routes for the operator. */
export type ServerBeside = {
  readonly address: string
  readonly token: string
  /** Lets it finish what is under way and end. */
  close(): Promise<void>
}

/** What the process of such a server says first, and all it says. */
export type SaidByServer =
  | { readonly address: string; readonly token: string }
  | { readonly code: string; readonly status: number; readonly message: string; readonly problems: readonly Problem[] }

/**
 * Starts a server in a process of its own, on loopback and any free port. Not in this one: the engine takes whatever
 * waits on the standard input of its process for rows to insert, and that may be what a command is to read, or the list
 * of a `while read` loop around it. Errors: those of `start`; `server_failed` when it ends without a word.
 */
export async function startBeside(config: Config): Promise<ServerBeside> {
  const child = fork(fileURLToPath(new URL('./server-beside-process.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { UV_THREADPOOL_SIZE: '16', ...process.env },
  })
  const ended = once(child, 'exit')
  child.send(quietly(config))
  const said = await firstWord(child)
  if ('code' in said) throw new AppError(said.code, said.status, said.message, { problems: said.problems })
  return {
    ...said,
    async close() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** The same installation, for this machine only; what it logs is beside the point unless something is wrong. */
function quietly(config: Config): Config {
  const logLevel = config.logLevel === 'info' ? 'warn' : config.logLevel
  return { ...config, host: '127.0.0.1', port: 0, logLevel }
}

async function firstWord(child: ChildProcess): Promise<SaidByServer> {
  const ended: SaidByServer = {
    code: 'server_failed',
    status: 500,
    message: 'The server ended before it could start. `parley doctor` says what is wrong.',
    problems: [],
  }
  return new Promise((resolve) => {
    child.once('message', (said) => resolve(said as SaidByServer))
    child.once('exit', () => resolve(ended))
  })
}
