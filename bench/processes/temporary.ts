import { rmSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// What a process that is told to end in the middle must still remove: a copy of prepared data is gigabytes.
const kept = new Set<string>()
process.once('exit', () => {
  for (const directory of kept) rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Runs `work` on a new directory, filled with a copy of `original` if given, and removes it. */
export async function withDirectory<T>(original: string | null, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  kept.add(directory)
  try {
    // The engine's symbolic links are relative and have to stay so.
    if (original !== null) await cp(original, directory, { recursive: true, verbatimSymlinks: true })
    return await work(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
    kept.delete(directory)
  }
}

/** Bytes of all files below a directory; 0 when it is not there. The engine may take some away while they are counted. */
export async function bytesBelow(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries.map(async (entry) => {
    if (!entry.isFile()) return 0
    const { size } = await stat(join(entry.parentPath, entry.name)).catch(whenGone)
    return size
  })
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0)
}

function whenGone(error: NodeJS.ErrnoException): { size: number } {
  if (error.code === 'ENOENT') return { size: 0 }
  throw error
}
