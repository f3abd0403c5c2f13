import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../api/app.ts'
import type { Operation } from '../api/route.ts'
import { readConfig } from '../config.ts'
import { type Running, start } from '../main.ts'
import { xlsxType } from './export/xlsx/answer-xlsx.ts'

/*
 * Every route of the server, asked for everything of one organization (the victim) by others that should not see it: a
 * stranger and a child. The requests are made from what the route says of itself, so a new route is tested by itself; that
 * the requests are worth something is shown by the victim, who gets an answer to them.
 */

const now = Date.parse('2026-03-31T12:00:00Z')
const clock = { now: () => now }

let directory: string
let running: Running
let app: FastifyInstance

type Company = {
  readonly name: string
  readonly id: string
  readonly key: string
  readonly keyId: string
  readonly memberId: string
  readonly quarantineIds: readonly string[]
  readonly trackedUrlId: string
  readonly dashboardId: string
  readonly viewId: string
}
let victim: Company
let stranger: Company
let child: Company

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-wall-'))
  const config = {
    ...readConfig({}),
    host: '127.0.0.1',
    port: 0,
    dataDirectory: directory,
    logLevel: 'silent' as const,
  }
  running = await start(config, { clock })
  await running.ready
  app = createApp({ ...running.services, metrics: new Registry() })
  await app.ready()
  victim = await found('Victim')
  stranger = await found('Stranger')
  child = await found('Child', victim.id)
}, 60_000)

afterAll(async () => {
  await app.close()
  await running.close()
  rmSync(directory, { recursive: true, force: true })
})

/** An organization with a key, a member, events, names, and an event in the quarantine; ids of events are everywhere the same. */
async function found(name: string, parent_id?: string): Promise<Company> {
  const { account, settling } = running.services
  const { id } = await account.organizations.create({ name: `${name} Limited`, parent_id }, 'test')
  const scopes: ['ingest', 'query', 'admin'] = ['ingest', 'query', 'admin']
  const create = (kind: string) =>
    account.keys.create(id, { name: `${name} ${kind}`, kind: 'secret', scopes, origins: [] }, 'test')
  const { secret } = await create('key')
  const spare = await create('spare key')
  const member = await account.users.addMember(
    id,
    { email: `anna@${name.toLowerCase()}.example`, name: `${name} Anna`, role: 'admin', language: 'en' },
    'test',
  )
  const sent = await send(secret, 'POST', '/v1/events', eventsOf(name))
  expect(sent.json()).toMatchObject({ accepted: 8, rejected: [{ reason: 'unknown_type' }] })
  await settling.settler().settled()
  const kept = await send(secret, 'GET', '/v1/quarantine')
  const quarantineIds = (kept.json() as { quarantine: { id: string }[] }).quarantine.map((one) => one.id)
  expect(quarantineIds).toHaveLength(1)
  const pages = { label: `${name} pages`, patterns: [`${name.toLowerCase()}.example/*`] }
  const { id: trackedUrlId } = await running.services.trackedUrls.create(id, pages, 'test')
  await running.services.settings.change(id, { business_type: `${name} business`, potential_visitors: 4711 }, 'test')
  const shared = await send(secret, 'POST', '/v1/dashboards', { ...composed(name), visibility: 'organization' })
  const { id: dashboardId } = shared.json() as { id: string }
  const view = { name: `${name} view`, dashboard_id: 'performance', search: '', visibility: 'organization' }
  const { id: viewId } = (await send(secret, 'POST', '/v1/views', view)).json() as { id: string }
  const made = { trackedUrlId, dashboardId, viewId }
  return { name, id, key: secret, keyId: spare.key.id, memberId: member.id, quarantineIds, ...made }
}

function composed(name: string): object {
  return { title: `${name} dashboard`, panels: [{ id: 'a', kind: 'cards', metrics: ['chats'], width: 6 }] }
}

