import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../testing.ts'

let server: TestServer
let dealer: TestOrganization
let anna: string
let ben: string

beforeAll(async () => {
  server = await startTestServer()
  dealer = await server.createOrganization('Dealer')
  anna = await dealer.sessionOf('anna@example.com', 'member')
  ben = await dealer.sessionOf('ben@example.com', 'member')
})

afterAll(() => server.close())

type By = { readonly session?: string; readonly key?: string }

async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, by: By, payload?: object) {
  const headers = { 'accept-language': 'nl' }
  const answer = await server.send({ method, url, headers, ...by, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}

const panels = [
  { id: 'numbers', kind: 'cards', metrics: ['chats', 'leads'], granularity: 'auto', width: 12 },
  { id: 'parts', title: 'Waarvandaan', kind: 'pie', metrics: ['chats'], dimensions: ['channel'], width: 6 },
]

test('a composed dashboard is listed and told in the shape of those that are built in', async () => {
  const made = await ask(
    'POST',
    '/v1/dashboards',
    { session: anna },
    { title: 'Mijn week', filters: ['channel'], panels },
  )
  expect(made).toMatchObject({
    status: 201,
    body: { title: 'Mijn week', group: 'own', visibility: 'private', can_change: true, revision: 1, question: '' },
  })
  const builtIn = (await ask('GET', '/v1/dashboards/performance', { session: anna })).body
  expect(Object.keys(made.body).sort()).toEqual(Object.keys(builtIn).sort())
  expect(Object.keys(made.body.panels[0]).sort()).toEqual(Object.keys(builtIn.panels[0]).sort())
  // Without a title a panel is named in the language of its reader.
  expect(made.body.panels.map((panel: { title: string }) => panel.title)).toEqual(['Chats, Leads', 'Waarvandaan'])
  const { body: index } = await ask('GET', '/v1/dashboards', { session: anna })
  expect(index.groups.at(-1)).toEqual({ id: 'own', title: 'Eigen dashboards' })
  expect(index.dashboards.at(-1)).toMatchObject({ id: made.body.id, title: 'Mijn week', visibility: 'private' })
  expect(builtIn).toMatchObject({ visibility: 'built_in', can_change: false, revision: null })
})

test('every built-in dashboard can be duplicated from what is told of it', async () => {
  const { body: index } = await ask('GET', '/v1/dashboards', { session: anna })
  const ids = index.dashboards
    .filter((one: { group: string }) => one.group !== 'own')
    .map(({ id }: { id: string }) => id)
  expect(ids.length).toBeGreaterThan(20)
  for (const id of ids) {
    const { title, question, filters, picker, panels } = (await ask('GET', `/v1/dashboards/${id}`, { session: anna }))
      .body
    const copied = await ask('POST', '/v1/dashboards', { session: anna }, { title, question, filters, picker, panels })
    expect([id, copied.status, copied.body.problems]).toEqual([id, 201, undefined])
    expect(copied.body.panels).toEqual(panels)
    expect(await ask('DELETE', `/v1/dashboards/${copied.body.id}`, { session: anna })).toMatchObject({ status: 204 })
  }
})

test('another member sees it once it is shared, changes nothing of it, and another organization never sees it', async () => {
  const { body } = await ask('POST', '/v1/dashboards', { session: anna }, { title: 'Team', panels })
  const path = `/v1/dashboards/${body.id}`
  expect(await ask('GET', path, { session: ben })).toMatchObject({ status: 404, body: { code: 'unknown_dashboard' } })
  await ask('PATCH', path, { session: anna }, { visibility: 'organization' })
  expect(await ask('GET', path, { session: ben })).toMatchObject({
    status: 200,
    body: { can_change: false, revision: 2 },
  })
  expect(await ask('PUT', path, { session: ben }, { title: 'Ben', panels })).toMatchObject({
    status: 403,
    body: { code: 'not_yours' },
  })
  const stale = await ask('PUT', path, { session: anna }, { title: 'Late', panels, revision: 1 })
  expect(stale).toMatchObject({ status: 409, body: { code: 'dashboard_changed' } })
  const child = await server.createOrganization('Shop', dealer.id)
  for (const id of [child, await server.createOrganization('Other')])
    expect(await ask('GET', path, { key: await id.keyFor('query', 'admin') })).toMatchObject({ status: 404 })
  expect(
    await ask('POST', '/v1/dashboards', { key: await dealer.keyFor('query') }, { title: 'X', panels }),
  ).toMatchObject({
    status: 403,
    body: { code: 'scope_required' },
  })
})

test('everything that is wrong is told at once, with its place and the way out', async () => {
  const wrong = { id: 'a', kind: 'pie', metrics: ['avg_response_time'], width: 6 }
  const impossible = await ask(
    'POST',
    '/v1/dashboards',
    { session: anna },
    { title: 'X', filters: ['trunk'], panels: [wrong] },
  )
  expect(impossible).toMatchObject({ status: 400, body: { code: 'impossible_dashboard' } })
  expect(
    impossible.body.problems.map(({ code, pointer }: { code: string; pointer: string }) => [code, pointer]),
  ).toEqual([
    ['too_few_dimensions', '/panels/0/dimensions'],
    ['not_additive', '/panels/0/metrics'],
    ['useless_filter', '/filters/0'],
  ])
  const unreadable = await ask(
    'POST',
    '/v1/dashboards',
    { session: anna },
    { title: ' ', panels: [{ ...wrong, id: 'A', width: 5 }] },
  )
  expect(unreadable).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  expect(unreadable.body.problems.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/title',
    '/panels/0/id',
    '/panels/0/width',
  ])
})

test('a named view has a short address, is of a dashboard one sees, and shared only with its dashboard', async () => {
  const view = { name: 'Vorige week', dashboard_id: 'performance', search: 'range=last_week&filter=channel:web' }
  const made = await ask('POST', '/v1/views', { session: anna }, view)
  expect(made).toMatchObject({ status: 201, body: { ...view, visibility: 'private', can_change: true } })
  const { code, id } = made.body
  expect((await ask('GET', `/v1/views/${code}`, { session: anna })).body).toEqual(made.body)
  expect(await ask('GET', `/v1/views/${code}`, { session: ben })).toMatchObject({ status: 404 })
  await ask('PATCH', `/v1/views/${id}`, { session: anna }, { name: 'Onze week', visibility: 'organization' })
  const { body: list } = await ask('GET', '/v1/views', { session: ben })
  expect(list.views).toMatchObject([{ id, code, name: 'Onze week', can_change: false }])
  expect(await ask('DELETE', `/v1/views/${id}`, { session: ben })).toMatchObject({ status: 403 })
  const nowhere = await ask('POST', '/v1/views', { session: anna }, { ...view, dashboard_id: 'nowhere' })
  expect(nowhere).toMatchObject({ status: 404, body: { code: 'unknown_dashboard' } })
  const { body: own } = await ask('POST', '/v1/dashboards', { session: anna }, { title: 'Mine', panels })
  const shared = { ...view, dashboard_id: own.id, visibility: 'organization' }
  expect(await ask('POST', '/v1/views', { session: anna }, shared)).toMatchObject({
    status: 409,
    body: { code: 'dashboard_is_private' },
  })
  expect(await ask('DELETE', `/v1/views/${id}`, { session: anna })).toMatchObject({ status: 204 })
})

test('kinds that fit are told with how they may be cut, others with why not', async () => {
  const { body } = await ask(
    'POST',
    '/v1/panels/fitting',
    { session: anna },
    { metrics: ['chats'], dimensions: ['channel'] },
  )
  const fits = Object.fromEntries(
    body.kinds.map(({ kind, granularities }: { kind: string; granularities: unknown }) => [kind, granularities]),
  )
  expect(fits).toMatchObject({ pie: [null], line: ['auto', 'month'], cards: [], heat_map: [] })
  const cards = body.kinds.find(({ kind }: { kind: string }) => kind === 'cards')
  expect(cards.problems).toMatchObject([{ code: 'too_many_dimensions', message: expect.stringContaining('not split') }])
})

test('there is no workbook of a dashboard that somebody else keeps private', async () => {
  const { body: made } = await ask('POST', '/v1/dashboards', { session: anna }, { title: 'Mijn week', panels })
  const url = `/v1/dashboards/${made.id}/workbook`
  expect(await ask('POST', url, { session: ben }, { range: { group: 'last_month' } })).toMatchObject({
    status: 404,
    body: { code: 'unknown_dashboard' },
  })
  expect(
    await ask('POST', url, { session: anna }, { range: { group: 'last_month' }, compare: 'benchmark' }),
  ).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  })
})
