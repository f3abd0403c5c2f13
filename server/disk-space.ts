import { statfs } from 'node:fs/promises'
import { limits } from './limits.ts'

/** Why events cannot be taken for want of space, in words; null when there is enough. */
export async function diskTrouble(directory: string): Promise<string | null> {
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  if (free >= limits.readyFreeBytes) return null
  return `The disk of ${directory} is full (${Math.floor(free / 1024)} KiB are free): events are refused. Make room on it; no restart is needed.`
}
