import { type OffsetPeriod, offsetPeriodAt } from '@parley/core/time/zone.ts'

const minuteMs = 60_000

/** Writes instants as a zone's clocks show them, with their offset: `2026-03-01T10:00:00.000+01:00`. For very many of them. */
export function createLocalTime(timeZone: string): (instantMs: number) => string {
  let period: OffsetPeriod = { from: 0, to: 0, offsetMs: 0 }
  let suffix = 'Z'
  return (instantMs) => {
    if (instantMs < period.from || instantMs >= period.to) {
      period = offsetPeriodAt(instantMs, timeZone)
      suffix = offsetText(period.offsetMs)
    }
    return new Date(instantMs + period.offsetMs).toISOString().replace('Z', suffix)
  }
}

/** Offsets of today's clocks are whole minutes. */
function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / minuteMs
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `${offsetMs < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
