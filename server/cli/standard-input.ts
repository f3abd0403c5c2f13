import { closeSync, openSync } from 'node:fs'
import { devNull } from 'node:os'

/**
 * Puts nothing in the place of the standard input of this process. The engine would take what waits there for rows to
 * insert (chdb-io/chdb-core#239), and nothing that serves has anything to read. To be called before anything else opens
 * files: the place that becomes free must be the next one taken.
 */
export function emptyStandardInput(): void {
  closeSync(0)
  if (openSync(devNull, 'r') !== 0) throw new Error('The standard input could not be emptied.')
}
