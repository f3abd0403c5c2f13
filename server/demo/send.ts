import type { Services } from '../api/services.ts'
import { organizations } from './organizations/organizations.ts'
import type { Planned } from './script.ts'

// While a request is read the process does nothing else, and this one also settles and answers.
const requestEvents = 1000

/** Sends events to their organizations; gives how many of them are new. */
export type Send = (events: readonly Planned[]) => Promise<number>

/**
 * Sends the way any sender's events go, and waits for room as the API does. Gives up between two requests when `stopping`
 * is given. Errors: those of `ingest.take`.
 */
export function createSend(
  { ingest, settling }: Pick<Services, 'ingest' | 'settling'>,
  ids: ReadonlyMap<string, string>,
  stopping: AbortSignal,
): Send {
  async function sendTo(key: string, events: readonly Planned[]): Promise<number> {
    let fresh = 0
    for (let start = 0; start < events.length; start += requestEvents) {
      await settling.room()
      stopping.throwIfAborted()
      const batch = events.slice(start, start + requestEvents).map(({ event }) => event)
      const { accepted, duplicates, rejected } = await ingest.take({
        organizationId: ids.get(key) ?? '',
        contentType: 'application/cloudevents-batch+json',
        contentEncoding: undefined,
        headers: {},
        body: Buffer.from(JSON.stringify(batch)),
      })
      const [first] = rejected
      if (first) throw new Error(`The demo makes events of ${key} that are not right: ${first.message}`)
      fresh += accepted - duplicates
    }
    return fresh
  }

  return async (events) => {
    const byOrganization = Map.groupBy(events, ({ organization }) => organization)
    // Nothing is under way any more when this throws: the server may be closing.
    const sent = await Promise.allSettled(organizations.map(({ key }) => sendTo(key, byOrganization.get(key) ?? [])))
    return sent.reduce((sum, one) => {
      if (one.status === 'rejected') throw one.reason
      return sum + one.value
    }, 0)
  }
}
