import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How far an import of a file is: what a second run needs to go on from there. */
export type ImportState = {
  /** Events of the file, from its beginning, that the server has acknowledged. */
  readonly done: number
  readonly accepted: number
  /** Of them, those that were recognized at once. */
  readonly duplicates: number
  readonly rejected: number
  /** Where the rejected ones are written, and how long that file is; null while there are none. */
  readonly rejected_file: string | null
  readonly rejected_bytes: number
}

export const nothingDone: ImportState = {
  done: 0,
  accepted: 0,
  duplicates: 0,
  rejected: 0,
  rejected_file: null,
  rejected_bytes: 0,
}

/** Remembers how far an import is, in the data directory. */
export type ImportNote = {
  /** What an interrupted run left; null when there was none. */
  read(): ImportState | null
  write(state: ImportState): void
  /** The import is complete: importing the file again begins anew. */
  remove(): void
}

/** The file as it is now, and where it goes: another content, or another organization, is another import. */
export type ImportSubject = {
  readonly organizationId: string
  readonly path: string
  readonly size: number
  /** UTC milliseconds. */
  readonly modifiedAt: number
}

export function openImportNote(dataDirectory: string, subject: ImportSubject): ImportNote {
  const { organizationId, path, size, modifiedAt } = subject
  const name = createHash('sha256')
    .update(JSON.stringify([organizationId, path, size, modifiedAt]))
    .digest('hex')
  const directory = join(dataDirectory, 'imports')
  const file = join(directory, `${name.slice(0, 32)}.json`)
  return {
    read: () => readState(file),
    write(state) {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      // A kill in between leaves the old note or the new one. After a power cut an older one does no harm: what is
      // sent twice counts once.
      writeFileSync(`${file}.new`, `${JSON.stringify({ path, organization_id: organizationId, ...state })}\n`)
      renameSync(`${file}.new`, file)
    },
    remove: () => rmSync(file, { force: true }),
  }
}

function readState(file: string): ImportState | null {
  try {
    return { ...nothingDone, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<ImportState>) }
  } catch {
    // Not there: nothing was begun. Not to be read: beginning anew is always right.
    return null
  }
}
