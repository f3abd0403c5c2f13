import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A server that works on a data directory: where the command line can ask it. */
export type RunningServer = {
  readonly pid: number
  readonly address: string
  /** Opens its routes under `/v1/operator`. */
  readonly operator_token: string
}

/** How long a server may take to say that it is alive, ms. */
const answerMs = 2_000

/** Leaves word in the data directory of where its server can be asked. The result takes it back. */
export function announceServer(dataDirectory: string, address: string, operatorToken: string): () => void {
  const file = noteIn(dataDirectory)
  const note: RunningServer = { pid: process.pid, address, operator_token: operatorToken }
  // A file that is there already would keep its mode, and this one is as good as a key.
  rmSync(file, { force: true })
  writeFileSync(file, `${JSON.stringify(note)}\n`, { mode: 0o600, flag: 'wx' })
  return () => rmSync(file, { force: true })
}

/** The server that works on this data directory, or null: none left word, or it does not answer. */
export async function findServer(dataDirectory: string): Promise<RunningServer | null> {
  const note = readNote(noteIn(dataDirectory))
  if (!note) return null
  try {
    const response = await fetch(`${note.address}/healthz`, { signal: AbortSignal.timeout(answerMs) })
    return response.ok ? note : null
  } catch {
    // Nobody listens there: the word is from a server that did not get to take it back.
    return null
  }
}

function noteIn(dataDirectory: string): string {
  return join(dataDirectory, 'server.json')
}

function readNote(file: string): RunningServer | null {
  try {
    const { pid, address, operator_token } = JSON.parse(readFileSync(file, 'utf8'))
    const isNote = typeof pid === 'number' && typeof address === 'string' && typeof operator_token === 'string'
    return isNote ? { pid, address, operator_token } : null
  } catch {
    // Not there, or half written by a server that was killed: the same as no word.
    return null
  }
}
