import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { replaceFile } from '../journal/durable-files.ts'
import type { Year } from './year.ts'

/** What of the demo has been sent: its year, and everything that happened from `from` until before `to` (UTC milliseconds). */
export type Filled = { readonly year: Year; readonly from: number; readonly to: number }

/** The file in which that is kept for the next start. */
export type FilledNote = {
  filled(): Filled
  /** Resolves when it is written down. */
  change(part: Partial<Filled>): Promise<void>
}

const written = z.object({ first_day: z.int(), filled_from: z.number(), filled_to: z.number() })

/** What the file says; null when the demo was never filled. */
export function readFilled(path: string): Filled | null {
  try {
    const { first_day, filled_from, filled_to } = written.parse(JSON.parse(readFileSync(path, 'utf8')))
    return { year: { firstDay: first_day }, from: filled_from, to: filled_to }
  } catch {
    // Not there yet. What is sent twice counts once, so beginning anew would do no harm either.
    return null
  }
}

export function createFilledNote(path: string, filled: Filled): FilledNote {
  let now = filled
  let writing: Promise<void> = Promise.resolve()
  return {
    filled: () => now,
    change(part) {
      now = { ...now, ...part }
      const { year, from, to } = now
      const text = `${JSON.stringify({ first_day: year.firstDay, filled_from: from, filled_to: to })}\n`
      // One after the other, whatever became of the one before: live traffic and older months are sent side by side.
      writing = writing.catch(() => undefined).then(() => replaceFile(path, Buffer.from(text)))
      return writing
    },
  }
}
