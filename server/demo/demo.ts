import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayMs } from '@parley/core/time/granularity.ts'
import type { Services } from '../api/services.ts'
import { replaceFile } from '../journal/durable-files.ts'
import { limits } from '../limits.ts'
import { describeShop } from './describe.ts'
import type { Planned } from './script.ts'
import { createHistory, createLive, type Stream } from './stream.ts'
import { type Shop, shops } from './world.ts'

/** How much of the past there is on the first day. */
const usualPastMs = 35 * dayMs
const liveEveryMs = 2_000
/** Nobody changes the demo's settings but the demo. */
const actor = 'system'

/** The demo while it runs. */
export type Demo = {
  readonly organizationId: string
  /** A one-time link's token: signs its visitor in as the owner of the demo. */
  readonly token: string
  /** Events that were added at this start. */
  readonly added: number
  /** Ends the live traffic. */
  stop(): Promise<void>
}

/**
 * Fills a server with three shops, about five weeks of their conversations until now (or what is missing since the last
 * time), and then goes on in real time. Gives up between two requests when `stopping` is given.
 */
export async function startDemo(
  services: Services,
  options: { readonly stopping: AbortSignal; readonly pastMs?: number; onProgress?(done: number, of: number): void },
): Promise<Demo> {
  const { account, clock, config } = services
  const organizations = await findShops(services)
  const [top] = shops
  const organizationId = organizations.get(top.key) ?? ''
  const notePath = join(config.dataDirectory, 'demo.json')
  const now = clock.now()
  const before = readFilledTo(notePath)
  const from = before ?? now - (options.pastMs ?? usualPastMs)
  const history = createHistory(from)
  const live = createLive(now)
  let added = 0

  async function send(events: readonly Planned[], filledTo: number): Promise<void> {
    for (const shop of shops) {
      const own = events.filter((event) => event.shop === shop.key)
      await sendShop(services, shop, organizations.get(shop.key) ?? '', own, options.stopping)
    }
    added += events.length
    if (events.length > 0) await replaceFile(notePath, Buffer.from(`${JSON.stringify({ filled_to: filledTo })}\n`))
  }

  if (before === null)
    await send(
      shops.flatMap((shop) => describeShop(shop, from)),
      from,
    )
  for (let to = from; to < now; ) {
    to = Math.min(to + dayMs, now)
    await send(history.advance(to), to)
    options.onProgress?.(to - from, now - from)
  }
  const stop = goOn([history, live], send, services)
  const owner = await account.users.addMember(organizationId, { ...demoOwner }, actor)
  const { token } = await account.signIn.createUserLink(owner.id, organizationId)
  return { organizationId, token, added, stop }
}

const demoOwner = { email: 'demo@parley.example', name: 'Demo', role: 'owner', language: 'en' } as const

/** The organizations of the shops, made where they are missing. */
async function findShops({ account }: Services): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const there = await account.organizations.list()
  for (const { key, name, parent, timeZone } of shops) {
    const parent_id = parent === null ? null : (ids.get(parent) ?? null)
    const input = { name, parent_id, time_zone: timeZone }
    const found = there.find((organization) => organization.name === name && organization.parent_id === parent_id)
    ids.set(key, (found ?? (await account.organizations.create(input, actor))).id)
  }
  return ids
}

async function sendShop(
  { ingest }: Services,
  shop: Shop,
  organizationId: string,
  events: readonly Planned[],
  stopping: AbortSignal,
): Promise<void> {
  for (let start = 0; start < events.length; start += limits.importBatchEvents) {
    stopping.throwIfAborted()
    const batch = events.slice(start, start + limits.importBatchEvents).map(({ event }) => event)
    const { rejected } = await ingest.take({
      organizationId,
      contentType: 'application/cloudevents-batch+json',
      contentEncoding: undefined,
      headers: {},
      body: Buffer.from(JSON.stringify(batch)),
    })
    const [first] = rejected
    if (first) throw new Error(`The demo of ${shop.name} makes events that are not right: ${first.message}`)
  }
}

/** Sends what happens when it happens, until it is stopped. */
function goOn(
  streams: readonly Stream[],
  send: (events: readonly Planned[], filledTo: number) => Promise<void>,
  { clock, log }: Services,
): () => Promise<void> {
  let due: readonly Planned[] = []
  let working: Promise<void> = Promise.resolve()
  const tick = async () => {
    const now = clock.now()
    due = [...due, ...streams.flatMap((stream) => stream.advance(now))]
    try {
      await send(due, now)
      due = []
    } catch (error) {
      log.warn({ err: error }, 'the demo could not send its events and tries again')
    }
  }
  const timer = setInterval(() => {
    working = working.then(tick)
  }, liveEveryMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}

/** Up to when the demo was filled; null when it never was. */
function readFilledTo(path: string): number | null {
  try {
    const { filled_to } = JSON.parse(readFileSync(path, 'utf8'))
    return typeof filled_to === 'number' ? filled_to : null
  } catch {
    // Not there yet. What is sent twice counts once, so beginning anew would do no harm either.
    return null
  }
}
