import { setTimeout as sleep } from 'node:timers/promises'
import { dayMs } from '@parley/core/time/granularity.ts'
import type { Clock } from '../clock.ts'
import { decodeRejected } from '../ingest/rejected.ts'
import { comparePositions, type Journal, type Position } from '../journal/journal.ts'
import { limits } from '../limits.ts'
import type { Engine } from '../store/engine.ts'
import { createSeenFilter } from '../store/seen-filter.ts'
import { fillSeenFilter, firstEventAt, prepareEvents } from '../store/store.ts'
import type { Admitted } from './admit.ts'
import { firstBatchBytes, nextBatchBytes } from './batch-bytes.ts'
import { type EventLine, receivedAtMs } from './event-lines.ts'
import type { FactSettings } from './fact-settings.ts'
import { openLanes } from './lanes.ts'
import { createVersions, prepareFacts } from './prepare-facts.ts'
import { type RebuildProgress, rebuild } from './rebuild.ts'
import { type SettlingStep, settlingSteps, type Work } from './settling-steps.ts'
import { createSpans } from './spans.ts'

/** What was settled: the organizations whose numbers may have changed, and the events that are new to the store. */
export type Settled = { readonly organizationIds: ReadonlySet<string>; readonly fresh: Admitted['fresh'] }

/** The one loop that takes events from the journal into the store and brings the facts up to date. */
export type Settler = {
  /** The instant up to which answers are complete, in UTC milliseconds. */
  asOf(): number
  /** Another number whenever facts have changed. */
  state(): number
  /** The instant of the first event of all, or one before it, in UTC milliseconds; infinity before there is any. */
  beginsAt(): number
  /** Resolves when everything that is in the journal now has been settled, by what is set now. */
  settled(): Promise<void>
  /**
   * Resolves when more events can be taken without answers falling behind: at once, or after the batch under way when
   * settling has not kept up by a whole batch. Never holds for long (`limits.roomWaitMs`), nor while everything is derived anew: taking
   * events goes before knowing them.
   */
  room(): Promise<void>
  /** Everything in the journal before this place has been settled. */
  settledTo(): Position
  /**
   * How many deliveries of this organization have turned out, since the start, to be of events that were there before.
   * After a failure of the engine half-way through a batch it may also count events of that batch.
   */
  repeated(organizationId: string): number
  /** Told when an organization changed what facts depend on: they are derived again by it, between two batches. */
  settingsChanged(): void
  /** How far the derivation of all facts is that is under way, `of` 0 while it waits for its turn; or null. */
  rebuilding(): RebuildProgress | null
  /** Derives every fact again, between two batches. Events are taken meanwhile; they settle afterwards. */
  rebuild(onProgress?: (progress: RebuildProgress) => void): Promise<{ events: number }>
  stop(): Promise<void>
}

const nothing: Admitted = { rows: Buffer.alloc(0), fresh: [], repeated: [] }

const retryMs = 1000
// So long a batch under way may take to end when the server stops: then the next start has nothing to make up for.
const finishMs = 2000
// What happened so long ago is sent by somebody who tells the past.
const pastMs = dayMs
// Under a steady stream a batch is let grow for so long: settling costs some twenty statements, a fifth of a second of a
// processor, however small the batch is.
const batchMs = 800

