import type { z } from 'zod'

/**
 * Something that an organization decides for itself. `facts`: what is stored was derived with it, so a change holds once
 * it is derived again, which happens by itself. `answers`: it is read while a question is answered, so a change holds at
 * once.
 */
export type Setting<Value = unknown> = {
  /** For the reference: what it is, and its unit. */
  readonly what: string
  readonly schema: z.ZodType<Value>
  /** What holds where nobody has set it. */
  readonly default: Value
  readonly changes: 'facts' | 'answers'
  /** Whether an organization that has not set it has what the nearest one above it has set. */
  readonly isInherited: boolean
}

/** Keeps the type of the value. */
export function declareSetting<Value>(setting: Setting<Value>): Setting<Value> {
  return setting
}
