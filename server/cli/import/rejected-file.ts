import { closeSync, ftruncateSync, openSync, statSync, writeSync } from 'node:fs'
import type { EventProblem } from '../../ingest/rejected.ts'

/** An event that was not taken. */
export type Rejection = {
  /** Its JSON as it is in the file, or whatever stood in its place. */
  readonly bytes: Buffer
  /** Its line, or its place among the events, from 1. */
  readonly place: number
  readonly problems: readonly EventProblem[]
}

/** Where the rejected events of one import are written: one a line, as it came, with everything that is wrong with it. */
export type RejectedFile = {
  add(rejections: readonly Rejection[]): void
  /** Of the file so far; 0 while there is none. */
  bytes(): number
  close(): void
}

/**
 * The file is made when the first event is rejected. `keptBytes`: how much of it an interrupted run has written; what is
 * behind that belongs to events that are sent again.
 */
export function openRejectedFile(path: string, keptBytes: number): RejectedFile {
  let descriptor: number | null = null
  // Somebody may have taken the file away meanwhile.
  let size = Math.min(keptBytes, statSync(path, { throwIfNoEntry: false })?.size ?? 0)

  function open(): number {
    const opened = openSync(path, size > 0 ? 'r+' : 'w')
    ftruncateSync(opened, size)
    return opened
  }

  return {
    add(rejections) {
      if (rejections.length === 0) return
      descriptor ??= open()
      const text = Buffer.from(rejections.map(toLine).join(''))
      for (let done = 0; done < text.length; )
        done += writeSync(descriptor, text, done, text.length - done, size + done)
      size += text.length
    },
    bytes: () => size,
    close() {
      if (descriptor !== null) closeSync(descriptor)
    },
  }
}

function toLine({ bytes, place, problems }: Rejection): string {
  const text = bytes.toString('utf8')
  const event = isJson(text) ? text.trim() : JSON.stringify(text)
  return `{"place":${place},"event":${event},"problems":${JSON.stringify(problems)}}\n`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // That is what is wrong with it.
    return false
  }
}