/** Prepares the store and starts the loop. Errors of the engine are reported and tried again: the journal keeps everything. */
export async function startSettler(options: {
  engine: Engine
  journal: Journal
  clock: Clock
  keepRejected: Work['keepRejected']
  /** What facts depend on that organizations decide, as it is now. */
  factSettings: (engine: Engine) => Promise<FactSettings>
  onSettled: (settled: Settled) => void
  onError: (error: unknown, step: string) => void
  /** Gives up deriving at once, at the start too: what is not derived is derived at the next start. */
  stopping?: AbortSignal
}): Promise<Settler> {
  const { engine, journal, clock } = options
  const ending = new AbortController()
  const stopping = AbortSignal.any([ending.signal, ...(options.stopping ? [options.stopping] : [])])
  await prepareEvents(engine)
  const lanes = await openLanes(engine, stopping)
  const versions = await createVersions(engine, clock)
  let settings = await options.factSettings(engine)
  let areSettingsOld = false
  let changes = 0
  await prepareFacts(engine, lanes, versions, settings)
  const place = {
    engine,
    lanes,
    settings: () => settings,
    versions,
    seen: createSeenFilter(),
    spans: createSpans(200_000),
    keepRejected: options.keepRejected,
  }
  /** Up to here facts are derived. */
  let position = journal.checkpoint()
  /** Up to here events are stored. */
  let storedTo = position
  let completeAt = await settledUntil(journal, clock)
  // Where the journal ended at some instants: once the loop is past such an end, answers are complete up to its instant.
  let marks: { at: number; end: Position }[] = []
  const repeated = new Map<string, number>()
  let isStopping = false
  let rebuilding: RebuildProgress | null = null
  let batchBytes = firstBatchBytes
  let lastDerivedInMs = 0
  let state = versions.next()
  let beginsAt = await firstEventAt(engine)
  const waitingForRoom: (() => void)[] = []
  let waiters: { until: Position; resolve: () => void }[] = []
  const tasks: (() => Promise<void>)[] = []
  let wake = () => {}
  const filling = fillSeenFilter(engine, place.seen, stopping).catch((error: unknown) =>
    options.onError(error, 'fill the filter'),
  )

  const isIdle = () => comparePositions(position, journal.end()) >= 0

  /** About as much as the journal holds that is not settled: segments that are settled wholly are gone. */
  const unsettledBytes = () => journal.stats().bytes - position.offset

  async function run(steps: readonly SettlingStep[], work: Work): Promise<void> {
    for (const step of steps) {
      try {
        await step.run(work)
      } catch (error) {
        if (!stopping.aborted) options.onError(error, step.name)
        throw error
      }
    }
  }

  /** A batch is full when it has as much as it may: then more waits behind it. */
  async function storeBatch(): Promise<{ work: Work; isFull: boolean }> {
    marks.push({ at: clock.now(), end: journal.end() })
    const { records, next } = await journal.read(storedTo, batchBytes)
    const isFull = comparePositions(next, journal.end()) < 0
    const work: Work = { ...place, records, next, admitted: nothing, touched: [] }
    await run(settlingSteps.store, work)
    // What an earlier try stored half-way comes again.
    for (const { timeMs } of [...work.admitted.fresh, ...work.admitted.repeated]) beginsAt = Math.min(beginsAt, timeMs)
    storedTo = next
    return { work, isFull }
  }

  async function deriveBatch(work: Work): Promise<void> {
    await run(settlingSteps.derive, work)
    state = versions.next()
    await journal.advance(work.next)
    position = work.next
    for (const { organizationId } of work.admitted.repeated)
      repeated.set(organizationId, (repeated.get(organizationId) ?? 0) + 1)
    // Hours of a touchpoint hold for what was there before them too.
    if (work.admitted.fresh.some(isAboutTouchpoint)) noteChange()
    for (const { at, end } of marks) if (comparePositions(end, position) <= 0) completeAt = at
    marks = marks.filter(({ end }) => comparePositions(end, position) > 0)
    options.onSettled({
      organizationIds: new Set(work.touched.map(({ organizationId }) => organizationId)),
      fresh: work.admitted.fresh,
    })
    tellWaiters()
    for (const resolve of waitingForRoom.splice(0)) resolve()
  }

  function settled(): Promise<void> {
    const until = journal.end()
    if (comparePositions(until, position) <= 0 && !areSettingsOld) return Promise.resolve()
    return new Promise((resolve) => waiters.push({ until, resolve }))
  }

  function tellWaiters(): void {
    if (areSettingsOld) return
    const reached = waiters.filter(({ until }) => comparePositions(until, position) <= 0)
    waiters = waiters.filter((waiter) => !reached.includes(waiter))
    for (const { resolve } of reached) resolve()
  }

  async function renewSettings(): Promise<void> {
    // What is changed while settings are read may not be among them yet.
    const changesSeen = changes
    try {
      const now = await options.factSettings(engine)
      await prepareFacts(engine, lanes, versions, now, follow)
      state = versions.next()
      settings = now
      areSettingsOld = changes !== changesSeen
      tellWaiters()
    } catch (error) {
      if (!stopping.aborted) options.onError(error, 'derive by what was set')
      throw error
    } finally {
      rebuilding = null
    }
  }

  function noteChange(): void {
    changes += 1
    areSettingsOld = true
  }

  function follow(progress: RebuildProgress): void {
    rebuilding = progress
  }

  async function loop(): Promise<void> {
    // Facts are derived batch by batch, in order: the one under way is waited for before the next begins.
    let deriving: Promise<void> = Promise.resolve()
    while (!isStopping) {
      try {
        if (tasks.length > 0 || areSettingsOld) {
          await deriving
          if (areSettingsOld) await renewSettings()
          for (const task of tasks.splice(0)) await task()
        }
        if (comparePositions(storedTo, journal.end()) >= 0) {
          await deriving
          // Whatever was asked for meanwhile woke nobody.
          if (isStopping || areSettingsOld || tasks.length > 0) continue
          await Promise.race([journal.waitForMore(storedTo), new Promise<void>((resolve) => (wake = resolve))])
          continue
        }
        const startedAt = performance.now()
        const { work, isFull } = await storeBatch()
        await deriving
        const derivingSince = performance.now()
        const ofPast = isPast(work, clock.now())
        // What is sent of the past meanwhile is stored when this batch is derived, as far as can be told, and not a part of it sooner.
        const gatherMs = ofPast ? Math.max(batchMs, lastDerivedInMs) : batchMs
        deriving = deriveBatch(work).then(() => {
          lastDerivedInMs = performance.now() - derivingSince
          batchBytes = nextBatchBytes(batchBytes, { isFull, isPast: ofPast, derivedInMs: lastDerivedInMs })
        })
        deriving.catch(() => undefined) // whoever waits for it hears of it
        if (isFull) continue
        const early = () => Math.max(0, gatherMs - (performance.now() - startedAt))
        await Promise.race([deriving, sleep(early())])
        if (comparePositions(storedTo, journal.end()) < 0) await sleep(early())
      } catch {
        // Reported above. What is not derived stays in the journal and is taken again.
        await deriving.catch(() => undefined)
        // It has failed for good; the next try waits for nothing.
        deriving = Promise.resolve()
        storedTo = position
        await sleep(retryMs, undefined, { signal: stopping }).catch(() => undefined)
      }
    }
    await deriving.catch(() => undefined)
  }
  const running = loop()

  return {
    asOf: () => (isIdle() ? clock.now() : completeAt),
    state: () => state,
    beginsAt: () => beginsAt,
    settled,
    room() {
      if (rebuilding !== null || isIdle() || clock.now() - completeAt < limits.roomBehindMs) return Promise.resolve()
      // What fits into the next batch costs hardly more than what is in it already: held back, it would make the one after late.
      if (unsettledBytes() < batchBytes) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, limits.roomWaitMs)
        waitingForRoom.push(() => {
          clearTimeout(timer)
          resolve()
        })
      })
    },
    settingsChanged() {
      noteChange()
      wake()
    },
    rebuilding: () => rebuilding ?? (areSettingsOld ? { done: 0, of: 0, events: 0 } : null),
    settledTo: () => position,
    repeated: (organizationId) => repeated.get(organizationId) ?? 0,
    async rebuild(onProgress) {
      // What was acknowledged before is among what is derived.
      await settled()
      return new Promise((resolve, reject) => {
        const derived = (progress: RebuildProgress) => {
          follow(progress)
          onProgress?.(progress)
        }
        tasks.push(() =>
          rebuild(engine, lanes, versions.next(), settings, derived)
            .finally(() => {
              state = versions.next()
              rebuilding = null
            })
            .then(resolve, reject),
        )
        wake()
      })
    },
    async stop() {
      isStopping = true
      wake()
      const ended = Promise.all([running, filling])
      await Promise.race([ended, sleep(finishMs)])
      ending.abort(new Error('The server is stopping.'))
      await ended
    },
  }
}

/** Whether most of what is new in a batch happened long before it was sent. */
function isPast({ admitted: { fresh } }: Work, now: number): boolean {
  return fresh.filter(({ timeMs }) => timeMs < now - pastMs).length > fresh.length / 2
}

/** Of a touchpoint's description, which may give it service hours. */
function isAboutTouchpoint({ subjectKind, subjectId }: EventLine): boolean {
  return subjectKind === 'entity' && subjectId.startsWith('touchpoint:')
}

/** The instant up to which everything acknowledged is settled: that at which the first record came in that is not. */
async function settledUntil(journal: Journal, clock: Clock): Promise<number> {
  const {
    records: [first],
  } = await journal.read(journal.checkpoint(), 1)
  if (first === undefined) return clock.now()
  return first.kind === 'events'
    ? receivedAtMs(first.payload)
    : (decodeRejected(first.payload)[0]?.received_at ?? clock.now())
}