function eventsOf(name: string): object[] {
  const event = (id: string, type: string, minute: number, data: object) => ({
    specversion: '1.0',
    id,
    source: '/same',
    type,
    time: `2026-03-10T10:0${minute}:00Z`,
    data,
  })
  const said = (kind: string) => ({
    conversation_id: 'c-1',
    author: { kind, id: `${kind}-1`, name: `${name} ${kind}` },
    text: `${name} says`,
  })
  return [
    event('1', 'entity.described', 0, { kind: 'agent', id: 'agent-1', name: `${name} agent` }),
    event('2', 'conversation.started', 0, {
      conversation_id: 'c-1',
      channel: 'web',
      url: `https://${name.toLowerCase()}.example/`,
      contact_id: `${name}-contact`,
    }),
    event('3', 'message.sent', 1, said('contact')),
    event('4', 'message.sent', 2, said('agent')),
    event('5', 'outcome.recorded', 3, { conversation_id: 'c-1', category: `${name} category` }),
    event('6', 'survey.answered', 4, {
      conversation_id: 'c-1',
      rating: 5,
      submitted: true,
      feedback: `${name} feedback`,
    }),
    event('7', 'page.viewed', 5, { visitor_id: `${name}-visitor`, url: `https://${name.toLowerCase()}.example/` }),
    event('9', 'entity.described', 0, { kind: 'touchpoint', id: 'site', name: `${name} site` }),
    event('8', 'nonsense.sent', 6, { secret: `${name} mistake` }),
  ]
}

type Sent = {
  readonly method: Operation['method']
  readonly url: string
  readonly body?: object | undefined
  readonly accept?: string | undefined
}

async function send(key: string, method: Operation['method'], url: string, body?: object, accept?: string) {
  const type = url.startsWith('/v1/events') ? 'application/cloudevents-batch+json' : 'application/json'
  const request = {
    method,
    url,
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': type }), ...(accept && { accept }) },
    ...(body && { payload: JSON.stringify(body) }),
  }
  if (url.startsWith('/v1/live')) return firstEvents(request)
  const response = await app.inject(request)
  return { statusCode: response.statusCode, body: readable(response), json: () => response.json() }
}

/** What an answer says, also of a workbook, whose parts are packed. */
function readable({ headers, body, rawPayload }: LightMyRequestResponse): string {
  if (headers['content-type'] !== xlsxType) return body
  return Object.entries(unzipSync(rawPayload))
    .filter(([path]) => path !== 'docProps/core.xml') // when it was made
    .map(([path, part]) => `${path}\n${strFromU8(part)}`)
    .join('\n')
}

/** The beginning of an answer that never ends. */
async function firstEvents(request: InjectOptions) {
  const { statusCode, stream } = await app.inject({ ...request, payloadAsStream: true })
  let body = ''
  for await (const chunk of stream()) {
    body += String(chunk)
    if (/\ndata: .*\n\n/.test(body)) break
  }
  return { statusCode, body, json: () => JSON.parse(body) as unknown }
}

/** Whatever has the victim's name in it, or its ids, unless the request itself said it. */
function secretsIn(text: string, { url, body }: Sent): string[] {
  const asked = decodeURIComponent(url) + JSON.stringify(body ?? {})
  const { id, keyId, memberId, quarantineIds, trackedUrlId, dashboardId, viewId, key } = victim
  const ids = [id, keyId, memberId, ...quarantineIds, trackedUrlId, dashboardId, viewId, key].filter(
    (id) => !asked.includes(id),
  )
  // Phrases come in small letters.
  return ['Victim', 'victim.example', 'victim says', ...ids].filter((secret) => text.includes(secret))
}

type Schema = {
  readonly [key: string]: unknown
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
  readonly enum?: unknown[]
  readonly anyOf?: Schema[]
}

