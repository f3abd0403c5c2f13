import type { Language } from '../ui/formats/language.ts'

/** One thing that is wrong with what was sent, as the server says it. */
export type Problem = {
  readonly code?: string
  readonly reason?: string
  readonly message: string
  readonly pointer?: string
}

/**
 * An answer that is no: the server's problem document, or its silence.
 * `code` is the server's stable word, `unreachable` when it did not answer, `unreadable` when it answered no JSON.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly problems: readonly Problem[]

  constructor(code: string, status: number, message: string, problems: readonly Problem[] = []) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.problems = problems
  }
}

export type Ask = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Names and titles come in this language. */
  readonly language?: Language
  readonly accept?: string
}

/**
 * One request to the server of this page. Leaving the page aborts it.
 *
 * @throws Refusal for every answer that is no success, and when there is none; AbortError when `signal` aborts.
 */
export async function ask<Answer>(path: string, options: Ask = {}): Promise<Answer> {
  const response = await send(path, options)
  if (response.status === 204) return undefined as Answer
  try {
    return (await response.json()) as Answer
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new Refusal('unreadable', response.status, '')
  }
}

/** The same for files: CSV comes as it is. */
export async function askFile(path: string, options: Ask): Promise<Blob> {
  const response = await send(path, options)
  return response.blob()
}

/** Why an address says no that would answer with a stream; undefined where it says yes. */
export async function refusalAt(path: string): Promise<Refusal | undefined> {
  const leaving = new AbortController()
  try {
    await send(path, { accept: 'text/event-stream', signal: leaving.signal })
    leaving.abort()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function send(path: string, { method = 'GET', body, signal, language, accept }: Ask): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: accept ?? 'application/json',
        // Only our own page can set this header: it proves that no other site sent the request.
        'x-parley-request': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Refusal('unreachable', 0, '')
  }
  if (!response.ok) throw await refusalOf(response)
  return response
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem: unknown = await response.json().catch(() => null)
  if (typeof problem !== 'object' || problem === null) return new Refusal('unreadable', response.status, '')
  const { code, detail, title, problems } = problem as Record<string, unknown>
  const text = [detail, title].find((candidate) => typeof candidate === 'string')
  return new Refusal(
    typeof code === 'string' ? code : 'unknown',
    response.status,
    typeof text === 'string' ? text : '',
    Array.isArray(problems) ? (problems as Problem[]) : [],
  )
}
