import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let vendor: TestOrganization
let dealer: TestOrganization
let rival: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  vendor = await server.createOrganization('Vendor')
  dealer = await server.createOrganization('Dealer', vendor.id)
  rival = await server.createOrganization('Rival')
})
afterAll(() => server.close())

type Request = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  key?: string
  session?: string
  payload?: object
}
async function ask(request: Request) {
  const response = await server.send({ method: 'GET', ...request })
  return { status: response.statusCode, body: response.body === '' ? null : response.json() }
}

test('an organization sees itself and what is below it', async () => {
  const names = async (key: string) => {
    const { body } = await ask({ url: '/v1/organizations', key })
    return body.organizations.map(({ name }: { name: string }) => name)
  }
  expect(await names(await vendor.keyFor('query'))).toEqual(['Vendor', 'Dealer'])
  expect(await names(await dealer.keyFor('query'))).toEqual(['Dealer'])
  expect(await names(await rival.keyFor('query'))).toEqual(['Rival'])
})

test('a new organization is a child of the one that asks, or of one below it', async () => {
  const key = await vendor.keyFor('admin')
  const child = await ask({
    method: 'POST',
    url: '/v1/organizations',
    key,
    payload: { name: 'Outlet', time_zone: 'Europe/Amsterdam' },
  })
  expect(child).toMatchObject({
    status: 201,
    body: { parent_id: vendor.id, level: 1, time_zone: 'Europe/Amsterdam', created_at: expect.stringMatching(/Z$/) },
  })
  const grandchild = await ask({
    method: 'POST',
    url: '/v1/organizations',
    key,
    payload: { name: 'Shop', parent_id: dealer.id },
  })
  expect(grandchild.body).toMatchObject({ parent_id: dealer.id, level: 2 })
})

test.each([
  [{ name: ' ' }, '/name', 'too_small'],
  [{ name: 'a\u0000b' }, '/name', 'invalid_format'],
  [{ name: 'x'.repeat(201) }, '/name', 'too_big'],
  [{ name: 'x', time_zone: 'Mars/Base' }, '/time_zone', 'unknown_time_zone'],
  [{ name: 'x', time_zone: '+02:00' }, '/time_zone', 'unknown_time_zone'],
  [{ name: 'x', parent_id: 'a\u0000b' }, '/parent_id', 'invalid_format'],
])('an organization %j is refused at %s', async (payload, pointer, code) => {
  const answer = await ask({ method: 'POST', url: '/v1/organizations', key: await vendor.keyFor('admin'), payload })
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', problems: [{ pointer, code }] } })
})

test('a key is shown once, listed without itself, and dead once revoked', async () => {
  const key = await vendor.keyFor('admin')
  const made = await ask({ method: 'POST', url: '/v1/keys', key, payload: { name: 'Bot', scopes: ['query'] } })
  expect(made).toMatchObject({
    status: 201,
    body: {
      key: expect.stringMatching(/^sk_/),
      name: 'Bot',
      kind: 'secret',
      scopes: ['query'],
      organization_id: vendor.id,
      revoked_at: null,
    },
  })
  const listed = await ask({ url: '/v1/keys', key })
  expect(JSON.stringify(listed.body)).not.toContain(made.body.key.slice(10))
  expect(listed.body.keys).toContainEqual(
    expect.objectContaining({ id: made.body.id, prefix: made.body.key.slice(0, 9) }),
  )
  expect(await ask({ method: 'DELETE', url: `/v1/keys/${made.body.id}`, key })).toEqual({ status: 204, body: null })
  expect(await ask({ url: '/v1/me', key: made.body.key })).toMatchObject({ status: 401, body: { code: 'unknown_key' } })
})

