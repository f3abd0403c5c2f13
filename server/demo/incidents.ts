import { dayMs, hourMs, type TimeRange } from '@parley/core/time/granularity.ts'
import { startOfLocalDay } from '@parley/core/time/zone.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import type { Year } from './year.ts'

/** 1970-01-01 was a Thursday: the first Monday is day 4. */
const firstMonday = 4
const badWeekDay = 310
const outageDay = 341
const outageFromHour = 13
const outageToHour = 17

/** How much longer answers take in the bad week. */
export const badWeekStrain = 3

/** The week in which half the people are ill: from a Monday to the next, in days since 1970. */
export function badWeek({ firstDay }: Year): { readonly from: number; readonly to: number } {
  const from = mondayBefore(firstDay + badWeekDay)
  return { from, to: from + 7 }
}

/** The afternoon (a Wednesday) on which widgets do not load and trunks are dead. */
export function outage({ firstDay }: Year, { timeZone }: DemoOrganization): TimeRange {
  const midnight = startOfLocalDay(mondayBefore(firstDay + outageDay) + 2, timeZone)
  return { from: midnight + outageFromHour * hourMs, to: midnight + outageToHour * hourMs }
}

export function isBadWeek(year: Year, localMs: number): boolean {
  const { from, to } = badWeek(year)
  return localMs >= from * dayMs && localMs < to * dayMs
}

export function isDown(year: Year, organization: DemoOrganization, instantMs: number): boolean {
  const { from, to } = outage(year, organization)
  return instantMs >= from && instantMs < to
}

function mondayBefore(day: number): number {
  return day - ((day - firstMonday) % 7)
}