/** What fields with these names hold; anything else of its type will do. */
function knownValue(name: string): unknown {
  const range = { from: '2026-03-01', to: '2026-04-01' }
  const known: Record<string, unknown> = {
    organization_id: victim.id,
    metric: 'messages',
    metrics: ['messages', 'chats'],
    range,
    ...range,
    time_zone: 'UTC',
    granularity: 'day',
    dimension: 'agent',
    dimensions: ['agent', 'channel', 'organization', 'level'],
    filters: [{ dimension: 'agent', op: 'contains', values: ['agent'] }],
    order: [{ by: 'messages' }],
    cycle: 'sum',
    limit: 100,
    search: '',
    q: JSON.stringify({ metrics: ['messages'], range, dimensions: ['agent', 'organization'] }),
    email: 'somebody@elsewhere.example',
    origins: [],
    kind: 'secret',
    role: 'member',
    parent_id: victim.id,
    event: { ...eventsOf('Mended')[2] },
    dashboard_id: victim.dashboardId,
    picker: ['chats'],
    columns: [],
    panels: [{ id: 'a', kind: 'table', metrics: ['chats'], dimensions: ['channel', 'agent'], width: 6 }],
    revision: 1,
    service_hours: { weekly: { mon: [['09:00', '17:00']] } },
  }
  return known[name]
}

/** Fields of which an example would only spoil the request. */
const left = new Set(['cursor', 'token', 'status'])

function exampleOf(schema: Schema, name: string, isWhole: boolean): unknown {
  const known = knownValue(name)
  if (known !== undefined) return known
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return exampleOf(schema.anyOf[0] ?? {}, name, isWhole)
  if (schema.properties) {
    const required = (schema.required ?? []) as string[]
    const fields = Object.entries(schema.properties).filter(
      ([field]) => required.includes(field) || (isWhole && !left.has(field)),
    )
    return Object.fromEntries(fields.map(([field, inner]) => [field, exampleOf(inner, field, isWhole)]))
  }
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items, name, isWhole)] : []
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  return 'example'
}

function examplesOf(schema: z.ZodType | undefined, name: string): (object | undefined)[] {
  if (!schema) return [undefined]
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  return [false, true].map((isWhole) => exampleOf(described, name, isWhole) as object)
}

/** All requests that a route takes, each naming what is the victim's wherever something can be named. */
function requestsFor({ method, path, params, query, body, alsoAnswers = [] }: Operation): Sent[] {
  const ids = [
    victim.id,
    victim.keyId,
    victim.memberId,
    ...victim.quarantineIds,
    victim.trackedUrlId,
    victim.dashboardId,
    victim.viewId,
    'c-1',
    'agent',
    'organization',
    'chats_overview',
    'site',
  ]
  const described = params && (z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as Schema)
  const paths = [...path.matchAll(/:(\w+)/g)].reduce<string[]>(
    (urls, [placeholder, field = '']) => {
      const values = described?.properties?.[field]?.enum ?? ids
      return urls.flatMap((url) => values.map((value) => url.replace(placeholder, encodeURIComponent(String(value)))))
    },
    [path],
  )
  const queries = examplesOf(query, '').map((fields) => {
    const text = new URLSearchParams(
      Object.entries(fields ?? {}).map(([field, value]) => [field, String(value)]),
    ).toString()
    return text === '' ? '' : `?${text}`
  })
  const bodies = path === '/v1/events' ? [eventsOf('Mended').slice(0, 2)] : examplesOf(body, '')
  const accepts = [undefined, ...alsoAnswers]
  return paths.flatMap((url) =>
    [...new Set(queries)].flatMap((text) =>
      bodies.flatMap((one) => accepts.map((accept) => ({ method, url: `${url}${text}`, body: one, accept }))),
    ),
  )
}

function nameOf({ method, path }: Operation): string {
  return `${method} ${path}`
}

/** Routes that no key of an organization can use at all, and why. */
const closedToKeys: Readonly<Record<string, string>> = {
  'GET /v1/sign-in/:token': 'needs a one-time link',
  'POST /v1/sign-in': 'needs a one-time link',
  'POST /v1/me/organization': 'moves the session of a browser',
  'PATCH /v1/me': 'changes a person',
}

