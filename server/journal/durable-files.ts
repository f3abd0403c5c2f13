import { close, fdatasync, fsync, ftruncate, open, read, write } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

// Plain descriptors: the one hot path of the journal (write, fdatasync) has no object in between.
export const openFile = promisify(open)
export const closeFile = promisify(close)
/** Makes the bytes of a file, and its length, durable. */
export const syncData = promisify(fdatasync)
/** Makes a file and everything about it durable. */
export const syncFile = promisify(fsync)
export const truncateFile = promisify(ftruncate)
const readSome = promisify(read)
const writeSome = promisify(write)

/** Writes the first `length` bytes; a short write goes on until the disk says why it takes no more. */
export async function writeAll(fd: number, bytes: Buffer, length: number, position: number): Promise<void> {
  let done = 0
  while (done < length) {
    const { bytesWritten } = await writeSome(fd, bytes, done, length - done, position + done)
    if (bytesWritten === 0) throw new Error('The disk took no more bytes.')
    done += bytesWritten
  }
}

/** The bytes from `from` to `to`, or fewer when the file ends earlier. */
export async function readRange(fd: number, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, to - from))
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await readSome(fd, bytes, done, bytes.length - done, from + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}

/** Makes the names in a directory durable. Windows has no such call and needs none. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  await withFile(directory, 'r', syncFile)
}

/** Puts a file in its place so that a crash leaves the old one or the new one whole; durable when it returns. */
export async function replaceFile(path: string, content: Buffer): Promise<void> {
  const temporary = `${path}.new`
  await withFile(temporary, 'w', async (fd) => {
    await writeAll(fd, content, content.length, 0)
    await syncFile(fd)
  })
  await rename(temporary, path)
  await syncDirectory(dirname(path))
}

/** Opens a file (readable by its owner only), hands it to `use`, closes it whatever happens. */
export async function withFile<T>(path: string, flags: string, use: (fd: number) => Promise<T>): Promise<T> {
  const fd = await openFile(path, flags, 0o600)
  try {
    return await use(fd)
  } finally {
    await closeFile(fd)
  }
}
