import { Worker } from 'node:worker_threads'
import type { WorkbookPlan } from './workbook-plan.ts'

/** What is written while others wait: some milliseconds. A thread takes longer to begin. */
const fewCells = 5_000

/** What is under way in threads: each takes a core while it writes. */
let last: Promise<unknown> = Promise.resolve()

/**
 * A workbook as a file. A large one takes seconds to write: it is written in a thread of its own, so that answers do not
 * wait for it, and one at a time, so that a dozen of them do not take the machine. Of whoever is gone it is written no further.
 */
export async function workbookFile(plan: WorkbookPlan, signal?: AbortSignal): Promise<Buffer> {
  const cells = plan.sheets.reduce((all, { columns, rows }) => all + columns.length * rows.length, 0)
  if (cells <= fewCells) {
    // The library is loaded when it is needed first.
    const { writeWorkbook } = await import('./write-workbook.ts')
    return Buffer.from(writeWorkbook(plan))
  }
  const written = last.then(() => writeAside(plan, signal))
  last = written.catch(() => undefined)
  return written
}

function writeAside(plan: WorkbookPlan, signal?: AbortSignal): Promise<Buffer> {
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./writing-thread.ts', import.meta.url), { workerData: plan })
    worker.once('message', (bytes: Uint8Array) =>
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    )
    const stop = () => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`The thread that writes a workbook ended with ${code} and no file.`))
    })
  })
}
