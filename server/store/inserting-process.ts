/*
 * A process for tests to kill: says which numbers the store has, then inserts batches of numbered rows and says when each
 * is durable. Ends without closing the engine, as a crash does.
 * node inserting-process.ts DIRECTORY FIRST_BATCH BATCHES ROWS
 */
import { writeSync } from 'node:fs'
import { AppError } from '@parley/core/errors/app-error.ts'
import { openEngine } from './open.ts'

const [directory = '', first = '0', batches = '0', rows = '1'] = process.argv.slice(2)

try {
  const engine = await openEngine(directory)
  await engine.command(
    'CREATE TABLE IF NOT EXISTS numbered (batch UInt32, place UInt32) ENGINE = MergeTree ORDER BY batch SETTINGS fsync_after_insert = 1, fsync_part_directory = 1',
  )
  for (const [batch, count] of await engine.query('SELECT batch, count() FROM numbered GROUP BY batch ORDER BY batch'))
    writeSync(1, `stored ${batch} ${count}\n`)
  for (let batch = Number(first); batch < Number(first) + Number(batches); batch += 1) {
    const lines = Array.from({ length: Number(rows) }, (_, place) => `${batch}\t${place}\n`)
    await engine.insertRows('numbered', ['batch', 'place'], Buffer.from(lines.join('')))
    writeSync(1, `inserted ${batch}\n`)
  }
} catch (error) {
  writeSync(
    1,
    `failed ${error instanceof AppError ? `${error.code} ${error.status} ${error.message}` : String(error)}\n`,
  )
}
process.exit(0)
