import { literal } from '@parley/core/sql/literal.ts'
import { facts } from '@parley/model/facts.ts'
import type { Clock } from '../clock.ts'
import type { Engine } from '../store/engine.ts'
import type { Lanes } from './lanes.ts'
import { rebuild, rulesFingerprint } from './rebuild.ts'

/** Numbers that only grow, over restarts too: of two rows with one key the one with the higher version counts. */
export type Versions = { next(): number }

export async function createVersions(engine: Engine, clock: Clock): Promise<Versions> {
  let last = 0
  for (const { id } of facts) {
    const exists = await engine.query(
      `SELECT 1 FROM system.tables WHERE database = currentDatabase() AND name = ${literal(id)}`,
    )
    if (exists.length === 0) continue
    const [[highest]] = (await engine.query(`SELECT max(version) FROM ${id}`)) as [[number]]
    last = Math.max(last, highest)
  }
  return {
    next() {
      last = Math.max(last + 1, clock.now())
      return last
    },
  }
}

/** Makes sure the stored facts were derived by today's rules; when the rules changed, derives them all again. */
export async function prepareFacts(engine: Engine, lanes: Lanes, versions: Versions): Promise<void> {
  await engine.command(
    'CREATE TABLE IF NOT EXISTS rules (fingerprint String, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY tuple() SETTINGS fsync_after_insert = 1',
  )
  const fingerprint = rulesFingerprint()
  const [stored] = await engine.query('SELECT argMax(fingerprint, version) FROM rules')
  if (stored?.[0] === fingerprint) return
  await rebuild(engine, lanes, versions.next())
  await engine.command(`INSERT INTO rules SELECT ${literal(fingerprint)}, ${versions.next()}`)
}
