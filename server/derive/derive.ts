import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
import type { Lane } from '../store/engine.ts'
import { encodeTsvText } from '../store/tsv.ts'
import { type FactSettings, hasHours } from './fact-settings.ts'
import type { Lanes } from './lanes.ts'
import { learnSpans, placeInTime } from './place-in-time.ts'
import { replaceRows } from './rows.ts'
import { emptyScratch, fillReach, fillRelations, scratchSettings } from './scratch.ts'
import type { Spans } from './spans.ts'
import { goesOn, type Touched } from './touch.ts'

// Threads that began at most this long before the newest are derived together, from that stretch of time only.
const nearMs = 6 * 60 * 60 * 1000

// The engine takes a tenth of a second of a processor to understand the statements for a group, however few rows they
// read. Below so many threads a second lane costs more than it saves.
const partThreads = 2000

/**
 * Brings the facts of the touched threads up to date: derives them again from all their events and replaces what
 * changed. Running it again, or after a crash, gives the same rows.
 */
export async function deriveTouched(
  lanes: Lanes,
  touched: readonly Touched[],
  version: number,
  settings: FactSettings,
  spans: Spans,
): Promise<void> {
  const placed = await placeInTime(lanes, touched, spans)
  await lanes.work(
    threads.flatMap((thread) => groupsOf(thread, placed, lanes.count)),
    (lane, group) => deriveGroup(lane, group, version, settings, spans),
  )
}

/** Threads of one kind that are derived together. */
type Group = {
  readonly thread: Thread
  readonly touched: readonly Touched[]
  /** No event of theirs is earlier, UTC ms. */
  readonly firstMs: number | null
}

function groupsOf(thread: Thread, all: readonly Touched[], parts: number): Group[] {
  const touched = all.filter((one) => one.thread === thread)
  const newest = touched.reduce((latest, { changedFromMs }) => Math.max(latest, changedFromMs), 0)
  const isNear = ({ firstMs, isLate }: Touched) =>
    firstMs !== undefined && (firstMs >= newest - nearMs || goesOn(thread, isLate))
  const near = touched.filter(isNear)
  const firstMs = near.reduce((earliest, one) => Math.min(earliest, one.firstMs ?? 0), newest)
  const size = Math.max(partThreads, Math.ceil(near.length / parts))
  const groups: Group[] = []
  for (let start = 0; start < near.length; start += size)
    groups.push({ thread, touched: near.slice(start, start + size), firstMs })
  const far = touched.filter((one) => !isNear(one))
  if (far.length > 0) groups.push({ thread, touched: far, firstMs: null })
  return groups
}

async function deriveGroup(
  lane: Lane,
  { thread, touched, firstMs }: Group,
  version: number,
  settings: FactSettings,
  spans: Spans,
): Promise<void> {
  // What an attempt that failed half-way left behind.
  await lane.command('TRUNCATE TABLE touched')
  await lane.insertRows('touched', ['touched_organization', 'touched_key', 'changed_from', 'is_late'], encode(touched))
  const organizations = [...new Set(touched.map(({ organizationId }) => organizationId))]
  const since = firstMs === null ? '' : `AND time >= ${timeLiteral(firstMs)}`
  const present = await fillRelations(
    lane,
    thread,
    `organization_id IN ${literal(organizations)} ${since} AND ${isOfThread(thread)}
      AND (organization_id, ${thread.namedBy}) IN (SELECT touched_organization, touched_key FROM touched)
      AND ${thread.namedBy} IN (SELECT touched_key FROM touched)`,
    settings,
  )
  await fillReach(lane, thread)
  const isAnyLate = touched.some(({ isLate }) => isLate)
  for (const fact of facts) {
    // The chunk has all events of these threads: where none makes this fact, it has no rows, old or new.
    if (
      fact.thread !== thread ||
      (fact.madeBy !== undefined && ![fact.madeBy].flat().some((type) => present.has(type)))
    )
      continue
    for (const statement of replaceRows(fact, version, isAnyLate, hasHours(settings)))
      await lane.command(statement, { settings: scratchSettings })
  }
  if (thread.isChain === true && firstMs === null) await learnSpans(lane, thread, spans)
  await emptyScratch(lane, thread)
}

function encode(group: readonly Touched[]): Buffer {
  return Buffer.from(
    group
      .map(
        (one) =>
          `${encodeTsvText(one.organizationId)}\t${encodeTsvText(one.key)}\t${one.changedFromMs}\t${one.isLate ? 1 : 0}\n`,
      )
      .join(''),
  )
}
