import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
import type { Lane } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { encodeTsvText } from '../store/tsv.ts'
import { type FactSettings, hasHours } from './fact-settings.ts'
import type { Lanes } from './lanes.ts'
import { learnSpans, placeInTime } from './place-in-time.ts'
import { replaceRows } from './rows.ts'
import { emptyScratch, fillReach, fillRelations, scratchSettings } from './scratch.ts'
import type { Spans } from './spans.ts'
import { columnsOf } from './thread-columns.ts'
import type { Touched } from './touch.ts'
import { windowsSql } from './windows.ts'

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
type Group = { readonly thread: Thread; readonly touched: readonly Touched[] }

/** Those that took longest stand together: a thread of years makes the others read only what is theirs. */
function groupsOf(thread: Thread, all: readonly Touched[], parts: number): Group[] {
  const touched = all.filter((one) => one.thread === thread).sort((a, b) => lengthOf(a) - lengthOf(b))
  const known = touched.filter(({ span }) => span !== undefined)
  const size = Math.max(partThreads, Math.ceil(known.length / parts))
  const groups = Array.from({ length: Math.ceil(known.length / size) }, (_, part) => ({
    thread,
    touched: known.slice(part * size, (part + 1) * size),
  }))
  const unknown = touched.filter(({ span }) => span === undefined)
  return unknown.length === 0 ? groups : [...groups, { thread, touched: unknown }]
}

function lengthOf({ span }: Touched): number {
  return span === undefined ? Number.POSITIVE_INFINITY : span.last - span.first
}

async function deriveGroup(
  lane: Lane,
  { thread, touched }: Group,
  version: number,
  settings: FactSettings,
  spans: Spans,
): Promise<void> {
  // What an attempt that failed half-way left behind.
  await lane.command('TRUNCATE TABLE touched')
  await lane.insertRows(
    'touched',
    ['touched_organization', 'touched_key', 'changed_from', 'changed_to', 'is_late', 'within_from', 'within_to'],
    encode(touched),
  )
  const columns = columnsOf(thread)
  const read = (where: string) => `SELECT ${columns.join(', ')} FROM ${eventsTable}
    WHERE ${where} AND ${isOfThread(thread)}
      AND (organization_id, ${thread.namedBy}) IN (SELECT touched_organization, touched_key FROM touched)
      AND ${thread.namedBy} IN (SELECT touched_key FROM touched)`
  const near = windowsSql(touched)
  const joined = touched.filter((one) => one.joined !== undefined).map((one) => ({ ...one, span: one.joined }))
  // Few events say what joins all, and to find them one column is read.
  const far =
    thread.apart && joined.length > 0
      ? [`${windowsSql(joined)} AND NOT ${near} AND ${thread.apart.joinedBy} != ''`]
      : []
  const select = [near, ...far].map(read).join('\n    UNION ALL ')
  const present = await fillRelations(lane, thread, { select, columns }, settings)
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
  if (thread.isChain === true && touched.some(({ span }) => span === undefined)) await learnSpans(lane, thread, spans)
  await emptyScratch(lane, thread)
}

function encode(group: readonly Touched[]): Buffer {
  return Buffer.from(
    group
      .map(
        (one) =>
          `${encodeTsvText(one.organizationId)}\t${encodeTsvText(one.key)}\t${one.changedFromMs}\t${one.changedToMs}\t${one.isLate ? 1 : 0}\t${one.within?.first ?? 0}\t${one.within?.last ?? Number.MAX_SAFE_INTEGER}\n`,
      )
      .join(''),
  )
}
