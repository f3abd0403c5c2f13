import { type Period, type ServiceHours, type Weekday, weekdays } from '../../../ask/touchpoints.ts'

/** A part of a day as it is being written. */
export type WrittenPeriod = { readonly from: string; readonly to: string }

/** Service hours as a form holds them. */
export type WrittenHours = {
  readonly weekly: Readonly<Record<Weekday, readonly WrittenPeriod[]>>
  readonly exceptions: readonly { readonly date: string; readonly periods: readonly WrittenPeriod[] }[]
}

/** `9`, `9:30`, `930` and `9.30` are times of day too: `09:00`, `09:30`. What is none stays as it is. */
export function readTime(text: string): string {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim())
  if (match === null) return text.trim()
  const [, hour = '', minute = '00'] = match
  return `${hour.padStart(2, '0')}:${minute}`
}

const isTime = (text: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)

export type HoursProblem = 'time' | 'order' | 'overlap' | 'date' | 'date_twice'

/** What is wrong, by the pointer into service hours at which the server would say it. */
export function problemsOfHours({ weekly, exceptions }: WrittenHours): Record<string, HoursProblem> {
  const problems: Record<string, HoursProblem> = {}
  const look = (periods: readonly WrittenPeriod[], pointer: string) => {
    let end = ''
    for (const [index, period] of periods.entries()) {
      const [from, to] = [readTime(period.from), readTime(period.to)]
      const problem = !isTime(from) || !isTime(to) ? 'time' : to <= from ? 'order' : from < end ? 'overlap' : null
      if (problem !== null) problems[`${pointer}/${index}`] = problem
      if (to > end) end = to
    }
  }
  for (const day of weekdays) look(weekly[day], `/weekly/${day}`)
  for (const [index, { date, periods }] of exceptions.entries()) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) problems[`/exceptions/${index}/date`] = 'date'
    else if (exceptions.findIndex((one) => one.date === date) < index)
      problems[`/exceptions/${index}/date`] = 'date_twice'
    look(periods, `/exceptions/${index}/hours`)
  }
  return problems
}

const written = (periods: readonly Period[] = []): WrittenPeriod[] =>
  periods.map(([from = '', to = '']) => ({ from, to }))

export function writeHours(hours: ServiceHours | null): WrittenHours {
  const weekly = hours?.weekly ?? {}
  return {
    weekly: {
      mon: written(weekly.mon),
      tue: written(weekly.tue),
      wed: written(weekly.wed),
      thu: written(weekly.thu),
      fri: written(weekly.fri),
      sat: written(weekly.sat),
      sun: written(weekly.sun),
    },
    exceptions: (hours?.exceptions ?? []).map(({ date, hours }) => ({ date, periods: written(hours) })),
  }
}

/** As the server takes them: a day without hours is left out, exceptions are in the order of their dates. */
export function readHours({ weekly, exceptions }: WrittenHours): ServiceHours {
  const read = (periods: readonly WrittenPeriod[]) => periods.map(({ from, to }) => [readTime(from), readTime(to)])
  const days = weekdays.filter((day) => weekly[day].length > 0).map((day) => [day, read(weekly[day])])
  const dates = exceptions.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  return {
    weekly: Object.fromEntries(days),
    ...(dates.length > 0 && { exceptions: dates.map(({ date, periods }) => ({ date, hours: read(periods) })) }),
  }
}

/** Days in a row with the same hours, together: `[['mon', 'fri', '09:00–17:00'], …]`. Closed days are left out. */
export function summaryOf(hours: ServiceHours): { readonly first: Weekday; readonly last: Weekday; text: string }[] {
  const runs: { first: Weekday; last: Weekday; text: string }[] = []
  let before: string | undefined
  for (const day of weekdays) {
    const text = (hours.weekly[day] ?? []).map(([from, to]) => `${from}–${to}`).join(', ')
    const run = runs.at(-1)
    if (text !== '' && text === before && run !== undefined) run.last = day
    else if (text !== '') runs.push({ first: day, last: day, text })
    before = text
  }
  return runs
}
