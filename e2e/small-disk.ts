import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own, in memory, that can be filled to the last byte. */
export type SmallDisk = {
  readonly directory: string
  fill(): void
  /** Frees a little of what {@link fill} took. */
  giveBack(bytes: number): void
  /** Frees all of it. */
  free(): void
  remove(): void
}

/** Null where this user may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const directory = mkdtempSync(join(tmpdir(), 'parley-e2e-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { stdio: 'ignore' })
  } catch {
    // Root inside a container has no right to mount.
    rmdirSync(directory)
    return null
  }
  const ballast = join(directory, 'ballast')
  return {
    directory,
    fill: () => fillWith(ballast),
    giveBack: (bytes) => truncateSync(ballast, statSync(ballast).size - bytes),
    free: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync('umount', ['-l', directory])
      rmdirSync(directory)
    },
  }
}

function fillWith(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (const bytes of [1024 * 1024, 4096, 1]) {
      for (;;) {
        try {
          if (writeSync(file, Buffer.alloc(bytes)) < bytes) break
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          break
        }
      }
    }
  } finally {
    closeSync(file)
  }
}