test.each([
  [{ scopes: [] }, 'scope_required'],
  [{}, 'scope_required'],
  [{ scopes: ['everything'] }, 'invalid_value'],
  [{ scopes: ['query'], origins: ['https://a.example'] }, 'origins_not_allowed'],
  [{ kind: 'publishable' }, 'origin_required'],
  [{ kind: 'publishable', origins: ['a.example'] }, 'invalid_origin'],
  [{ kind: 'publishable', origins: ['https://a.example/shop'] }, 'invalid_origin'],
  [{ kind: 'publishable', scopes: ['query'], origins: ['https://a.example'] }, 'scope_not_allowed'],
])('a key %j is refused: %s', async (payload, code) => {
  const answer = await ask({ method: 'POST', url: '/v1/keys', key: await vendor.keyFor('admin'), payload })
  expect(answer).toMatchObject({ status: 400, body: { problems: [expect.objectContaining({ code })] } })
})

test('a publishable key gets its origins as browsers write them', async () => {
  const payload = { kind: 'publishable', origins: ['https://Shop.Example:443/'] }
  const answer = await ask({ method: 'POST', url: '/v1/keys', key: await vendor.keyFor('admin'), payload })
  expect(answer.body).toMatchObject({
    key: expect.stringMatching(/^pk_/),
    scopes: ['ingest'],
    origins: ['https://shop.example'],
  })
})

test('a parent handles the keys of what is below it', async () => {
  const key = await vendor.keyFor('admin')
  const made = await ask({
    method: 'POST',
    url: '/v1/keys',
    key,
    payload: { scopes: ['query'], organization_id: dealer.id },
  })
  expect(await ask({ url: '/v1/me', key: made.body.key })).toMatchObject({ body: { organization: { id: dealer.id } } })
  const listed = await ask({ url: `/v1/keys?organization_id=${dealer.id}`, key })
  expect(listed.body.keys.map(({ id }: { id: string }) => id)).toContain(made.body.id)
  expect((await ask({ method: 'DELETE', url: `/v1/keys/${made.body.id}`, key })).status).toBe(204)
})

test('nobody reads or changes anything beside or above: it is as if it were not there', async () => {
  const secret = await vendor.keyFor('query')
  const [{ id: keyId } = { id: '' }] = await server.account.keys.list([vendor.id])
  await vendor.sessionOf('olga@vendor.example', 'owner')
  for (const outsider of [await rival.keyFor('query', 'admin'), await dealer.keyFor('query', 'admin')]) {
    const unseen = await Promise.all(
      ['/v1/organizations', '/v1/keys', '/v1/members', '/v1/me'].map((url) => ask({ url, key: outsider })),
    )
    for (const { status, body } of unseen) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`${vendor.id}"[^}]*"name":"Vendor|olga@|${keyId}`))
    }
    const refusals = [
      await ask({ url: `/v1/keys?organization_id=${vendor.id}`, key: outsider }),
      await ask({ method: 'DELETE', url: `/v1/keys/${keyId}`, key: outsider }),
      await ask({
        method: 'POST',
        url: '/v1/keys',
        key: outsider,
        payload: { scopes: ['query'], organization_id: vendor.id },
      }),
      await ask({
        method: 'POST',
        url: '/v1/organizations',
        key: outsider,
        payload: { name: 'Spy', parent_id: vendor.id },
      }),
      await ask({
        method: 'POST',
        url: '/v1/members',
        key: outsider,
        payload: { name: 'Spy', email: 'spy@example.com', organization_id: vendor.id },
      }),
    ]
    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(refusals.map(({ body }) => body.code)).toEqual([
      'unknown_organization',
      'unknown_key_id',
      'unknown_organization',
      'unknown_organization',
      'unknown_organization',
    ])
  }
  expect((await ask({ url: '/v1/me', key: secret })).status).toBe(200)
})

test('a new member gets a link that signs in once', async () => {
  const key = await dealer.keyFor('admin')
  const made = await ask({
    method: 'POST',
    url: '/v1/members',
    key,
    payload: { name: 'Anna', email: 'Anna@Dealer.example', role: 'admin', language: 'nl' },
  })
  expect(made).toMatchObject({
    status: 201,
    body: { email: 'anna@dealer.example', role: 'admin', organization_id: dealer.id },
  })
  const token = /^http:\/\/localhost:80\/welcome\/(\w+)$/.exec(made.body.sign_in_link.url)?.[1]
  const signIn = await server.send({ method: 'POST', url: '/v1/sign-in', payload: { token } })
  expect(signIn.statusCode).toBe(200)
  const session = signIn.cookies[0]?.value ?? ''
  expect(await ask({ url: '/v1/me', session })).toMatchObject({
    body: { user: { name: 'Anna', language: 'nl' }, scopes: ['query', 'admin'] },
  })
  const members = await ask({ url: '/v1/members', key: await vendor.keyFor('admin') })
  expect(members.body.members).toContainEqual(expect.objectContaining({ email: 'anna@dealer.example' }))
})

