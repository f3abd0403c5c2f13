/** Local times as the API writes them: `2026-03-01` or `2026-03-01T09:00`. They have no zone, so they are read as UTC. */
export type LocalTime = string

export type Granularity = 'minute' | 'quarter_hour' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A local time as if its clock were that of UTC, which is all that calendar arithmetic and names need. */
export const asUtc = (local: LocalTime): Date =>
  new Date(local.length === 10 ? `${local}T00:00Z` : `${local.slice(0, 16)}Z`)

export const minutesOf: Readonly<Record<'minute' | 'quarter_hour' | 'hour', number>> = {
  minute: 1,
  quarter_hour: 15,
  hour: 60,
}

export function addMinutes(local: LocalTime, minutes: number): LocalTime {
  return new Date(asUtc(local).getTime() + minutes * 60_000).toISOString().slice(0, local.length === 10 ? 10 : 16)
}

export function addDays(local: LocalTime, days: number): LocalTime {
  return addMinutes(local, days * 1440)
}

/** The start of the bucket after this one. Local times only: no zone is crossed here. */
export function nextBucket(local: LocalTime, granularity: Granularity): LocalTime {
  switch (granularity) {
    case 'minute':
    case 'quarter_hour':
    case 'hour':
      return addMinutes(local, minutesOf[granularity])
    case 'day':
      return addDays(local, 1)
    case 'week':
      return addDays(local, 7)
    default: {
      const date = asUtc(local)
      date.setUTCMonth(date.getUTCMonth() + (granularity === 'month' ? 1 : granularity === 'quarter' ? 3 : 12))
      return date.toISOString().slice(0, 10)
    }
  }
}

/** The start of the bucket a local time is in. */
export function bucketOf(local: LocalTime, granularity: Granularity): LocalTime {
  const date = asUtc(local)
  const day = date.toISOString().slice(0, 10)
  const time = date.toISOString().slice(11, 16)
  switch (granularity) {
    case 'minute':
      return `${day}T${time}`
    case 'quarter_hour':
      return `${day}T${time.slice(0, 3)}${String(Math.floor(Number(time.slice(3)) / 15) * 15).padStart(2, '0')}`
    case 'hour':
      return `${day}T${time.slice(0, 2)}:00`
    case 'day':
      return day
    case 'week':
      return addDays(day, -((date.getUTCDay() + 6) % 7))
    case 'month':
      return `${day.slice(0, 7)}-01`
    case 'quarter':
      return `${day.slice(0, 4)}-${String(Math.floor(date.getUTCMonth() / 3) * 3 + 1).padStart(2, '0')}-01`
    case 'year':
      return `${day.slice(0, 4)}-01-01`
  }
}

export function isWeekend(local: LocalTime): boolean {
  const day = asUtc(local).getUTCDay()
  return day === 0 || day === 6
}

/** Making one takes a hundred times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(zone, made)
  return made
}

/** The wall clock of an instant in a zone, as a local time with minutes. */
export function wallClock(instant: string | number | Date, zone: string): LocalTime {
  const parts = clockOf(zone).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? '00'
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}
