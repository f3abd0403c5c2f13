import { type Language, localeOf } from './language.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(localeOf[language], { hourCycle: 'h23', ...options })
    formatters.set(key, formatter)
  }
  return formatter
}

/** A date as it reads in passing: no comma after the weekday, and in Russian no "г." after the year. */
export const plain = (date: string): string => date.replace(/^(\p{L}+\.?),/u, '$1').replace(/\s?г\.$/u, '')

/** `14:02`, in the zone. */
export function clockTime(instant: string | number | Date, zone: string, language: Language): string {
  return formatterOf(language, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(instant))
}

/** `14:02:07`, in the zone. */
export function clockTimeExact(instant: string | number | Date, zone: string, language: Language): string {
  return formatterOf(language, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: zone }).format(
    new Date(instant),
  )
}

/** `14:02` of the same day as `now`, `4 May, 14:02` of another, in the zone. */
export function clockTimeSince(instant: string, now: string, zone: string, language: Language): string {
  const dayOf = (one: string) =>
    formatterOf(language, { day: 'numeric', month: 'short', timeZone: zone }).format(new Date(one))
  const time = clockTime(instant, zone, language)
  return dayOf(instant) === dayOf(now) ? time : `${dayOf(instant)}, ${time}`
}

/** `Mon 4 May 2026, 14:02`, in the zone. */
export function moment(instant: string | number | Date, zone: string, language: Language): string {
  const date = formatterOf(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  }).format(new Date(instant))
  return `${plain(date)}, ${clockTime(instant, zone, language)}`
}

/** `Monday 4 May 2026`, in the zone. */
export function longDay(instant: string | number | Date, zone: string, language: Language): string {
  return plain(
    formatterOf(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: zone,
    }).format(new Date(instant)),
  )
}

/** `in 5 minutes`, `3 days ago`, `yesterday`. */
export function ago(instant: string | number | Date, now: number, language: Language): string {
  const seconds = (new Date(instant).getTime() - now) / 1000
  const relative = new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' })
  const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ]
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  }
  return relative.format(Math.trunc(seconds), 'second')
}

/** The city of a zone with its distance from UTC now: `Europe/Amsterdam` → `Amsterdam (UTC+2)`. */
export function zoneName(zone: string, language: Language, at = Date.now()): string {
  const offset = formatterOf(language, { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  return `${zone.replaceAll('_', ' ')}${offset === undefined ? '' : ` (${offset.replace('GMT', 'UTC')})`}`
}
