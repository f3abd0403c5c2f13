import { z } from 'zod'

/** An instant as the API writes it: ISO 8601, UTC, milliseconds. */
export const instant = z.iso.datetime()

export function instantText(ms: number): string {
  return new Date(ms).toISOString()
}

export function instantTextOrNull(ms: number | null): string | null {
  return ms === null ? null : instantText(ms)
}
