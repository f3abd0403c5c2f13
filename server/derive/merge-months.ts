import { literal } from '@parley/core/sql/literal.ts'
import { facts } from '@parley/model/facts.ts'
import type { Job } from '../jobs/jobs.ts'
import type { Engine } from '../store/engine.ts'

const everyMs = 60_000
const mergingSettings = { max_execution_time: 3600 }

/**
 * Makes one merged part of each month of a fact that is quiet: of such a part readers take the rows as they are, of all others
 * they look for what was replaced, also of one that was written at one go. Nothing of what is read changes.
 *
 * A month is quiet when nothing changed in it for a minute, and for a second more for each thousand of its rows: merging
 * takes about a thousandth of that, so that whatever comes late, hardly any time goes into it.
 */
export function createMonthMerging(services: {
  engine(): Engine
  /** Whether tables are about to be exchanged for others. */
  isRebuilding(): boolean
  quietSeconds?: number
}): Job {
  const { quietSeconds = 60 } = services
  let doneFor: number | null = null
  return {
    name: 'merging of months',
    lastDue: (now) => now - (now % everyMs),
    doneFor: async () => doneFor,
    canRun: () => !services.isRebuilding(),
    async run(dueAt, signal) {
      const engine = services.engine()
      for (const [table, month] of await quietMonths(engine, quietSeconds)) {
        signal.throwIfAborted()
        if (services.isRebuilding()) return
        await engine.query(`OPTIMIZE TABLE ${table} PARTITION ID ${literal(month)} FINAL`, {
          settings: mergingSettings,
        })
      }
      doneFor = dueAt
    },
  }
}

/** Quiet months that are not merged, as tables and partitions; the small ones first. */
async function quietMonths(engine: Engine, quietSeconds: number): Promise<[string, string][]> {
  const rows = await engine.query(`SELECT table, partition_id
FROM system.parts
WHERE active AND database = currentDatabase() AND table IN ${literal(facts.map(({ id }) => id))}
GROUP BY table, partition_id
HAVING (count() > 1 OR max(level) = 0) AND max(modification_time) <= now() - ${quietSeconds} - sum(rows) / 1000
ORDER BY sum(rows), table, partition_id`)
  return rows as [string, string][]
}
