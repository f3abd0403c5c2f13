import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@parley/core/errors/app-error.ts'
import { exportSubjects, streamedFormats } from '../ask/export/export.ts'
import { command, type Surroundings, usageError } from './command.ts'
import { oneOrganization } from './one-organization.ts'
import { withOperator } from './operator.ts'
import { untilReady } from './settled.ts'

type Format = (typeof streamedFormats)[number]

export const exportRows = command({
  description:
    'Export events as they came, for `parley import`, or one row per session, message … with names beside ids. Without a cap on rows; an organization comes with those below it.',
  args: {
    what: { type: 'positional', required: true, description: `One of: ${exportSubjects.join(', ')}.` },
    organization: { type: 'string', valueHint: 'id', description: 'Whose; the only one when absent.' },
    from: { type: 'string', valueHint: 'date', description: 'Local date or time, or an instant; from the very first.' },
    to: { type: 'string', valueHint: 'date', description: 'The end, not part of it; to the very last.' },
    'time-zone': { type: 'string', valueHint: 'zone', description: 'IANA name; the organization’s when absent.' },
    format: {
      type: 'enum',
      options: [...streamedFormats],
      description: 'ndjson, unless the name of the output ends in .csv.',
    },
    output: { type: 'string', default: '-', valueHint: 'file', description: 'Where to; - is standard output.' },
  },
  run: async (args, surroundings) => {
    const { what, output } = args
    if (!exportSubjects.includes(what))
      throw usageError(`There is no export of ${what}. There are: ${exportSubjects.join(', ')}.`)
    if (output === '-' && surroundings.isJson)
      throw usageError('With --json standard output is the answer: give --output FILE for the rows.')
    const format: Format = args.format ?? (/\.csv$/i.test(output) ? 'csv' : 'ndjson')
    const organization = await oneOrganization(surroundings, args.organization, { createsFirst: false })
    const query = new URLSearchParams({ format })
    if (args.from !== undefined) query.set('from', args.from)
    if (args.to !== undefined) query.set('to', args.to)
    if (args['time-zone'] !== undefined) query.set('time_zone', args['time-zone'])
    return withOperator(surroundings, async (operator) => {
      await untilReady(operator)
      const startedAt = performance.now()
      const response = await operator.ask(`organizations/${organization.id}/export/${what}?${query}`)
      const rows = countRows(format)
      const shown = showRows(surroundings, output, `Exporting ${what}`, rows)
      try {
        await save(response, rows, output, surroundings.stdout)
      } finally {
        shown.end()
      }
      if (output === '-') return null
      const seconds = Math.round(performance.now() - startedAt) / 1000
      const { total, bytes } = rows.state()
      const json = { what, rows: total, bytes, file: resolve(output), seconds, organization_id: organization.id }
      const text = `Exported ${total.toLocaleString('en-US')} ${what} of "${organization.name}" to ${output}.`
      return { json, text }
    })
  },
})

/** Writes what comes; a file gets its name when it is whole. */
async function save(response: Response, rows: RowCounter, output: string, stdout: Writable): Promise<void> {
  if (!response.body) throw new Error('An export has a body.')
  const chunks = rows.count(response.body)
  try {
    if (output === '-') return await writeOut(chunks, stdout)
    const part = `${output}.part`
    try {
      await pipeline(chunks, createWriteStream(part))
      await rename(part, output)
    } finally {
      await rm(part, { force: true })
    }
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code !== undefined && /^E[A-Z]+$/.test(code))
      throw new AppError('unwritable_file', 500, `${output} cannot be written (${message}). Choose another --output.`, {
        cause,
      })
    throw new AppError(
      'export_cut_off',
      503,
      'The export broke off: it is not whole. See the log of the server and try again.',
      { cause },
    )
  }
}

/** To standard output, which stays open; whoever reads it may have enough before the end (`| head`). */
async function writeOut(chunks: AsyncIterable<Buffer>, stdout: Writable): Promise<void> {
  let isClosed = false
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    isClosed = code === 'EPIPE'
  })
  for await (const chunk of chunks) {
    if (isClosed) return
    await new Promise<void>((resolve, reject) => {
      stdout.write(chunk, (error) =>
        error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? reject(error) : resolve(),
      )
    })
  }
}

type RowCounter = {
  count(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer>
  state(): { readonly total: number; readonly bytes: number }
}

/** Counts rows as they pass. A row of CSV may go over several lines, within quotes, and the first one is no row. */
function countRows(format: Format): RowCounter {
  let lines = 0
  let bytes = 0
  let isQuoted = false
  return {
    async *count(chunks) {
      for await (const chunk of chunks) {
        for (const byte of chunk) {
          if (byte === 34 && format === 'csv') isQuoted = !isQuoted
          else if (byte === 10 && !isQuoted) lines += 1
        }
        bytes += chunk.length
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      }
    },
    state: () => ({ total: format === 'csv' ? Math.max(0, lines - 1) : lines, bytes }),
  }
}

/** Shows how far it is, where standard output is not the export itself. */
function showRows({ progress: newProgress }: Surroundings, output: string, doing: string, rows: RowCounter) {
  if (output === '-') return { end() {} }
  const progress = newProgress()
  progress.begin(doing, null)
  const timer = setInterval(() => progress.to(0, `${rows.state().total.toLocaleString('en-US')} rows`), 200)
  return {
    end() {
      clearInterval(timer)
      progress.end()
    },
  }
}
