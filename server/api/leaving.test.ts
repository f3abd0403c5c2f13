import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { xlsxType } from '../ask/export/xlsx/answer-xlsx.ts'
import { readConfig } from '../config.ts'
import { type Running, start } from '../main.ts'
import { createApp } from './app.ts'
import { route } from './route.ts'
import { type RouteFile, routes } from './routes/index.ts'
import { untilGone } from './until-gone.ts'
import { sendFile } from './wanted-file.ts'

/*
 * Who leaves in the middle of an answer is no failure: the log is silent, and nothing that was made for them stays.
 */

const long = Array.from({ length: 40_000 }, (_, line) => `${line},${Math.sin(line)}`).join('\n')

/** How often what would never end was stopped. */
let stopped = 0

/** Answers in which the moment of leaving is certain. */
const certain: RouteFile = (app) => {
  const get = { method: 'GET', access: 'public', summary: '', answer: z.unknown() } as const
  route(app, { ...get, path: '/v1/sent-after-leaving' }, async ({ reply }) => {
    await gone(untilGone(reply))
    return sendFile(reply, 'csv', long)
  })
  route(app, { ...get, path: '/v1/told-after-leaving' }, async ({ reply }) => {
    await gone(untilGone(reply))
    return { long }
  })
  route(app, { ...get, path: '/v1/never-ending' }, async ({ reply }) => {
    const lines = async function* () {
      try {
        for (;;) yield long
      } finally {
        stopped += 1
      }
    }
    return reply.type('text/csv').send(Readable.from(lines()))
  })
}

const gone = (signal: AbortSignal) => new Promise((resolve) => signal.addEventListener('abort', resolve))

let directory: string
let running: Running
let app: ReturnType<typeof createApp>
let key: string
const logged: { level: number; msg: string; err?: { message: string } }[] = []

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-leaving-'))
  const config = { ...readConfig({}), host: '127.0.0.1', port: 0, dataDirectory: directory }
  running = await start({ ...config, logLevel: 'silent' })
  await running.ready
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  app = createApp({ ...running.services, log, metrics: new Registry() }, { routes: [...routes, certain] })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { organizations, keys } = running.services.account
  const { id } = await organizations.create({ name: 'Shop' }, 'test')
  key = (await keys.create(id, { kind: 'secret', scopes: ['ingest', 'query'], origins: [] }, 'test')).secret
  const events = Array.from({ length: 4000 }, (_, at) => ({
    ...{ specversion: '1.0', id: `${at}`, source: '/leaving', type: 'message.sent' },
    time: new Date(Date.now() - at * 60_000).toISOString(),
    data: {
      conversation_id: `c-${at % 900}`,
      author: { kind: 'contact', id: `v-${at % 900}` },
      text: `hello ${at % 97}`,
    },
  }))
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/cloudevents-batch+json' }
  const sent = await fetch(`${addressOf()}/v1/events`, { method: 'POST', headers, body: JSON.stringify(events) })
  expect(await sent.json()).toMatchObject({ accepted: events.length })
  while ((await counted()).totals.messages < events.length) await wait(200)
}, 120_000)

afterAll(async () => {
  await app.close()
  await running.close()
  // Nothing is left but what is kept: no file that was made on the way.
  const left = readdirSync(directory).filter((name) => name.includes('spool'))
  rmSync(directory, { recursive: true, force: true })
  expect(left).toEqual([])
})

const addressOf = () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
const range = { from: '2020-01-01', to: '2200-01-01' }

async function counted() {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ metrics: ['messages'], range })
  return (await fetch(`${addressOf()}/v1/query`, { method: 'POST', headers, body })).json()
}

type Asked = { readonly path: string; readonly body?: object; readonly accept?: string }

/** Asks, and breaks the connection after some milliseconds or with the first bytes of the answer. */
async function leave({ path, body, accept = '*/*' }: Asked, encoding: string, when: number | 'first'): Promise<void> {
  const sent = body === undefined ? '' : JSON.stringify(body)
  const head = [
    ...[`${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`, 'host: parley', `authorization: Bearer ${key}`],
    ...[`accept: ${accept}`, `accept-encoding: ${encoding}`],
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(sent)}`]),
  ]
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  socket.write(`${head.join('\r\n')}\r\n\r\n${sent}`)
  if (when === 'first') socket.once('data', () => socket.resetAndDestroy())
  else setTimeout(() => socket.resetAndDestroy(), when)
  await closed
}

/** What the log has above `debug`. */
const complaints = () => logged.flatMap(({ level, msg, err }) => (level > 20 ? [`${msg} ${err?.message ?? ''}`] : []))

const question = { metrics: ['messages'], range, granularity: 'day', dimensions: ['author_kind'] }
const answers: readonly Asked[] = [
  { path: '/v1/export/events' },
  { path: '/v1/export/messages?format=csv' },
  { path: '/v1/export/messages?format=xlsx' },
  { path: '/v1/query', body: question },
  { path: '/v1/query', body: question, accept: 'text/csv' },
  { path: '/v1/query', body: question, accept: xlsxType },
  { path: '/v1/records', body: { metric: 'messages', range }, accept: 'text/csv' },
  { path: '/v1/records', body: { metric: 'messages', range }, accept: xlsxType },
  { path: '/v1/phrases', body: { author_kind: 'contact', range }, accept: 'text/csv' },
  {
    path: '/v1/dashboards/chats_overview/workbook',
    body: { range, granularity: 'auto', filters: [] },
    accept: xlsxType,
  },
  { path: '/v1/live', accept: 'text/event-stream' },
]

test.each(['identity', 'gzip'])(
  'who leaves at any moment of an answer as %s is no failure',
  async (encoding) => {
    logged.length = 0
    for (const asked of answers) for (const when of [0, 4, 12, 30, 'first'] as const) await leave(asked, encoding, when)
    // The last of them is noticed, and what was asked for it is given up.
    await wait(500)
    expect(complaints()).toEqual([])
    expect((await counted()).totals.messages).toBe(4000)
  },
  120_000,
)

test.each([
  ['before it is sent', '/v1/sent-after-leaving', 30],
  ['before it is told', '/v1/told-after-leaving', 30],
  ['in the middle of it', '/v1/never-ending', 'first'],
] as const)('who leaves an answer %s is no failure', async (_, path, when) => {
  logged.length = 0
  for (const encoding of ['identity', 'gzip']) {
    await leave({ path }, encoding, when)
    await wait(300)
  }
  expect(complaints()).toEqual([])
  expect(stopped).toBe(path === '/v1/never-ending' ? 2 : 0)
})