test('no link is made for somebody whom the caller could not be', async () => {
  await rival.sessionOf('rita@rival.example', 'member')
  await dealer.sessionOf('dora@dealer.example', 'owner')
  const key = await dealer.keyFor('admin')
  const post = (payload: object, who: { key?: string; session?: string } = { key }) =>
    ask({ method: 'POST', url: '/v1/members', payload: { name: 'X', ...payload }, ...who })
  expect(await post({ email: 'rita@rival.example' })).toMatchObject({ status: 409, body: { code: 'email_taken' } })
  expect(await post({ email: 'dora@dealer.example' })).toMatchObject({
    status: 403,
    body: { code: 'role_not_allowed' },
  })
  expect(await post({ email: 'new@dealer.example', role: 'owner' })).toMatchObject({
    status: 403,
    body: { code: 'role_not_allowed' },
  })
  const owner = await dealer.sessionOf('dirk@dealer.example', 'owner')
  expect(await post({ email: 'new@dealer.example', role: 'owner' }, { session: owner })).toMatchObject({ status: 201 })
})

test('a member gets another role or leaves, and what concerns owners is for owners', async () => {
  const parent = await server.createOrganization('Parent of members')
  const shop = await server.createOrganization('Shop of members', parent.id)
  const owner = await shop.sessionOf('olaf@shop.example', 'owner')
  const admin = await shop.sessionOf('adam@shop.example', 'admin')
  const member = await shop.sessionOf('mia@shop.example', 'member')
  const { body } = await ask({ url: '/v1/members', session: owner })
  const idOf = (name: string) => body.members.find((one: { email: string }) => one.email === `${name}@shop.example`).id
  const give = (name: string, role: string, session: string) =>
    ask({ method: 'PATCH', url: `/v1/members/${idOf(name)}`, session, payload: { role } })
  expect(await give('mia', 'admin', member)).toMatchObject({ status: 403 })
  expect(await give('mia', 'admin', admin)).toMatchObject({ status: 200, body: { role: 'admin' } })
  expect(await give('mia', 'owner', admin)).toMatchObject({ status: 403, body: { code: 'role_not_allowed' } })
  expect(await give('olaf', 'member', admin)).toMatchObject({ status: 403, body: { code: 'role_not_allowed' } })
  expect(await give('olaf', 'member', owner)).toMatchObject({ status: 409, body: { code: 'last_owner' } })
  const byParent = `/v1/members/${idOf('mia')}?organization_id=${shop.id}`
  const remove = async (url: string, key: string) => ask({ method: 'DELETE', url, key })
  expect(await remove(byParent, await rival.keyFor('admin'))).toMatchObject({ status: 404 })
  expect(await remove(byParent, await parent.keyFor('admin'))).toMatchObject({ status: 204 })
  expect(await remove(byParent, await parent.keyFor('admin'))).toMatchObject({ body: { code: 'unknown_member' } })
  expect(await ask({ url: '/v1/me', session: member })).toMatchObject({ status: 401 })
})

test('an organization below gets another name and time zone, one beside does not', async () => {
  const shop = await server.createOrganization('Shop of names', dealer.id)
  const change = async (payload: object, by: TestOrganization) =>
    ask({ method: 'PATCH', url: `/v1/organizations/${shop.id}`, key: await by.keyFor('admin'), payload })
  const changes = { name: 'Winkel', time_zone: 'Europe/Amsterdam' }
  expect(await change(changes, dealer)).toMatchObject({ status: 200, body: { id: shop.id, ...changes } })
  expect(await change({ name: 'Theirs' }, rival)).toMatchObject({ status: 404 })
  expect(await change({ time_zone: 'Mars/Base' }, dealer)).toMatchObject({
    status: 400,
    body: { problems: [{ pointer: '/time_zone', code: 'unknown_time_zone' }] },
  })
})

