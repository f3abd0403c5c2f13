import fc from 'fast-check'

/** Zones that between them have every trouble: none, ±1 h, 30 and 45 minutes off, half-hour daylight saving, both hemispheres. */
export const testedZones = [
  'UTC',
  'Europe/Amsterdam',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
] as const

/** Days around which at least one of the zones moves its clocks, in spring or in autumn. */
const changes = ['2025-10-05', '2025-10-26', '2025-11-02', '2026-03-08', '2026-03-29', '2026-04-05', '2024-02-29']

export const anyZone = fc.constantFrom(...testedZones)

/** Instants of 2000–2040, every second one near a change of the clocks. */
export const anyInstant = fc.oneof(
  fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }))
    .map(([day, distance]) => Date.parse(day) + distance),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -192, max: 192 }))
    .map(([day, quarters]) => Date.parse(day) + quarters * 900_000),
)

/** Ranges of at most `longestMs`. */
export function anyRange(longestMs: number): fc.Arbitrary<{ from: number; to: number }> {
  return fc
    .tuple(anyInstant, fc.integer({ min: 1, max: longestMs }))
    .map(([from, length]) => ({ from, to: from + length }))
}
