import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Incident, type Journal, type JournalRecord, openJournal } from './journal.ts'

/** A directory that goes with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'parley-journal-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** A journal that is closed with the test, and the incidents it reports. */
export async function journalIn(
  directory: string,
  segmentBytesLimit = 64 * 1024,
): Promise<{ journal: Journal; incidents: Incident[] }> {
  const incidents: Incident[] = []
  const journal = await openJournal({
    directory,
    segmentBytesLimit,
    onIncident: (incident) => incidents.push(incident),
  })
  onTestFinished(() => journal.close())
  return { journal, incidents }
}

/** Every record from the checkpoint on, read in steps of so many bytes. */
export async function readAll(journal: Journal, maxBytes = 1000): Promise<JournalRecord[]> {
  const records: JournalRecord[] = []
  for (let from = journal.checkpoint(); ; ) {
    const part = await journal.read(from, maxBytes)
    if (part.records.length === 0) return records
    records.push(...part.records)
    from = part.next
  }
}

/** The payloads of every record from the checkpoint on, as text. */
export async function texts(journal: Journal, maxBytes = 1000): Promise<string[]> {
  return (await readAll(journal, maxBytes)).map((record) => record.payload.toString())
}
