import { limits } from '../limits.ts'

const surrogateEscape = /\\u[dD][89a-fA-F]/

/** Whether JSON may hold a lone surrogate: as UTF-8 has none, it can only be written as an escape. */
export function mayHoldLoneSurrogates(json: string): boolean {
  // Most have no such escape at all, and looking for a text is much cheaper than for a pattern.
  return json.includes('\\u') && surrogateEscape.test(json)
}

/**
 * Replaces lone surrogates in all strings of a parsed JSON value, in place where it can: a text cut in the middle of an
 * emoji is no reason to lose a message, but the store cannot read JSON that holds half of one.
 */
export function toWellFormed(value: unknown, levels: number = limits.eventNestingLevels): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  // What is nested deeper is going to be refused.
  if (typeof value !== 'object' || value === null || levels === 0) return value
  const fields = value as Record<string, unknown>
  for (const key of Object.keys(fields)) {
    const inner = toWellFormed(fields[key], levels - 1)
    if (key.isWellFormed()) fields[key] = inner
    else {
      delete fields[key]
      fields[key.toWellFormed()] = inner
    }
  }
  return value
}
