import { type Language, localeOf } from './language.ts'
import { addDays, addMinutes, asUtc, type Granularity, type LocalTime, minutesOf } from './local-time.ts'
import { plain } from './time.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

const write = (local: LocalTime, language: Language, options: Intl.DateTimeFormatOptions): string =>
  plain(formatterOf(language, options).format(asUtc(local)))

function formatterOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(localeOf[language], { hourCycle: 'h23', timeZone: 'UTC', ...options })
    formatters.set(key, formatter)
  }
  return formatter
}

const hour = (local: LocalTime): string => local.slice(11, 16)

/** The name of a bucket in a tooltip, a table or a title: `Mon 4 May 2026`, `May 2026`, `4 May 2026, 09:00–10:00`. */
export function bucketName(local: LocalTime, granularity: Granularity, language: Language): string {
  switch (granularity) {
    case 'year':
      return local.slice(0, 4)
    case 'quarter':
      return `${quarterWord[language]}${Math.floor((Number(local.slice(5, 7)) - 1) / 3) + 1} ${local.slice(0, 4)}`
    case 'month':
      return capital(write(local, language, { month: 'long', year: 'numeric' }))
    case 'week':
      return `${write(local, language, { day: 'numeric', month: 'short' })} – ${write(addDays(local, 6), language, { day: 'numeric', month: 'short', year: 'numeric' })}`
    case 'day':
      return capital(write(local, language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }))
    default:
      return `${capital(write(local, language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }))}, ${hour(local)}–${hour(addMinutes(local, minutesOf[granularity]))}`
  }
}

const quarterWord: Readonly<Record<Language, string>> = { en: 'Q', nl: 'K', ru: 'К' }
/** As it stands on its own: an axis, a heading, the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** The name of a bucket on an axis, as short as it reads naturally: `Mon 4`, `Mar`, `2026`, `14:00`. */
export function bucketOnAxis(
  local: LocalTime,
  granularity: Granularity,
  language: Language,
  place: { readonly isFirst: boolean },
): string {
  switch (granularity) {
    case 'year':
      return local.slice(0, 4)
    case 'quarter':
      return bucketName(local, 'quarter', language)
    case 'month':
      return local.slice(5, 7) === '01' || place.isFirst
        ? capital(write(local, language, { month: 'short', year: 'numeric' }))
        : capital(write(local, language, { month: 'short' }))
    case 'week':
      return write(local, language, { day: 'numeric', month: 'short' })
    case 'day':
      return place.isFirst || Number(local.slice(8, 10)) <= 7
        ? write(local, language, { day: 'numeric', month: 'short' })
        : dayOnAxis(local, language)
    default:
      return hour(local) === '00:00' || place.isFirst
        ? `${dayOnAxis(local, language)}${hour(local) === '00:00' ? '' : `, ${hour(local)}`}`
        : hour(local)
  }
}

const dayOnAxis = (local: LocalTime, language: Language): string =>
  `${capital(write(local, language, { weekday: 'short' }))} ${Number(local.slice(8, 10))}`

/** Names of the weekdays, Monday first, as they stand inside a sentence: Dutch and Russian write them small. */
export function weekdays(language: Language, style: 'short' | 'long'): readonly string[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => write(`2024-01-0${day}`, language, { weekday: style }))
}

/** A full hour of any day: `09:00`. */
export const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** A range of local days, the last one included: `1 – 20 Nov 2026`, `28 Dec 2025 – 3 Jan 2026`. */
export function dayRange(first: LocalTime, last: LocalTime, language: Language): string {
  const format = formatterOf(language, { day: 'numeric', month: 'short', year: 'numeric' })
  return plain(format.formatRange(asUtc(first), asUtc(last)))
}

/** A range with times of day: `1 Mar 2026, 09:00 – 2 Mar 2026, 17:30`. */
export function momentRange(from: LocalTime, to: LocalTime, language: Language): string {
  const write1 = (local: LocalTime) =>
    `${write(local, language, { day: 'numeric', month: 'short', year: 'numeric' })}, ${local.slice(11, 16) || '00:00'}`
  return `${write1(from)} – ${write1(to)}`
}
