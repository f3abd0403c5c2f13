import { literal } from '@parley/core/sql/literal.ts'
import { facts } from '@parley/model/facts.ts'
import type { Clock } from '../clock.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'
import { describe, differences, type FactSettings } from './fact-settings.ts'
import type { Lanes } from './lanes.ts'
import { type RebuildProgress, rebuild, rulesFingerprint } from './rebuild.ts'

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

/**
 * Makes sure the stored facts were derived by today's rules and by what organizations have set; when they were not,
 * derives them all again. Nothing else may derive meanwhile.
 */
export async function prepareFacts(
  engine: Engine,
  lanes: Lanes,
  versions: Versions,
  settings: FactSettings,
  onProgress?: (progress: RebuildProgress) => void,
): Promise<void> {
  await engine.command(
    'CREATE TABLE IF NOT EXISTS rules (fingerprint String, derived_by String, version UInt64) ENGINE = ReplacingMergeTree(version) ORDER BY tuple() SETTINGS fsync_after_insert = 1',
  )
  const fingerprint = rulesFingerprint()
  const derivedBy = describe(settings)
  const [stored] = (await engine.query(
    'SELECT argMax(fingerprint, version), argMax(derived_by, version) FROM rules',
  )) as [string, string][]
  const changes = stored?.[1] ? differences(JSON.parse(stored[1]), derivedBy) : null
  const isCurrent = stored?.[0] === fingerprint && changes !== null
  if (isCurrent && changes.length === 0) return
  if (!isCurrent || (await isAnyUsed(engine, changes)))
    await rebuild(engine, lanes, versions.next(), settings, onProgress)
  await engine.command(
    `INSERT INTO rules SELECT ${literal(fingerprint)}, ${literal(JSON.stringify(derivedBy))}, ${versions.next()}`,
  )
}

/** Whether there are conversations or calls that what changed applies to: hours of a place where nobody has come yet change nothing. */
async function isAnyUsed(engine: Engine, changes: ReturnType<typeof differences>): Promise<boolean> {
  const conditions = changes.map(({ organizationId, touchpoint }) => {
    const place =
      touchpoint === null
        ? "subject_kind = 'conversation'"
        : `(touchpoint_id = ${literal(touchpoint)} OR type = 'call.updated' AND JSONExtractString(data, 'trunk') = ${literal(touchpoint)})`
    return `(organization_id = ${literal(organizationId)} AND ${place})`
  })
  const rows = await engine.query(
    `SELECT 1 FROM ${eventsTable} WHERE subject_kind IN ('conversation', 'call') AND (${conditions.join(' OR ')}) LIMIT 1`,
  )
  return rows.length > 0
}
