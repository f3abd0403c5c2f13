import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let dealer: TestOrganization
let shop: TestOrganization
let stranger: TestOrganization

beforeAll(async () => {
  server = await startTestServer()
  dealer = await server.createOrganization('Dealer')
  shop = await server.createOrganization('Shop', dealer.id)
  stranger = await server.createOrganization('Stranger')
})

afterAll(() => server.close())

async function ask(method: 'GET' | 'PATCH', id: string, key: string, payload?: object) {
  const answer = await server.send({
    method,
    url: `/v1/organizations/${id}/settings`,
    key,
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.json() }
}

test('a parent sees and sets what holds in an organization below it', async () => {
  const key = await dealer.keyFor('admin')
  const changed = await ask('PATCH', shop.id, key, { sla_target_seconds: 90, session_timeouts: { web: 600 } })
  expect(changed).toMatchObject({
    status: 200,
    body: {
      organization_id: shop.id,
      settings: {
        sla_target_seconds: { value: 90, source: 'own', default: 60, changes: 'answers' },
        session_timeouts: { value: { web: 600 }, source: 'own', changes: 'facts' },
        potential_visitors: { value: null, source: 'default' },
      },
    },
  })
  expect(await ask('GET', shop.id, await shop.keyFor('admin'))).toEqual(changed)
  const entries = await server.account.audit([shop.id], 9)
  expect(entries).toContainEqual(
    expect.objectContaining({ action: 'setting.changed', actor: expect.stringMatching(/^key:/) }),
  )
  const back = await ask('PATCH', shop.id, key, { sla_target_seconds: null })
  expect(back.body.settings.sla_target_seconds).toMatchObject({ value: 60, source: 'default' })
})

test('neither a child, nor a stranger, nor a member without the scope reaches the settings of another', async () => {
  for (const key of [await shop.keyFor('admin'), await stranger.keyFor('admin')])
    for (const method of ['GET', 'PATCH'] as const)
      expect(
        await ask(method, dealer.id, key, method === 'PATCH' ? { sla_target_seconds: 1 } : undefined),
      ).toMatchObject({
        status: 404,
        body: { code: 'unknown_organization' },
      })
  expect(await ask('PATCH', dealer.id, await dealer.keyFor('query'), {})).toMatchObject({
    status: 403,
    body: { code: 'scope_required' },
  })
})

test.each<[object, string, string]>([
  [{ sla_target_seconds: 0 }, '/sla_target_seconds', '"sla_target_seconds" is 0; it must be at least 1.'],
  [{ sla_target_second: 9 }, '/sla_target_second', 'Did you mean "sla_target_seconds"?'],
  [{ session_timeouts: { web: 1 } }, '/session_timeouts/web', '"session_timeouts.web" is 1; it must be at least 60.'],
  [{ conversion_rates: { garage: 2 } }, '/conversion_rates/garage', 'it must be at most 1.'],
  [{ potential_leads: 1.5 }, '/potential_leads', 'it must be a whole number'],
])('a change to %j is refused at %s', async (payload, pointer, message) => {
  const answer = await ask('PATCH', dealer.id, await dealer.keyFor('admin'), payload)
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', problems: [{ pointer, message: expect.stringContaining(message) }] },
  })
  expect((await ask('GET', dealer.id, await dealer.keyFor('admin'))).body.settings.sla_target_seconds.source).toBe(
    'default',
  )
})
