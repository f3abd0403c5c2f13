import { dayMs } from '@parley/core/time/granularity.ts'

/** The year that the demo tells of, by its first day (days since 1970 in UTC). It goes on behind its end. */
export type Year = { readonly firstDay: number }

export const yearDays = 365

/** The year that ends with the day of an instant. */
export function yearUntil(instantMs: number): Year {
  return { firstDay: Math.floor(instantMs / dayMs) - yearDays }
}

/** Which part of the year is over: 0 at its beginning, 1 at its end. */
export function partOfYear({ firstDay }: Year, instantMs: number): number {
  return (instantMs / dayMs - firstDay) / yearDays
}

/** How much more there is to do than in the middle of the year: business grows, and not for ever. */
export function growthAt(year: Year, instantMs: number): number {
  return 0.78 + 0.44 * Math.min(1.2, Math.max(0, partOfYear(year, instantMs)))
}
