const dayMs = 86_400_000

/**
 * The instant that an RFC 3339 date-time names, UTC milliseconds; null when it is none. Written by hand because `Date`
 * takes `2026-02-30`, `March 7` and `2026` for dates. Digits below the millisecond are cut off, so that an instant never
 * moves ahead; a leap second is the last millisecond of its minute.
 */
export function instantOf(text: string): number | null {
  const length = text.length
  if (length < 20 || length > 64) return null
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  const hour = digits(text, 11, 2)
  const minute = digits(text, 14, 2)
  const second = digits(text, 17, 2)
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return null
  if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return null
  if (text[10] !== 'T' && text[10] !== 't') return null
  let at = 19
  let millisecond = 0
  if (text[at] === '.') {
    const start = at + 1
    at = start
    while (isDigit(text.charCodeAt(at))) at += 1
    if (at === start) return null
    millisecond = fraction(text, start, at)
  }
  const offsetMinutes = offsetAt(text, at)
  if (offsetMinutes === null) return null
  const seconds = hour * 3600 + (minute - offsetMinutes) * 60 + Math.min(second, 59)
  if (second === 60) {
    // Leap seconds are inserted at the end of a UTC day only.
    if ((((seconds + 1) % 86_400) + 86_400) % 86_400 !== 0) return null
    millisecond = 999
  }
  return daysSinceEpoch(year, month, day) * dayMs + seconds * 1000 + millisecond
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The number written in `count` digits from `at` on, or -1. */
function digits(text: string, at: number, count: number): number {
  let number = 0
  for (let index = at; index < at + count; index += 1) {
    const code = text.charCodeAt(index)
    if (!isDigit(code)) return -1
    number = number * 10 + code - 48
  }
  return number
}

function fraction(text: string, start: number, end: number): number {
  let millisecond = 0
  for (let index = start; index < start + 3; index += 1) {
    millisecond = millisecond * 10 + (index < end ? text.charCodeAt(index) - 48 : 0)
  }
  return millisecond
}

/** The offset that ends the text: minutes east of UTC, or null when it is none. */
function offsetAt(text: string, at: number): number | null {
  const sign = text[at]
  if (sign === 'Z' || sign === 'z') return text.length === at + 1 ? 0 : null
  if ((sign !== '+' && sign !== '-') || text.length !== at + 6 || text[at + 3] !== ':') return null
  const hours = digits(text, at + 1, 2)
  const minutes = digits(text, at + 4, 2)
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return null
  return (sign === '+' ? 1 : -1) * (hours * 60 + minutes)
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days from 1970-01-01, in the Gregorian calendar throughout (years counted from March, so that leap days come last). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719_468
}
