/*
 * A process for tests to kill: appends numbered records to a journal and prints what became of each.
 * node appending-process.ts DIRECTORY FIRST COUNT PRODUCERS SEGMENT_BYTES
 * Ends without closing the journal, as a crash does.
 */
import { writeSync } from 'node:fs'
import { AppError } from '@parley/core/errors/app-error.ts'
import { openJournal } from './journal.ts'

const [directory = '', first = '0', count = '0', producers = '1', segmentBytes = '65536'] = process.argv.slice(2)
const end = Number(first) + Number(count)
let number = Number(first)

const journal = await openJournal({
  directory,
  segmentBytesLimit: Number(segmentBytes),
  onIncident: (incident) => writeSync(1, `incident ${incident.code}\n`),
})
writeSync(1, 'open\n')
await Promise.all(Array.from({ length: Number(producers) }, produce))
process.exit(0)

async function produce(): Promise<void> {
  while (number < end) {
    const mine = number++
    try {
      await journal.append('events', Buffer.from(`${mine} ${'x'.repeat((mine * 37) % 600)}`))
      writeSync(1, `acknowledged ${mine}\n`)
    } catch (error) {
      writeSync(1, `refused ${mine} ${error instanceof AppError ? error.code : String(error)}\n`)
    }
  }
}
