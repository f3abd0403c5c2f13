import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask } from './http.ts'
import { untilInReach } from './out-of-reach.ts'

/** How the engine is: the server that has it may be away too. */
let engine: 'up' | 'down' | 'away'
const asked: string[] = []

beforeEach(() => {
  engine = 'down'
  asked.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (path === '/v1/broken') return Response.json({ code: 'internal_error' }, { status: 500 })
    if (engine === 'away') throw new TypeError('Failed to fetch')
    return engine === 'up' ? Response.json({ path }) : Response.json({ code: 'engine_unavailable' }, { status: 503 })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Something that a page needs and asks once. */
function needed(client: QueryClient, path: string) {
  const observer = new QueryObserver(client, { queryKey: [path], queryFn: () => ask(path), retry: false })
  observer.subscribe(() => {})
  return observer
}

test('what was not answered while the engine or the server was down is asked again when it is back, and nothing else', async () => {
  const client = new QueryClient()
  const [panel, broken] = [needed(client, '/v1/panel'), needed(client, '/v1/broken')]
  await vi.advanceTimersByTimeAsync(0)
  expect(panel.getCurrentResult().error).toMatchObject({ code: 'engine_unavailable' })

  const waiting = Promise.all([untilInReach(client), untilInReach(client)])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(panel.getCurrentResult().error).toMatchObject({ code: 'engine_unavailable' })
  expect(asked.filter((path) => path === '/v1/panel')).toHaveLength(1)

  engine = 'away'
  await vi.advanceTimersByTimeAsync(20_000)
  engine = 'up'
  await vi.advanceTimersByTimeAsync(2_000)
  await waiting
  expect(panel.getCurrentResult()).toMatchObject({ error: null, data: { path: '/v1/panel' } })
  expect(broken.getCurrentResult().error).toMatchObject({ code: 'internal_error' })
  expect(asked.filter((path) => path === '/v1/broken')).toHaveLength(1)
})