test('a user says in which language, a key has none', async () => {
  const session = await dealer.sessionOf('lena@dealer.example', 'member')
  const payload = { language: 'ru' }
  expect((await ask({ method: 'PATCH', url: '/v1/me', session, payload })).status).toBe(204)
  expect((await ask({ url: '/v1/me', session })).body.user).toMatchObject({ language: 'ru', name: 'lena' })
  const key = await dealer.keyFor('query')
  expect(await ask({ method: 'PATCH', url: '/v1/me', key, payload })).toMatchObject({
    status: 403,
    body: { code: 'user_required' },
  })
})

test('which rejected events are meant has to be said', async () => {
  const key = await dealer.keyFor('admin')
  const send = (what: string, payload: object) => ask({ method: 'POST', url: `/v1/quarantine/${what}`, key, payload })
  for (const what of ['replay', 'discard'])
    expect(await send(what, {})).toMatchObject({ status: 400, body: { code: 'choice_required' } })
  expect(await send('replay', { all: true })).toMatchObject({ status: 200, body: { results: [], cursor: null } })
  expect(await send('discard', { reason: 'unknown_type' })).toMatchObject({ status: 200, body: { discarded: 0 } })
  expect(await ask({ url: '/v1/quarantine/reasons', key })).toMatchObject({ status: 200, body: { reasons: [] } })
})

test('a key knows its organization, a user also themselves', async () => {
  const byKey = await ask({ url: '/v1/me', key: await vendor.keyFor('ingest') })
  expect(byKey.body).toMatchObject({
    user: null,
    organization: { id: vendor.id, level: 0 },
    memberships: [],
    scopes: ['ingest'],
  })
  const bySession = await ask({ url: '/v1/me', session: await dealer.sessionOf('dan@dealer.example', 'member') })
  expect(bySession.body).toMatchObject({
    user: { name: 'dan', email: 'dan@dealer.example', language: 'en' },
    memberships: [{ organization_id: dealer.id, name: 'Dealer', role: 'member' }],
    scopes: ['query'],
  })
})

test('a browser looks at another organization of its user, and at no other', async () => {
  const session = await vendor.sessionOf('vera@vendor.example', 'member')
  const move = (organization_id: string) =>
    ask({ method: 'POST', url: '/v1/me/organization', session, payload: { organization_id } })
  expect((await move(dealer.id)).status).toBe(204)
  expect((await ask({ url: '/v1/me', session })).body.organization.name).toBe('Dealer')
  expect(await move(rival.id)).toMatchObject({ status: 404, body: { code: 'unknown_organization' } })
  const key = await vendor.keyFor('admin')
  expect(
    await ask({ method: 'POST', url: '/v1/me/organization', key, payload: { organization_id: dealer.id } }),
  ).toMatchObject({ status: 404 })
})

test('the reference describes every route with what it takes and answers', async () => {
  const { body } = await ask({ url: '/v1/openapi.json' })
  expect(body.openapi).toBe('3.1.0')
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/healthz',
      '/v1/keys',
      '/v1/keys/{id}',
      '/v1/me',
      '/v1/members',
      '/v1/organizations',
      '/v1/sign-in/{token}',
    ]),
  )
  expect(body.paths['/v1/keys/{id}'].delete).toMatchObject({
    operationId: 'deleteKeysId',
    parameters: [{ name: 'id', in: 'path', required: true }],
    responses: { 204: {}, default: { $ref: '#/components/responses/Problem' } },
  })
  expect(body.paths['/v1/organizations'].post).toMatchObject({
    security: [{ key: [] }, { session: [] }],
    requestBody: { content: { 'application/json': { schema: { required: ['name'] } } } },
    responses: { 201: { content: { 'application/json': { schema: { properties: { level: { type: 'integer' } } } } } } },
  })
  expect(body.paths['/v1/sign-in'].post.security).toEqual([])
})
