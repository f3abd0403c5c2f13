import type { IngestAnswer } from '../../ingest/ingest.ts'
import { limits } from '../../limits.ts'
import type { Operator } from '../operator.ts'
import { type Batch, toBatches } from './batches.ts'
import type { ImportNote, ImportState } from './import-note.ts'
import { type Form, openPieces } from './pieces.ts'
import { openRejectedFile, type Rejection } from './rejected-file.ts'
import { unpack } from './unpack.ts'

/** The first of these are shown; the file has them all. */
const shownProblems = 5

/** What became of a file. */
export type SentFile = ImportState & {
  /** Events that an interrupted run had done before. */
  readonly skipped: number
  /** The first rejected ones in words. */
  readonly shown: readonly string[]
}

/**
 * Sends the events of a file, a few requests at a time, and keeps a note of what was acknowledged. Memory holds those
 * requests and no more, however long the file is. Errors: `unreadable_file`, and those of {@link Operator}; then a second
 * run goes on from the note.
 */
export async function sendFile(options: {
  readonly operator: Operator
  readonly organizationId: string
  readonly chunks: AsyncIterable<Buffer>
  readonly before: ImportState
  readonly note: ImportNote | null
  readonly rejectedPath: string
  readonly onProgress: (state: ImportState) => void
}): Promise<SentFile> {
  const { operator, organizationId, before, note, onProgress } = options
  const rejectedPath = before.rejected_file ?? options.rejectedPath
  const rejectedFile = openRejectedFile(rejectedPath, before.rejected_bytes)
  const { form, pieces } = await openPieces(unpack(options.chunks))
  const shown: string[] = []
  let state = before

  const send = async (batch: Batch) => ({ batch, answer: await sendBatch(operator, organizationId, batch) })
  const acknowledge = ({ batch, answer }: Awaited<ReturnType<typeof send>>) => {
    const rejections = answer.rejected.map((notice) => toRejection(notice, batch, form))
    for (const { problems } of rejections.slice(0, shownProblems - shown.length))
      shown.push(problems.map(({ message }) => message).join(' '))
    rejectedFile.add(rejections)
    state = {
      done: batch.doneAfter,
      accepted: state.accepted + answer.accepted,
      duplicates: state.duplicates + answer.duplicates,
      rejected: state.rejected + answer.rejected.length,
      rejected_file: rejectedFile.bytes() > 0 ? rejectedPath : null,
      rejected_bytes: rejectedFile.bytes(),
    }
    note?.write(state)
    onProgress(state)
  }

  try {
    await inOrder(toBatches(pieces, before.done), send, acknowledge, limits.importRequestsInFlight)
  } finally {
    rejectedFile.close()
  }
  return { ...state, skipped: before.done, shown }
}

/**
 * Does something with each item, a few at a time, and takes the results in the order of the items, up to the first that
 * failed. When the items end with an error, the results of those before are taken all the same.
 */
async function inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  take: (result: Result) => void,
  atOnce: number,
): Promise<void> {
  const underWay: Promise<Result>[] = []
  const iterator = items[Symbol.asyncIterator]()
  const nextItem = () => iterator.next().catch((error: unknown) => ({ error }))
  let next = await nextItem()
  for (; !('error' in next) && !next.done; next = await nextItem()) {
    const result = work(next.value)
    // Whoever takes it hears of its failure; until then it is nobody's.
    result.catch(() => {})
    underWay.push(result)
    if (underWay.length >= atOnce) take(await (underWay.shift() as Promise<Result>))
  }
  for (const result of underWay) take(await result)
  if ('error' in next) throw next.error
}

async function sendBatch(operator: Operator, organizationId: string, { pieces }: Batch): Promise<IngestAnswer> {
  const newline = Buffer.from('\n')
  return operator.askJson<IngestAnswer>(`organizations/${organizationId}/events`, {
    method: 'POST',
    contentType: 'application/x-ndjson',
    body: Buffer.concat(pieces.flatMap(({ bytes }) => [bytes, newline])),
  })
}

function toRejection(notice: IngestAnswer['rejected'][number], { pieces }: Batch, form: Form): Rejection {
  const piece = pieces[notice.index]
  if (!piece) throw new Error('The server rejects an event that was not sent.')
  const where = form === 'lines' ? `Line ${piece.place}` : `Event ${piece.place}`
  const problems = notice.problems.map((problem) => ({ ...problem, message: placed(problem.message, where) }))
  return { bytes: piece.bytes, place: piece.place, problems }
}

/** A message that names the place in the file, where the server can only name the line of the request. */
function placed(message: string, where: string): string {
  return /^Line \d+ /.test(message) ? message.replace(/^Line \d+/, where) : `${where}: ${message}`
}
