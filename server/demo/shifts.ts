import { hourMs } from '@parley/core/time/granularity.ts'
import { localParts } from '@parley/core/time/zone.ts'
import type { Agent, DemoOrganization } from './organizations/organization.ts'
import { partOfYear, type Year } from './year.ts'

/** Who belongs to an organization at an instant: some join in the course of the year, some leave. */
export function employed(year: Year, { agents }: DemoOrganization, instantMs: number): Agent[] {
  const part = partOfYear(year, instantMs)
  return agents.filter(({ joins, leaves }) => (joins === 0 || part >= joins) && part < leaves)
}

/** Who works at an instant. */
export function onShift(year: Year, organization: DemoOrganization, instantMs: number): Agent[] {
  const { hour, minute, weekday } = localParts(instantMs, organization.timeZone)
  const time = hour + minute / 60
  return employed(year, organization, instantMs).filter(
    ({ days, from, to }) => days.includes(weekday) && time >= from && time < to,
  )
}

/** When somebody works next, from an instant on, to the quarter of an hour. */
export function nextShift(year: Year, organization: DemoOrganization, instantMs: number): number {
  const step = hourMs / 4
  let at = Math.ceil(instantMs / step) * step
  while (onShift(year, organization, at).length === 0) at += step
  return at
}
