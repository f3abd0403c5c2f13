import { localMsAt, localParts } from '@parley/core/time/zone.ts'
import { badWeekStrain, isBadWeek } from './incidents.ts'
import type { DemoOrganization } from './organizations/organization.ts'
import { growthAt, type Year } from './year.ts'

/** How busy each hour of a day is: quiet nights, a dip at lunch, some evening. */
const hours = [
  0.05, 0.03, 0.02, 0.02, 0.02, 0.04, 0.12, 0.35, 0.8, 1.25, 1.4, 1.3, 0.8, 1.05, 1.25, 1.2, 1.1, 0.85, 0.6, 0.65, 0.6,
  0.4, 0.2, 0.1,
] as const
const hoursInAll = hours.reduce((sum, hour) => sum + hour, 0)

/** How busy each day of a week is, Monday first. */
const days = [1.25, 1.15, 1.1, 1.1, 1.05, 0.75, 0.45] as const

/** Month and day on which hardly anybody does anything. */
const holidays: ReadonlySet<string> = new Set(['1-1', '12-25', '12-26'])
const holidayShare = 0.2

const lunchStrain = 1.7

/** Which part of an ordinary day's business falls into the hour that begins at an instant. */
export function shareOfDay(year: Year, organization: DemoOrganization, instantMs: number): number {
  const { month, day, hour, weekday } = localParts(instantMs, organization.timeZone)
  const season = organization.seasons[month - 1] ?? 1
  const holiday = holidays.has(`${month}-${day}`) ? holidayShare : 1
  const rhythm = ((hours[hour] ?? 0) / hoursInAll) * (days[weekday - 1] ?? 0)
  return rhythm * season * holiday * growthAt(year, instantMs)
}

/** How much longer everything takes than on a quiet day: lunch is short of people, and one week goes wrong. */
export function strainAt(year: Year, { timeZone }: DemoOrganization, instantMs: number): number {
  const { hour } = localParts(instantMs, timeZone)
  return (hour === 12 ? lunchStrain : 1) * (isBadWeek(year, localMsAt(instantMs, timeZone)) ? badWeekStrain : 1)
}
