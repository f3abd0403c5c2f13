import { isOfThread, type Thread } from '@parley/core/declare/thread.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { facts } from '@parley/model/facts.ts'
import { threads } from '@parley/model/threads.ts'
import type { Engine } from '../store/engine.ts'
import { encodeTsvText } from '../store/tsv.ts'
import { replaceRows } from './rows.ts'
import { emptyScratch, fillReach, fillRelations, scratchSettings } from './scratch.ts'
import type { Touched } from './touch.ts'

// Threads that began at most this long before the newest are derived together, from that stretch of time only.
const nearMs = 6 * 60 * 60 * 1000

/**
 * Brings the facts of the touched threads up to date: derives them again from all their events and replaces what
 * changed. Running it again, or after a crash, gives the same rows.
 */
export async function deriveTouched(engine: Engine, touched: readonly Touched[], version: number): Promise<void> {
  for (const thread of threads) {
    const group = touched.filter((one) => one.thread === thread)
    const newest = group.reduce((latest, { changedFromMs }) => Math.max(latest, changedFromMs), 0)
    const isNear = ({ firstMs }: Touched) => firstMs !== undefined && firstMs >= newest - nearMs
    await deriveGroup(engine, thread, group.filter(isNear), version, true)
    await deriveGroup(
      engine,
      thread,
      group.filter((one) => !isNear(one)),
      version,
      false,
    )
  }
}

async function deriveGroup(
  engine: Engine,
  thread: Thread,
  group: readonly Touched[],
  version: number,
  isNear: boolean,
): Promise<void> {
  if (group.length === 0) return
  await engine.insertRows('touched', ['touched_organization', 'touched_key', 'changed_from', 'is_late'], encode(group))
  const organizations = [...new Set(group.map(({ organizationId }) => organizationId))]
  const first = group.reduce((earliest, { firstMs }) => Math.min(earliest, firstMs ?? 0), Number.POSITIVE_INFINITY)
  const since = isNear ? `AND time >= ${timeLiteral(first)}` : ''
  await fillRelations(
    engine,
    thread,
    `organization_id IN ${literal(organizations)} ${since} AND ${isOfThread(thread)}
      AND (organization_id, ${thread.namedBy}) IN (SELECT touched_organization, touched_key FROM touched)
      AND ${thread.namedBy} IN (SELECT touched_key FROM touched)`,
  )
  await fillReach(engine, thread)
  const present = new Set((await engine.query('SELECT DISTINCT type FROM chunk')).map(([type]) => type))
  const isAnyLate = group.some(({ isLate }) => isLate)
  // The chunk has all events of these threads: where none makes a fact, it has no rows, old or new.
  const made = facts.filter((fact) => fact.thread === thread && (fact.madeBy === undefined || present.has(fact.madeBy)))
  await Promise.all(
    made.map(async (fact) => {
      for (const statement of replaceRows(fact, version, isAnyLate))
        await engine.command(statement, { settings: scratchSettings })
    }),
  )
  await emptyScratch(engine, thread)
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
