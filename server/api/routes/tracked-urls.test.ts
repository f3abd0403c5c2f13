import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let dealer: TestOrganization
let shop: TestOrganization
let key: string

beforeAll(async () => {
  server = await startTestServer()
  dealer = await server.createOrganization('Dealer')
  shop = await server.createOrganization('Shop', dealer.id)
  key = await dealer.keyFor('admin')
})

afterAll(() => server.close())

async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object, by = key) {
  const url = `/v1/tracked-urls${path}`
  const answer = await server.send({ method, url, key: by, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

test('a tracked URL is made, listed, changed, and removed once that is confirmed', async () => {
  const patterns = ['*.mycompany.com/cards/*', 'mycompany.com/cards']
  const made = await ask('POST', '', { label: 'Cards', patterns })
  expect(made).toMatchObject({ status: 201, body: { label: 'Cards', patterns, organization_id: dealer.id } })
  const { id } = made.body
  const changed = await ask('PATCH', `/${id}`, { label: 'Bank cards' })
  expect(changed).toMatchObject({ status: 200, body: { id, label: 'Bank cards', patterns } })
  expect(await ask('GET', '')).toEqual({ status: 200, body: { tracked_urls: [changed.body] } })
  const warning = 'Are you sure? Any previous statistics related specifically to this URL will be removed'
  for (const path of [`/${id}`, `/${id}?confirm=false`])
    expect(await ask('DELETE', path)).toMatchObject({
      status: 409,
      body: { code: 'confirmation_required', detail: warning },
    })
  expect((await ask('GET', '')).body.tracked_urls).toHaveLength(1)
  expect(await ask('DELETE', `/${id}?confirm=true`)).toEqual({ status: 204, body: null })
  expect((await ask('GET', '')).body.tracked_urls).toEqual([])
  expect(await ask('DELETE', `/${id}`)).toMatchObject({ status: 404, body: { code: 'unknown_tracked_url' } })
})

test('a parent keeps the list of an organization below it; a child does not reach that of its parent', async () => {
  const theirs = await ask('POST', '', { label: 'Sale', patterns: ['*/sale/*'], organization_id: shop.id })
  expect(theirs.body.organization_id).toBe(shop.id)
  expect((await ask('GET', '')).body.tracked_urls).toEqual([])
  expect((await ask('GET', `?organization_id=${shop.id}`)).body.tracked_urls).toHaveLength(1)
  const own = await ask('POST', '', { label: 'Sale', patterns: ['*/sale/*'] })
  const child = await shop.keyFor('admin')
  expect(await ask('PATCH', `/${own.body.id}`, { label: 'Mine' }, child)).toMatchObject({ status: 404 })
  expect(await ask('GET', `?organization_id=${dealer.id}`, undefined, child)).toMatchObject({ status: 404 })
  expect(await ask('POST', '', { label: 'More', patterns: ['*/sale'] }, await shop.keyFor('query'))).toMatchObject({
    status: 403,
  })
})

test.each<[object, string, string]>([
  [{ label: 'X', patterns: [] }, '/patterns', 'A tracked URL needs at least one pattern.'],
  [{ label: 'X', patterns: ['a b'] }, '/patterns/0', 'A pattern has no spaces and no control characters'],
  [{ label: 'X', patterns: ['/cards/*'] }, '/patterns/0', 'A pattern begins with a host'],
  [{ label: 'X', patterns: ['https://'] }, '/patterns/0', 'A pattern begins with a host'],
  [{ label: 'X', patterns: ['x'.repeat(501)] }, '/patterns/0', 'A pattern has at most 500 characters.'],
  [{ label: 'X', patterns: Array(21).fill('x') }, '/patterns', 'A tracked URL has at most 20 patterns.'],
  [{ label: ' ', patterns: ['x'] }, '/label', 'A name needs at least one character.'],
  [{ label: 'X', pattern: ['x'] }, '/pattern', 'Did you mean "patterns"?'],
])('%j is refused at %s', async (payload, pointer, message) => {
  const { status, body } = await ask('POST', '', payload)
  expect(status).toBe(400)
  expect(body.problems).toContainEqual(expect.objectContaining({ pointer, message: expect.stringContaining(message) }))
})

test('a pattern that equals another one is refused, naming the label that has it', async () => {
  await ask('POST', '', { label: 'Leasing', patterns: ['mycompany.com/leasing'] })
  const refused = await ask('POST', '', { label: 'More', patterns: ['http://MyCompany.com/leasing/'] })
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'pattern_taken',
      detail:
        'The pattern "http://MyCompany.com/leasing/" is in the tracked URL "Leasing" already. Leave it out, or remove it there.',
      problems: [{ pointer: '/patterns/0' }],
    },
  })
})

test('without an engine a preview says when to come back', async () => {
  expect(await ask('POST', '/preview', { patterns: ['*'] })).toMatchObject({
    status: 503,
    body: { code: 'engine_unavailable' },
  })
})