/** Everything of the victim that can be read, as the victim reads it, by URL. */
async function stateOfVictim(): Promise<Map<string, string>> {
  const reading = app.operations.filter(({ method, access }) => method === 'GET' && access !== 'public')
  const state = new Map<string, string>()
  for (const { method, url, accept } of reading.flatMap(requestsFor))
    state.set(`${url} ${accept ?? ''}`, (await send(victim.key, method, url, undefined, accept)).body)
  return state
}

/** What an answer to somebody else tells of the victim, request by request. */
async function toldTo({ key }: Company, isKnown: (secret: string) => boolean): Promise<string[]> {
  const told: string[] = []
  for (const operation of app.operations)
    for (const request of requestsFor(operation)) {
      const { body, statusCode } = await send(key, request.method, request.url, request.body, request.accept)
      const place = `${request.method} ${request.url} (${statusCode})`
      const secrets = secretsIn(body, request).filter((secret) => !isKnown(secret))
      if (secrets.length > 0) told.push(`${place}: ${secrets.join(', ')}`)
      if (statusCode >= 500) told.push(`${place}: ${body}`)
    }
  return told
}

describe('of an organization', () => {
  let before: Map<string, string>

  beforeAll(async () => {
    before = await stateOfVictim()
  }, 60_000)

  it('no route tells a stranger anything, and none changes anything for it', async () => {
    expect(await toldTo(stranger, () => false)).toEqual([])
    await running.services.settling.settler().settled()
    expect(await stateOfVictim()).toEqual(before)
  }, 60_000)

  it('no route tells a child anything but that it is its parent, and none changes what is not its own', async () => {
    expect(await toldTo(child, (secret) => secret === victim.id)).toEqual([])
    await running.services.settling.settler().settled()
    const after = await stateOfVictim()
    // A parent sees what its child did; these show its own alone.
    const own = [...before.keys()].filter((url) =>
      /^\/v1\/(keys|quarantine|conversations|tracked-urls|touchpoints|dashboards|views|organizations\/.+\/settings)/.test(
        url,
      ),
    )
    expect(own.length).toBeGreaterThan(10)
    for (const url of own) expect(after.get(url)).toBe(before.get(url))
  }, 60_000)

  // Last, because it may do to itself what the others may not.
  it('every route tells it itself what the others asked for', async () => {
    const silent: string[] = []
    const recognized = new Set<string>()
    const operations = app.operations.filter((one) => one.access !== 'operator' && !(nameOf(one) in closedToKeys))
    for (const operation of operations.sort(
      (one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'),
    )) {
      const statuses: number[] = []
      for (const request of requestsFor(operation)) {
        const { statusCode, body } = await send(victim.key, request.method, request.url, request.body, request.accept)
        statuses.push(statusCode)
        if (statusCode < 300 && secretsIn(body, request).length > 0) recognized.add(nameOf(operation))
      }
      // 409: it is there, and it was done before.
      if (!statuses.some((status) => status < 300 || status === 409)) silent.push(`${nameOf(operation)}: ${statuses}`)
    }
    expect(silent).toEqual([])
    const readers = [
      ...[
        'POST /v1/query',
        'GET /v1/query',
        'POST /v1/records',
        'POST /v1/phrases',
        'GET /v1/conversations/:id',
        'GET /v1/dimensions/:id/values',
      ],
      ...[
        'GET /v1/export/:what',
        'GET /v1/keys',
        'GET /v1/members',
        'GET /v1/me',
        'GET /v1/organizations',
        'GET /v1/quarantine/:id',
        'GET /v1/touchpoints',
        'GET /v1/tracked-urls',
        'GET /v1/organizations/:id/settings',
        'GET /v1/dashboards',
        'GET /v1/dashboards/:id',
        'GET /v1/views',
        'GET /v1/views/:id',
      ],
    ]
    expect(readers.filter((reader) => !recognized.has(reader))).toEqual([])
  }, 60_000)
})
