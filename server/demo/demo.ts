import { join } from 'node:path'
import { dayMs, hourMs } from '@parley/core/time/granularity.ts'
import type { Services } from '../api/services.ts'
import { describeOrganization } from './describe.ts'
import { createFilledNote, readFilled } from './filled.ts'
import { actor, decideAll, findOrganizations } from './founding.ts'
import { goOn } from './live.ts'
import { organizations } from './organizations/organizations.ts'
import { fillPast } from './past.ts'
import { requestsOf } from './requests.ts'
import { createSend } from './send.ts'
import { createDays, createLive } from './stream.ts'
import { yearUntil } from './year.ts'

/** What is there before anybody looks: all of last week, whatever day it is. */
const recentMs = 14 * dayMs
/** So that the last hour shows something at night too. */
const liveBeforeMs = hourMs

/** The demo while it runs. */
export type Demo = {
  /** The organization above all others of it. */
  readonly organizationId: string
  /** A one-time link's token: signs its visitor in as the owner of the demo. */
  readonly token: string
  /** Events that were added before it was there: those of the last days. */
  readonly added: number
  /** Whether the whole year was sent, once that is decided: false when it was stopped before. */
  readonly whole: Promise<boolean>
  /** Ends the live traffic, and older months coming in. */
  stop(): Promise<void>
}

export type DemoOptions = {
  readonly stopping: AbortSignal
  /** How far back the past goes, a year when absent. */
  readonly pastMs?: number
  /** Told which part of the past is there. */
  onProgress?(part: number): void
}

/**
 * Fills a server with the organizations of the demo and what happened in them: the last days, or what is missing since the
 * last time, before it resolves, and older months afterwards while it goes on in real time. Gives up between two requests
 * when `stopping` is given.
 */
export async function startDemo(services: Services, options: DemoOptions): Promise<Demo> {
  const { account, clock, config, log, settling } = services
  const ending = new AbortController()
  const stopping = AbortSignal.any([options.stopping, ending.signal])
  const ids = await findOrganizations(services)
  const path = join(config.dataDirectory, 'demo.json')
  const now = clock.now()
  const before = readFilled(path)
  const year = before?.year ?? yearUntil(now)
  const earliest = options.pastMs === undefined ? year.firstDay * dayMs : now - options.pastMs
  const newest = Math.max(earliest, now - recentMs)
  if (before === null) await decideAll(services, ids)
  const described =
    before === null ? organizations.flatMap((one) => describeOrganization(one, year.firstDay * dayMs)) : []
  const days = createDays(year, before?.to ?? newest)
  const live = createLive(year, now - liveBeforeMs)
  const send = createSend(services, ids, stopping)
  const added = await send(requestsOf([...described, ...days.advance(now), ...live.advance(now)]))
  const note = createFilledNote(path, before ?? { year, from: newest, to: now })
  await note.change({ to: now })
  const organizationId = ids.get(organizations[0].key) ?? ''
  const owner = await account.users.addMember(organizationId, { ...demoOwner }, actor)
  const { token } = await account.signIn.createUserLink(owner.id, organizationId)
  const stopLive = goOn([days, live], { send, note, clock, log, stopping })
  const onReached = (from: number) => options.onProgress?.((now - from) / (now - earliest))
  const whole = fillPast(earliest, { send, note, settling, log, stopping, onReached })
  return {
    organizationId,
    token,
    added,
    whole,
    async stop() {
      ending.abort()
      await Promise.all([stopLive(), whole])
    },
  }
}

const demoOwner = { email: 'demo@parley.example', name: 'Demo', role: 'owner', language: 'en' } as const
