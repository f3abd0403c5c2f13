import type { Services } from '../api/services.ts'
import type { DemoRequest } from './requests.ts'

/** Sends requests to their organizations; gives how many of their events are new. */
export type Send = (requests: readonly DemoRequest[]) => Promise<number>

/**
 * Sends the way any sender's events go, and waits for room as the API does. Gives up between two requests when `stopping`
 * is given. Errors: those of `ingest.take`.
 */
export function createSend(
  { ingest, settling }: Pick<Services, 'ingest' | 'settling'>,
  ids: ReadonlyMap<string, string>,
  stopping: AbortSignal,
): Send {
  async function sendTo(organization: string, requests: readonly DemoRequest[]): Promise<number> {
    let fresh = 0
    for (const { body } of requests) {
      await settling.room()
      stopping.throwIfAborted()
      const { accepted, duplicates, rejected } = await ingest.take({
        organizationId: ids.get(organization) ?? '',
        contentType: 'application/cloudevents-batch+json',
        contentEncoding: undefined,
        headers: {},
        body: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
      })
      const [first] = rejected
      if (first) throw new Error(`The demo makes events of ${organization} that are not right: ${first.message}`)
      fresh += accepted - duplicates
    }
    return fresh
  }

  return async (requests) => {
    const byOrganization = Map.groupBy(requests, ({ organization }) => organization)
    // Nothing is under way any more when this throws: the server may be closing.
    const sent = await Promise.allSettled([...byOrganization].map(([key, own]) => sendTo(key, own)))
    return sent.reduce((sum, one) => {
      if (one.status === 'rejected') throw one.reason
      return sum + one.value
    }, 0)
  }
}
