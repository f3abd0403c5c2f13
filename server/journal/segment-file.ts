import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const namePattern = /^(\d{10})\.segment$/

/** The file of a segment. Ten digits: names sort as numbers do. */
export function segmentPath(directory: string, segment: number): string {
  return join(directory, `${String(segment).padStart(10, '0')}.segment`)
}

/** The numbers of all segments in a directory, ascending. */
export async function listSegments(directory: string): Promise<number[]> {
  const names = await readdir(directory)
  return names
    .flatMap((name) => {
      const digits = namePattern.exec(name)?.[1]
      return digits === undefined ? [] : [Number(digits)]
    })
    .sort((a, b) => a - b)
}
