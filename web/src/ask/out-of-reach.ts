import type { QueryClient } from '@tanstack/react-query'
import { ask, Refusal } from './http.ts'

const askAgainMs = 2_000

export const isEngineDown = (error: unknown): boolean => error instanceof Refusal && error.code === 'engine_unavailable'

/** Whether nothing is wrong with what was asked: the engine, the server or the way to it is down for the moment. */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof Refusal &&
  (['engine_unavailable', 'stopping', 'unreachable'].includes(error.code) ||
    // Something in between answers in its place.
    (error.code === 'unreadable' && error.status >= 502))

/** As little as can be asked of the engine. */
const least = { metrics: ['chats'], range: { group: 'today' } }

/** Asks until the engine answers, and then again for all that the page needs and did not get meanwhile. */
export async function untilInReach(client: QueryClient): Promise<void> {
  try {
    await client.fetchQuery({
      queryKey: ['in-reach'],
      queryFn: ({ signal }) => ask('/v1/query', { method: 'POST', body: least, signal }),
      retry: (_, error) => isOutOfReach(error),
      retryDelay: askAgainMs,
      staleTime: 0,
    })
  } catch {
    // It is another trouble by now, which is told where it is met.
  }
  await client.refetchQueries({ type: 'active', predicate: ({ state }) => isOutOfReach(state.error) })
}
