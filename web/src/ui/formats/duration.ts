import type { Language } from './language.ts'
import { decimal, unitSpace } from './number.ts'

const words: Readonly<Record<Language, { d: string; h: string; min: string; s: string; ms: string }>> = {
  en: { d: 'd', h: 'h', min: 'min', s: 's', ms: 'ms' },
  nl: { d: 'd', h: 'u', min: 'min', s: 's', ms: 'ms' },
  ru: { d: 'д', h: 'ч', min: 'мин', s: 'с', ms: 'мс' },
}

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * Seconds as people say them, in at most two units: `42 s`, `3 min 05 s`, `1 h 05 min`, `2 d 03 h`.
 * Under ten seconds one decimal (`4.2 s`), because there it still makes a difference.
 */
export function duration(seconds: number, language: Language): string {
  const { d, h, min, s } = words[language]
  const part = (value: number | string, unit: string) => `${value}${unitSpace}${unit}`
  if (seconds < 0) return `−${duration(-seconds, language)}`
  if (seconds < 9.95) return part(decimal(seconds, language, 1), s)
  if (seconds < 59.5) return part(Math.round(seconds), s)
  if (seconds < 3599.5) {
    const whole = Math.round(seconds)
    const rest = whole % 60
    const minutes = part(Math.floor(whole / 60), min)
    return rest === 0 ? minutes : `${minutes} ${part(two(rest), s)}`
  }
  const minutes = Math.round(seconds / 60)
  if (minutes < 1440) return `${part(Math.floor(minutes / 60), h)} ${part(two(minutes % 60), min)}`
  const hours = Math.round(seconds / 3600)
  return `${part(decimal(Math.floor(hours / 24), language), d)} ${part(two(hours % 24), h)}`
}

/** For axes, where there is room for one unit: `30 s`, `5 min`, `1.5 h`, `2 d`. */
export function durationShort(seconds: number, language: Language): string {
  const { d, h, min, s } = words[language]
  if (seconds === 0) return '0'
  if (Math.abs(seconds) < 60) return `${decimal(seconds, language, 1)}${unitSpace}${s}`
  if (Math.abs(seconds) < 3600) return `${decimal(seconds / 60, language, 1)}${unitSpace}${min}`
  if (Math.abs(seconds) < 86_400 * 2) return `${decimal(seconds / 3600, language, 1)}${unitSpace}${h}`
  return `${decimal(seconds / 86_400, language, 1)}${unitSpace}${d}`
}
