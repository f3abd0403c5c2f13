import { organizations } from './organizations/organizations.ts'
import type { Planned } from './script.ts'

// While a request is read the process does nothing else, and this one also settles and answers.
const requestEvents = 1000

/** Events of one organization as they are sent: the body of a request. */
export type DemoRequest = { readonly organization: string; readonly body: Uint8Array<ArrayBuffer> }

/** Events as requests, those of each organization in their order. */
export function requestsOf(events: readonly Planned[]): DemoRequest[] {
  const byOrganization = Map.groupBy(events, ({ organization }) => organization)
  return organizations.flatMap(({ key }) => {
    const own = byOrganization.get(key) ?? []
    return Array.from({ length: Math.ceil(own.length / requestEvents) }, (_, at) => {
      const batch = own.slice(at * requestEvents, (at + 1) * requestEvents).map(({ event }) => event)
      return { organization: key, body: new TextEncoder().encode(JSON.stringify(batch)) }
    })
  })
}
