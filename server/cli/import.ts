import { createReadStream, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import { type Answer, command, type Surroundings, usageError } from './command.ts'
import { type ImportState, nothingDone, openImportNote } from './import/import-note.ts'
import { type SentFile, sendFile } from './import/send-file.ts'
import { oneOrganization } from './one-organization.ts'
import { type Operator, withOperator } from './operator.ts'
import { untilSettled } from './settled.ts'

const chunkBytes = 1024 * 1024

/** What is to be imported: a file, or what is piped in. */
type Source = {
  readonly name: string
  readonly path: string | null
  readonly size: number
  readonly modifiedAt: number
}

/** A file that was imported. */
type Imported = SentFile & { readonly name: string }

export const importEvents = command({
  description:
    'Import events: CloudEvents as NDJSON, a list or one event, plain, gzip or zstd. An interrupted import goes on where it was; importing again changes nothing.',
  args: {
    file: { type: 'positional', required: true, description: 'One file or several; - is what is piped in.' },
    organization: { type: 'string', valueHint: 'id', description: 'Whose events they are; the only one when absent.' },
    restart: { type: 'boolean', description: 'Begin anew, though an earlier run was interrupted.' },
  },
  takesMore: true,
  run: async (args, surroundings) => {
    const sources = args._.map(toSource)
    if (sources.filter(({ path }) => path === null).length > 1)
      throw usageError('What is piped in can be read once: give - once.')
    const organization = await oneOrganization(surroundings, args.organization, { createsFirst: true })
    return withOperator(surroundings, async (operator) => {
      const startedAt = performance.now()
      const before = await untilSettled(operator, organization.id)
      const imported: Imported[] = []
      for (const source of sources)
        imported.push(await importOne(surroundings, operator, organization.id, source, imported, args.restart === true))
      const { repeated_deliveries } = await showSettling(surroundings, operator, organization.id)
      const seconds = (performance.now() - startedAt) / 1000
      const late = Math.max(0, repeated_deliveries - before.repeated_deliveries)
      return toAnswer(organization, imported, late, seconds)
    })
  },
})

function toSource(path: string): Source {
  if (path === '-') return { name: 'stdin', path: null, size: 0, modifiedAt: 0 }
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new AppError('file_not_found', 404, `There is no file ${path}.`)
  if (stats.isDirectory()) throw new AppError('file_not_found', 404, `${path} is a directory. Give the files in it.`)
  return { name: basename(path), path: resolve(path), size: stats.size, modifiedAt: Math.round(stats.mtimeMs) }
}

async function importOne(
  surroundings: Surroundings,
  operator: Operator,
  organizationId: string,
  source: Source,
  earlier: readonly Imported[],
  restarts: boolean,
): Promise<Imported> {
  const { name, path, size, modifiedAt } = source
  const note =
    path === null
      ? null
      : openImportNote(surroundings.config().dataDirectory, { organizationId, path, size, modifiedAt })
  if (restarts) note?.remove()
  const before = note?.read() ?? nothingDone
  if (before.done > 0) surroundings.say(`${name}: going on after ${count(before.done)} events that an earlier run did.`)
  const progress = surroundings.progress()
  progress.begin(`Importing ${name}`, size > 0 ? size : null)
  const startedAt = performance.now()
  let read = 0
  const chunks = counted(
    path === null ? surroundings.stdin() : createReadStream(path, { highWaterMark: chunkBytes }),
    (bytes) => {
      read += bytes
    },
  )
  const onProgress = (state: ImportState) => {
    const rate = ((state.done - before.done) * 1000) / (performance.now() - startedAt)
    progress.to(read, `${count(state.done)} events, ${count(rate)}/s`)
  }
  try {
    const rejectedPath = rejectedPathFor(name, earlier)
    const sent = await sendFile({ operator, organizationId, chunks, before, note, rejectedPath, onProgress })
    note?.remove()
    return { ...sent, name }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, status, problems } = error
    const wayOut = note ? ' What was acknowledged is kept: the same command goes on from there.' : ''
    throw new AppError(code, status, `${name}: ${error.message}${wayOut}`, { problems, cause: error })
  } finally {
    progress.end()
  }
}

async function* counted(
  chunks: AsyncIterable<Buffer | string>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    onBytes(bytes.length)
    yield bytes
  }
}

/** `events.ndjson.gz` → `events.rejected.ndjson` in the working directory; numbered where one run has two of a name. */
function rejectedPathFor(name: string, earlier: readonly Imported[]): string {
  const bare = (full: string) => full.replace(/\.(gz|zst)$/i, '').replace(/\.(ndjson|jsonl|json)$/i, '')
  const namesakes = earlier.filter((other) => bare(other.name) === bare(name)).length
  return join(process.cwd(), `${bare(name)}${namesakes > 0 ? `-${namesakes + 1}` : ''}.rejected.ndjson`)
}

async function showSettling({ progress: newProgress }: Surroundings, operator: Operator, organizationId: string) {
  const progress = newProgress()
  let total = 0
  try {
    return await untilSettled(operator, organizationId, ({ unsettled_bytes }) => {
      if (total === 0) {
        total = unsettled_bytes
        progress.begin('Bringing the numbers up to date', total)
      }
      progress.to(Math.max(0, total - unsettled_bytes))
    })
  } finally {
    progress.end()
  }
}

function toAnswer(
  organization: { readonly id: string; readonly name: string },
  imported: readonly Imported[],
  late: number,
  seconds: number,
): Answer {
  const sum = (part: (file: Imported) => number) => imported.reduce((total, file) => total + part(file), 0)
  const accepted = sum((file) => file.accepted)
  const rejected = sum((file) => file.rejected)
  const duplicates = Math.min(accepted, sum((file) => file.duplicates) + late)
  const rate = sum((file) => file.done - file.skipped) / seconds
  const rejectedFiles = imported.flatMap(({ rejected_file }) => rejected_file ?? [])
  const json = {
    accepted,
    duplicates,
    rejected,
    rejected_file: rejectedFiles[0] ?? null,
    seconds: Math.round(seconds * 1000) / 1000,
    events_per_second: Math.round(rate),
    organization_id: organization.id,
    files: imported.map((file) => ({
      name: file.name,
      accepted: file.accepted,
      rejected: file.rejected,
      rejected_file: file.rejected_file,
      done_before: file.skipped,
    })),
  }
  const shown = imported.flatMap((file) => file.shown.map((problem) => `  ${file.name}, ${problem}`))
  const text = [
    `Imported into "${organization.name}" in ${seconds.toFixed(1)} s (${count(rate)} events a second):`,
    `  ${count(accepted)} accepted, ${count(duplicates)} of them duplicates; ${count(rejected)} rejected.`,
    'All of it is in the numbers now.',
    ...(rejected > 0
      ? ['', 'Rejected, with everything that is wrong:', ...rejectedFiles.map((file) => `  ${file}`), ...shown]
      : []),
  ].join('\n')
  return { json, text, exitCode: rejected > 0 ? 1 : 0 }
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en-US')
}
