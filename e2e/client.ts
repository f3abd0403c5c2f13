import type { Event } from './events.ts'

/** What a server answered. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body, when it is JSON; else null. */
  readonly json: unknown
}

export type IngestAnswer = {
  readonly accepted: number
  readonly duplicates: number
  readonly rejected: readonly { index: number; id: string | null; reason: string; message: string; pointer: string }[]
}

export type QueryAnswer = {
  readonly columns: readonly { id: string; role: string; unit?: string }[]
  readonly rows: readonly unknown[][]
  readonly totals: Readonly<Record<string, number | null>>
  readonly as_of: string
}

export type RecordsAnswer = {
  readonly columns: readonly { id: string }[]
  readonly rows: readonly unknown[][]
  readonly cursor: string | null
  readonly total: number
}

/** Everything there is, for what happened in the years the tests write about. */
export const allTime = { from: '2020-01-01', to: '2030-01-01' }

export type Client = {
  send(method: string, path: string, request?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>
  /** Sends events, which the server has to take: anything but 200 is thrown. */
  post(events: readonly Event[]): Promise<IngestAnswer>
  /** Asks a question about all time, which the server has to answer. */
  query(question: object): Promise<QueryAnswer>
  /** Every record behind a metric, page by page. */
  records(metric: string): Promise<Record<string, unknown>[]>
}

export function createClient(address: string, key: string | null): Client {
  const send: Client['send'] = async (method, path, { body, headers } = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body), duplex: 'half' }),
    })
    const text = await response.text()
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null }
  }

  async function take<T>(method: string, path: string, body: unknown): Promise<T> {
    const { status, text, json } = await send(method, path, { body })
    if (status !== 200) throw new Error(`${method} ${path} was answered with ${status}: ${text}`)
    return json as T
  }

  return {
    send,
    post: (events) => take('POST', '/v1/events', events),
    query: (question) => take('POST', '/v1/query', { range: allTime, ...question }),
    async records(metric) {
      const found: Record<string, unknown>[] = []
      let cursor: string | null = null
      do {
        const question = { metric, range: allTime, limit: 1000, cursor }
        const page: RecordsAnswer = await take('POST', '/v1/records', question)
        for (const row of page.rows) {
          found.push(Object.fromEntries(page.columns.map(({ id }, index) => [id, row[index]])))
        }
        cursor = page.cursor
      } while (cursor !== null)
      return found
    },
  }
}
