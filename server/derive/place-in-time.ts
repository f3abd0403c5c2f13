import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import { literal } from '@parley/core/sql/literal.ts'
import { threads } from '@parley/model/threads.ts'
import type { Lane } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import type { Lanes } from './lanes.ts'
import { type Span, type Spans, spanName } from './spans.ts'
import type { Touched } from './touch.ts'

const questionThreads = 10_000

/**
 * Looks up when the threads that nothing is known of began: the few that the filter takes for known by mistake, and
 * after a start all that go on. To derive them with the others is much cheaper than to search all time for their events.
 * A chain is left as it is: where it is read from depends on its last event before these.
 */
export async function placeInTime(lanes: Lanes, touched: readonly Touched[], spans: Spans): Promise<Touched[]> {
  const unknown = touched.filter(({ thread, span }) => span === undefined && thread.isChain !== true)
  const placed = new Map<Touched, Touched>()
  await lanes.work(questionsOf(unknown), async (lane, { thread, asked }) => {
    const byName = new Map(asked.map((one) => [spanName(thread, one.organizationId, one.key), one]))
    for (const { name, count, ...span } of await findSpans(lane, thread, whereNamed(thread, asked))) {
      const one = byName.get(name)
      if (one === undefined) continue
      spans.set(name, span)
      // With nothing stored but what is new, nothing was derived that it could come before.
      placed.set(one, { ...one, span, isLate: count > one.freshEvents })
    }
  })
  return touched.map((one) => placed.get(one) ?? one)
}

function questionsOf(unknown: readonly Touched[]): { thread: Thread; asked: Touched[] }[] {
  return threads.flatMap((thread) => {
    const ofThread = unknown.filter((one) => one.thread === thread)
    return Array.from({ length: Math.ceil(ofThread.length / questionThreads) }, (_, part) => ({
      thread,
      asked: ofThread.slice(part * questionThreads, (part + 1) * questionThreads),
    }))
  })
}

function whereNamed(thread: Thread, asked: readonly Touched[]): string {
  const organizations = [...new Set(asked.map(({ organizationId }) => organizationId))]
  return `${eventsTable} WHERE organization_id IN ${literal(organizations)} AND ${thread.namedBy} IN ${literal(asked.map(({ key }) => key))}
    AND ${isOfThread(thread)}`
}

/** Remembers the spans of chains that were read whole, so that they need not be again: they go on for years. */
export async function learnSpans(lane: Lane, thread: Thread, spans: Spans): Promise<void> {
  for (const { name, count: _, ...span } of await findSpans(lane, thread, 'chunk')) spans.set(name, span)
}

type Found = Span & { readonly name: string; readonly count: number }

async function findSpans(lane: Lane, thread: Thread, from: string): Promise<Found[]> {
  const time = 'toUnixTimestamp64Milli(time)'
  const joins =
    thread.apart === undefined ? '[]' : `groupUniqArrayIf(2)(${thread.apart.joinedBy}, ${thread.apart.joinedBy} != '')`
  const rows = await lane.query(
    `SELECT organization_id, ${thread.namedBy}, min(${time}), max(${time}), count(), ${joins} FROM ${from} GROUP BY 1, 2`,
  )
  return (rows as [string, string, number, number, number, readonly string[]][]).map(
    ([organizationId, key, first, last, count, joins]) => ({
      name: spanName(thread, organizationId, key),
      first,
      last,
      ...(thread.apart && {
        apart: { pieces: [{ first, last }], joinedAs: joins.length > 1 ? null : (joins[0] ?? '') },
      }),
      count,
    }),
  )
}
