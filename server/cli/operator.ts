import { setTimeout as pause } from 'node:timers/promises'
import { AppError, type Problem } from '@parley/core/errors/app-error.ts'
import type { Surroundings } from './command.ts'
import { findServer } from './running-server.ts'
import { startBeside } from './server-beside.ts'

/** The server that works on the data directory, as its operator sees it. */
export type Operator = {
  /**
   * Asks it for what is behind `/v1/operator/`. While it is busy, or gone for a moment, waits and asks again: so what is
   * asked must be safe to ask twice. Errors: what the server answers, with its code; `server_gone` (503).
   */
  ask(path: string, options?: AskOptions): Promise<Response>
  /** The same for an answer in JSON. */
  askJson<T>(path: string, options?: AskOptions): Promise<T>
}

export type AskOptions = {
  readonly method?: 'GET' | 'POST'
  readonly contentType?: string
  readonly body?: Uint8Array<ArrayBuffer>
}

/** How long to go on asking a server that is busy, ms. */
const busyPatienceMs = 10 * 60_000
/** How long to look for a server that is gone, ms: it may be starting again. */
const gonePatienceMs = 60_000
/** After how long people want to know why nothing moves, ms. */
const silenceMs = 5_000
const firstRetryMs = 250
const longestRetryMs = 10_000

/**
 * Works with the server that holds the data directory. When there is none, starts one beside this process for as long as
 * the work takes, on an address that only this machine reaches: there is one way in, whoever serves it.
 * Errors: those of `start`, such as `data_directory_in_use` when a process holds the directory that is no server.
 */
export async function withOperator<T>(
  surroundings: Surroundings,
  work: (operator: Operator) => Promise<T>,
): Promise<T> {
  const config = surroundings.config()
  const { say } = surroundings
  const find = async () => toPlace(await findServer(config.dataDirectory))
  const there = await find()
  if (there && (await isReachable(there))) return work(createOperator({ first: there, find, say }))
  const beside = await startBeside(config)
  try {
    return await work(createOperator({ first: beside, find: null, say }))
  } finally {
    await beside.close()
  }
}

type Place = { readonly address: string; readonly token: string }

function toPlace(found: Awaited<ReturnType<typeof findServer>>): Place | null {
  return found && { address: found.address, token: found.operator_token }
}

/** Whether it is the server that left word: another one may have its address by now. */
async function isReachable(place: Place): Promise<boolean> {
  return (await askOnce(place, 'status', {})) instanceof Response
}

function createOperator(options: {
  readonly first: Place
  /** Finds a server that was started anew; null when it is in this process and cannot be. */
  readonly find: (() => Promise<Place | null>) | null
  readonly say: (line: string) => void
}): Operator {
  let place = options.first

  async function ask(path: string, request: AskOptions = {}): Promise<Response> {
    const since = Date.now()
    let isSaid = false
    for (let attempt = 0; ; attempt += 1) {
      const answer = await askOnce(place, path, request)
      if (answer instanceof Response) return answer
      const waited = Date.now() - since
      if (waited >= patienceWith(answer)) throw answer
      if (waited > silenceMs && !isSaid) {
        options.say(`Waiting: ${answer.message}`)
        isSaid = true
      }
      await pause(Math.min(1000 * (answer.retryAfterSeconds ?? 0) || firstRetryMs * 2 ** attempt, longestRetryMs))
      if (isGone(answer)) place = (await options.find?.()) ?? place
    }
  }

  function patienceWith(error: AppError): number {
    if (isGone(error)) return options.find ? gonePatienceMs : 0
    return error.status === 429 || error.status === 503 ? busyPatienceMs : 0
  }

  return {
    ask,
    askJson: async <T>(path: string, request?: AskOptions) => (await (await ask(path, request)).json()) as T,
  }
}

/** Not there, or there again with another token. */
function isGone({ code }: AppError): boolean {
  return code === 'server_gone' || code === 'operator_required'
}

async function askOnce(
  { address, token }: Place,
  path: string,
  { method = 'GET', contentType, body }: AskOptions,
): Promise<Response | AppError> {
  const headers = {
    authorization: `Bearer ${token}`,
    // What does not leave the machine is not worth packing.
    'accept-encoding': 'identity',
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  }
  try {
    const url = `${address}/v1/operator/${path}`
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) })
    return response.ok ? response : await toError(response)
  } catch (cause) {
    return new AppError('server_gone', 503, `The server at ${address} does not answer. Start it again.`, { cause })
  }
}

/** The error that the server told. */
async function toError(response: Response): Promise<AppError> {
  const told = (await response.json()) as { code?: string; detail?: string; problems?: readonly Problem[] }
  const retryAfter = Number(response.headers.get('retry-after'))
  return new AppError(
    told.code ?? 'server_failed',
    response.status,
    told.detail ?? `The server answered ${response.status}.`,
    { problems: told.problems ?? [], ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}) },
  )
}
