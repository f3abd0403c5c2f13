import { weekdays } from '@parley/core/service-hours/schedule.ts'
import { z } from 'zod'
import { list } from './fields.ts'
import { isRecord, type Rule, type RuleProblem, ruled } from './rule.ts'

const timePattern = /^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/
const datePattern = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const timeOfDay = z.string().regex(timePattern, 'must be a time of day such as 09:00, up to 24:00')
const period = z.array(timeOfDay).length(2)
const hours = list(period, 48)

/** Each period ends after it starts, and starts no earlier than the one before it ends. */
const inOrder: Rule = (service) => {
  if (!isRecord(service)) return []
  const problems: RuleProblem[] = []
  if (isRecord(service.weekly)) {
    for (const day of weekdays) problems.push(...dayProblems(service.weekly[day], ['weekly', day]))
  }
  if (Array.isArray(service.exceptions)) problems.push(...exceptionProblems(service.exceptions))
  return problems
}

function dayProblems(periods: unknown, path: readonly (string | number)[]): RuleProblem[] {
  if (!Array.isArray(periods)) return []
  const problems: RuleProblem[] = []
  let previousEnd = ''
  for (const [index, one] of periods.slice(0, 48).entries()) {
    if (!Array.isArray(one) || one.length !== 2) continue
    const [start, end] = one
    if (!isTime(start) || !isTime(end)) continue
    // Times with leading zeros are in order as text.
    if (end <= start)
      problems.push({
        path: [...path, index],
        message: 'must end after it starts; a period over midnight is two, one on each day',
      })
    else if (start < previousEnd)
      problems.push({
        path: [...path, index],
        message: `must not start before the period before it ends (${previousEnd})`,
      })
    if (end > previousEnd) previousEnd = end
  }
  return problems
}

function exceptionProblems(exceptions: readonly unknown[]): RuleProblem[] {
  const problems: RuleProblem[] = []
  const dates = new Set<string>()
  for (const [index, exception] of exceptions.slice(0, 366).entries()) {
    if (!isRecord(exception)) continue
    problems.push(...dayProblems(exception.hours, ['exceptions', index, 'hours']))
    const date = exception.date
    if (typeof date !== 'string' || !datePattern.test(date)) continue
    if (!isDate(date)) problems.push({ path: ['exceptions', index, 'date'], message: 'must be a day that exists' })
    else if (dates.has(date))
      problems.push({
        path: ['exceptions', index, 'date'],
        message: 'must be named once; put its periods in one exception',
      })
    dates.add(date)
  }
  return problems
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && timePattern.test(value)
}

function isDate(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`)
  // A day past the end of its month is either no date or, leniently, one of the next month.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}

/**
 * When a touchpoint is served, in its own time zone. A day that is absent is closed; an exception replaces the hours of
 * its date; `24:00` ends a day.
 */
export const serviceHours = ruled(
  z.looseObject({
    // Closed: a day under another name would be taken for a day that is closed.
    weekly: z.strictObject({
      mon: hours.optional(),
      tue: hours.optional(),
      wed: hours.optional(),
      thu: hours.optional(),
      fri: hours.optional(),
      sat: hours.optional(),
      sun: hours.optional(),
    }),
    exceptions: list(
      z.looseObject({
        date: z.string().regex(datePattern, 'must be a date such as 2026-12-25'),
        hours,
      }),
      366,
    ).optional(),
  }),
  'service_hours',
  inOrder,
)
