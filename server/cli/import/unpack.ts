import { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { AppError } from '@parley/core/errors/app-error.ts'

const longestMagic = 6

/** How files of a kind begin. What cannot be read here is named, so that nobody looks for broken events in it. */
const kinds = [
  { name: 'gzip', magic: /^1f8b/, unpack: gunzip },
  { name: 'zstd', magic: /^(28b52ffd|5[0-9a-f]2a4d18)/, unpack: unzstd },
  { name: 'bzip2', magic: /^425a68/, unpack: null },
  { name: 'xz', magic: /^fd377a585a00/, unpack: null },
  { name: 'zip', magic: /^504b0304/, unpack: null },
] as const

/**
 * The content of a file, unpacked when it begins like something packed: gzip or zstd, also several packed one behind the
 * other. The name of the file says nothing. Error: `unreadable_file` (packed in another way, damaged, or cut off).
 */
export async function* unpack(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const [head, rest] = await beginningOf(chunks, longestMagic)
  const magic = head.toString('hex', 0, longestMagic)
  const kind = kinds.find((candidate) => candidate.magic.test(magic))
  if (!kind) yield* joined(head, rest)
  else if (kind.unpack) yield* kind.unpack(joined(head, rest))
  else {
    const message = `This is ${kind.name}, which is not read here. Unpack it first and give \`-\` for what is piped in.`
    throw new AppError('unreadable_file', 400, message)
  }
}

/** At least `bytes` bytes where there are so many, and all that comes behind them. */
export async function beginningOf(
  chunks: AsyncIterable<Buffer>,
  bytes: number,
): Promise<[Buffer, AsyncIterator<Buffer>]> {
  const rest = chunks[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  for (let size = 0; size < bytes; ) {
    const next = await rest.next()
    if (next.done) break
    parts.push(next.value)
    size += next.value.length
  }
  return [Buffer.concat(parts), rest]
}

/** A beginning that was read ahead, and what comes behind it. */
export async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head
  yield* { [Symbol.asyncIterator]: () => rest }
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflater = createGunzip()
  Readable.from(chunks, { objectMode: false })
    .on('error', (error) => inflater.destroy(error))
    .pipe(inflater)
  yield* unpacked(inflater)
}

/**
 * Unpacks one part after the other, each with an inflater of its own: at the end of a part, Node's ends too, and does not
 * take the rest of the chunk, which begins the next part.
 */
async function* unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = chunks[Symbol.asyncIterator]()
  let rest = await source.next()
  while (!rest.done) {
    const inflater = createZstdDecompress()
    let given = 0
    const feed = async () => {
      for (; !rest.done; rest = await source.next()) {
        const { value } = rest
        given += value.length
        await new Promise<void>((resolve, reject) => {
          inflater.write(value, (error) => (error ? reject(error) : resolve()))
        })
        if (inflater.bytesWritten < given) return
      }
      inflater.end()
    }
    feed().catch((error: Error) => inflater.destroy(error))
    yield* unpacked(inflater)
    const left = given - inflater.bytesWritten
    if (!rest.done) rest = { done: false, value: rest.value.subarray(rest.value.length - left) }
  }
}

async function* unpacked(inflater: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* inflater
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('unreadable_file', 400, `It cannot be unpacked: it is damaged or cut off (${reason}).`, {
      cause,
    })
  }
}
