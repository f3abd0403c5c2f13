import { dayMs } from '@parley/core/time/granularity.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../api/testing.ts'
import { startDemo } from './demo.ts'
import { describeShop } from './describe.ts'
import { createHistory } from './stream.ts'
import { shops } from './world.ts'

let server: TestServer
const first = Date.UTC(2026, 2, 4, 15)
const never = new AbortController().signal

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('the first start makes the shops and their past, the second what is missing since', async () => {
  const { services, clock, account } = server
  clock.time = first
  const pastMs = 2 * dayMs
  const demo = await startDemo(services, { stopping: never, pastMs })
  await demo.stop()
  const described = shops.flatMap((shop) => describeShop(shop, first)).length
  expect(demo.added).toBe(described + createHistory(first - pastMs).advance(first).length)
  expect((await account.organizations.list()).map(({ name, level }) => [name, level])).toEqual([
    ['Velo Group', 0],
    ['Velo Riga', 1],
    ['Velo Utrecht', 1],
  ])

  const again = await startDemo(services, { stopping: never })
  await again.stop()
  expect(again).toMatchObject({ added: 0, organizationId: demo.organizationId })

  clock.time = first + dayMs
  const later = await startDemo(services, { stopping: never })
  await later.stop()
  expect(later.added).toBe(createHistory(first).advance(first + dayMs).length)
  expect(await account.organizations.list()).toHaveLength(3)
}, 60_000)

test('its link signs in as the owner, once', async () => {
  const demo = await startDemo(server.services, { stopping: never })
  await demo.stop()
  const signIn = () => server.send({ method: 'POST', url: '/v1/sign-in', payload: { token: demo.token } })
  const answer = await signIn()
  const [cookie] = answer.cookies
  const me = await server.send({ url: '/v1/me', session: cookie?.value ?? '' })
  expect(me.json()).toMatchObject({
    organization: { id: demo.organizationId, name: 'Velo Group' },
    organizations: [{ name: 'Velo Group' }, { name: 'Velo Riga' }, { name: 'Velo Utrecht' }],
    memberships: [{ role: 'owner' }],
  })
  expect((await signIn()).json().code).toBe('sign_in_link_used')
})

test('it goes on while it runs', async () => {
  const { services, clock } = server
  const demo = await startDemo(services, { stopping: never })
  const before = services.journal.stats().appends
  clock.time += 3_600_000
  await expect.poll(() => services.journal.stats().appends, { timeout: 10_000 }).toBeGreaterThan(before)
  await demo.stop()
  const after = services.journal.stats().appends
  clock.time += 3_600_000
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(services.journal.stats().appends).toBe(after)
})

test('it gives up when the server stops', async () => {
  server.clock.time += dayMs
  await expect(startDemo(server.services, { stopping: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  })
})
