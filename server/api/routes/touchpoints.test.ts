import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '../../config.ts'
import { type Running, start } from '../../main.ts'
import { createApp } from '../app.ts'

const now = Date.parse('2026-03-31T12:00:00Z')
let directory: string
let running: Running
let app: FastifyInstance
let organizationId: string
let key: string

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-touchpoints-'))
  const config = {
    ...readConfig({}),
    host: '127.0.0.1',
    port: 0,
    dataDirectory: directory,
    logLevel: 'silent' as const,
  }
  running = await start(config, { clock: { now: () => now } })
  await running.ready
  app = createApp({ ...running.services, metrics: new Registry() })
  const { account } = running.services
  ;({ id: organizationId } = await account.organizations.create({ name: 'Dealer', time_zone: 'UTC' }, 'cli'))
  const scopes: ['query', 'admin', 'ingest'] = ['query', 'admin', 'ingest']
  key = (await account.keys.create(organizationId, { kind: 'secret', scopes, origins: [] }, 'cli')).secret
  const event = (id: string, type: string, time: string, data: object) => ({
    ...{ specversion: '1.0', id, source: '/test', type, time, data },
  })
  const say = (id: string, time: string, kind: string, touchpoint_id: string) =>
    event(id, 'message.sent', time, {
      ...{ conversation_id: `c-${touchpoint_id}`, author: { kind, id: kind }, channel: 'whatsapp', touchpoint_id },
    })
  const sent = await ask('POST', '/v1/events', [
    event('d-1', 'entity.described', '2026-01-01T00:00:00Z', {
      ...{ kind: 'touchpoint', id: 'w1', name: 'Site', channel: 'web' },
      service_hours: { weekly: { mon: [['09:00', '17:00']] } },
    }),
    say('m-1', '2026-03-13T16:30:00Z', 'contact', 'w1'), // a Friday
    say('m-2', '2026-03-16T09:10:00Z', 'agent', 'w1'),
    say('m-3', '2026-03-13T16:30:00Z', 'contact', 'w/2'),
  ])
  expect(sent.body).toMatchObject({ accepted: 4 })
  await running.services.settling.settler().settled()
}, 60_000)

afterAll(async () => {
  await app.close()
  await running.close()
  rmSync(directory, { recursive: true, force: true })
})

async function ask(method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) {
  const answer = await app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${key}` },
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** Response time in service hours, in seconds. */
async function servedSeconds(): Promise<number | null> {
  const range = { from: '2026-03-01', to: '2026-04-01' }
  const { body } = await ask('POST', '/v1/query', { metrics: ['avg_response_time_service'], range })
  return body.totals.avg_response_time_service
}

test('touchpoints are those that events describe or name, with the hours that events say', async () => {
  expect(await ask('GET', '/v1/touchpoints')).toEqual({
    status: 200,
    body: {
      touchpoints: [
        expect.objectContaining({ id: 'w/2', name: null, service_hours: null, service_hours_source: 'none' }),
        {
          id: 'w1',
          organization_id: organizationId,
          name: 'Site',
          channel: 'web',
          service_hours: { weekly: { mon: [['09:00', '17:00']] } },
          service_hours_source: 'events',
          described_service_hours: { weekly: { mon: [['09:00', '17:00']] } },
          time_zone: 'UTC',
          time_zone_source: 'organization',
          described_time_zone: null,
        },
      ],
    },
  })
  expect(await servedSeconds()).toBe(600)
})

test('hours that are set go before those of events, whenever those are said, until they are taken back', async () => {
  const service_hours = { weekly: { mon: [['09:00', '12:00']], fri: [['16:00', '17:00']] } }
  const set = await ask('PATCH', '/v1/touchpoints/w1', { service_hours })
  expect(set).toMatchObject({ status: 200, body: { service_hours, service_hours_source: 'own', time_zone: 'UTC' } })
  // Whoever asks at once is told that the numbers do not follow yet.
  expect((await ask('GET', '/v1/derivation')).body.status).toBe('running')
  const current = async () => expect((await ask('GET', '/v1/derivation')).body.status).toBe('current')
  await vi.waitFor(current, { timeout: 60_000 })
  expect(await servedSeconds()).toBe(600 + 1800)
  await ask('POST', '/v1/events', [
    {
      ...{ specversion: '1.0', id: 'd-2', source: '/test', type: 'entity.described', time: '2026-03-30T00:00:00Z' },
      data: { kind: 'touchpoint', id: 'w1', service_hours: { weekly: {} } },
    },
  ])
  await running.services.settling.settler().settled()
  expect(await servedSeconds()).toBe(600 + 1800)
  expect((await ask('GET', '/v1/touchpoints')).body.touchpoints[1]).toMatchObject({
    service_hours,
    described_service_hours: { weekly: {} },
  })
  await ask('PATCH', '/v1/touchpoints/w1', { service_hours: null })
  await vi.waitFor(async () => expect(await servedSeconds()).toBe(0), { timeout: 60_000 })
})

test('a zone that is set moves the hours, and that of the organization where no other is given', async () => {
  const service_hours = { weekly: { mon: [['09:00', '17:00']] } }
  await ask('PATCH', '/v1/touchpoints/w1', { service_hours, time_zone: 'Europe/Amsterdam' })
  // 09:10 in London is 10:10 in Amsterdam.
  await vi.waitFor(async () => expect(await servedSeconds()).toBe(4200), { timeout: 60_000 })
  await ask('PATCH', '/v1/touchpoints/w1', { time_zone: null })
  await vi.waitFor(async () => expect(await servedSeconds()).toBe(600), { timeout: 60_000 })
  await ask('PATCH', `/v1/organizations/${organizationId}`, { time_zone: 'Europe/Amsterdam' })
  await vi.waitFor(async () => expect(await servedSeconds()).toBe(4200), { timeout: 60_000 })
})

test('wrong hours are refused where they are wrong, and nobody decides about a touchpoint that is not there', async () => {
  const wrong = {
    service_hours: {
      weekly: { mon: [['09:00', '08:00']] },
      exceptions: [
        { date: '2026-02-30', hours: [] },
        { date: '2026-12-25', hours: [['9', '10:00']] },
      ],
    },
    time_zone: 'Mars/Base',
  }
  const { status, body } = await ask('PATCH', '/v1/touchpoints/w%2F2', wrong)
  expect(status).toBe(400)
  expect(body.problems.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['/time_zone', '/service_hours/exceptions/1/hours/0/0']),
  )
  expect(await ask('PATCH', '/v1/touchpoints/w%2F2', { service_hours: { weekly: {} } })).toMatchObject({ status: 200 })
  expect(await ask('PATCH', '/v1/touchpoints/nobody', { service_hours: null })).toMatchObject({
    status: 404,
    body: { code: 'unknown_touchpoint' },
  })
})
