import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { facts } from '@parley/model/facts.ts'
import type { Engine } from '../store/engine.ts'
import { encodeTsvText } from '../store/tsv.ts'
import { replaceRows } from './rows.ts'
import { emptyScratch, fillReach, fillRelations, scratchSettings } from './scratch.ts'

/** A conversation with new events. */
export type Touched = {
  readonly organizationId: string
  readonly conversationId: string
  /** The earliest of the new events, in UTC milliseconds. */
  readonly changedFromMs: number
  /** Whether a new event may come before one that was derived already. */
  readonly isLate: boolean
  /** The earliest event of all, when known. */
  readonly firstMs: number | undefined
}

// Conversations that began at most this long before the newest are derived together, from that stretch of time only.
const nearMs = 6 * 60 * 60 * 1000

/**
 * Brings the facts of the touched conversations up to date: derives them again from all their events and replaces what
 * changed. Running it again, or after a crash, gives the same rows.
 */
export async function deriveTouched(engine: Engine, touched: readonly Touched[], version: number): Promise<void> {
  const newest = Math.max(...touched.map(({ changedFromMs }) => changedFromMs))
  const isNear = ({ firstMs }: Touched) => firstMs !== undefined && firstMs >= newest - nearMs
  await deriveGroup(engine, touched.filter(isNear), version, true)
  await deriveGroup(
    engine,
    touched.filter((one) => !isNear(one)),
    version,
    false,
  )
}

async function deriveGroup(engine: Engine, group: readonly Touched[], version: number, isNear: boolean): Promise<void> {
  if (group.length === 0) return
  await engine.insertRows('touched', ['organization_id', 'conversation_id', 'changed_from', 'is_late'], encode(group))
  const organizations = [...new Set(group.map(({ organizationId }) => organizationId))]
  const since = isNear ? `AND time >= ${timeLiteral(Math.min(...group.map(({ firstMs }) => firstMs ?? 0)))}` : ''
  await fillRelations(
    engine,
    `organization_id IN ${literal(organizations)} ${since} AND subject_kind = 'conversation'
      AND (organization_id, subject_id) IN (SELECT organization_id, conversation_id FROM touched)
      AND subject_id IN (SELECT conversation_id FROM touched)`,
  )
  await fillReach(engine)
  const present = new Set((await engine.query('SELECT DISTINCT type FROM chunk')).map(([type]) => type))
  const isAnyLate = group.some(({ isLate }) => isLate)
  for (const fact of facts) {
    // The chunk has all events of these conversations: where none makes this fact, it has no rows, old or new.
    if (fact.madeBy !== undefined && !present.has(fact.madeBy)) continue
    for (const statement of replaceRows(fact, version, isAnyLate))
      await engine.command(statement, { settings: scratchSettings })
  }
  await emptyScratch(engine)
}

function encode(group: readonly Touched[]): Buffer {
  return Buffer.from(
    group
      .map(
        (one) =>
          `${encodeTsvText(one.organizationId)}\t${encodeTsvText(one.conversationId)}\t${one.changedFromMs}\t${one.isLate ? 1 : 0}\n`,
      )
      .join(''),
  )
}
