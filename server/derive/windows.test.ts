import { hourMs } from '@parley/core/time/granularity.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { windowsSql } from './windows.ts'

const day = 24 * hourMs
const at = (organizationId: string, first: number, last: number) => ({ organizationId, span: { first, last } })

type Window = { organizations: string[]; first: number; last: number }

/** What a condition selects, read back from its text; null when it has no bounds of time. */
function windowsOf(sql: string): Window[] | null {
  if (!sql.includes('BETWEEN')) return null
  return [...sql.matchAll(/organization_id IN \(([^)]*)\) AND \((.*?\))\)\)/g)].flatMap(([, names = '', times = '']) =>
    [
      ...times.matchAll(
        /time BETWEEN fromUnixTimestamp64Milli\((-?\d+), 'UTC'\) AND fromUnixTimestamp64Milli\((-?\d+)/g,
      ),
    ].map(([, first, last]) => ({
      organizations: names.split(', ').map((name) => name.slice(1, -1)),
      first: Number(first),
      last: Number(last),
    })),
  )
}

describe('where the events of threads are read', () => {
  it('is from the hour in which the first lies to that of the last', () => {
    expect(windowsOf(windowsSql([at('a', 100 * hourMs + 5, 102 * hourMs + 7)]))).toEqual([
      { organizations: ['a'], first: 100 * hourMs, last: 103 * hourMs - 1 },
    ])
  })

  it('leaves out the time between an old thread and the others, and what other organizations did then', () => {
    const old = at('a', 5 * day, 5 * day + hourMs)
    const now = [at('a', 400 * day, 400 * day), at('b', 400 * day, 400 * day), at('c', 400 * day, 400 * day)]
    expect(windowsOf(windowsSql([now[0], old, now[1], now[2]].filter((one) => one !== undefined)))).toEqual([
      { organizations: ['a'], first: 5 * day, last: 5 * day + 2 * hourMs - 1 },
      { organizations: ['a'], first: 400 * day, last: 400 * day + hourMs - 1 },
      { organizations: ['b', 'c'], first: 400 * day, last: 400 * day + hourMs - 1 },
    ])
  })

  it('has no bounds when one of them lies nobody knows where', () => {
    expect(windowsSql([at('a', day, day), { organizationId: 'b', span: undefined }])).toBe(
      "organization_id IN ('a', 'b')",
    )
  })

  it('has few windows however many threads there are, and every one of them lies in a window of its organization', () => {
    const places = fc.array(
      fc.record({
        organization: fc.integer({ min: 0, max: 40 }),
        first: fc.integer({ min: 946_684_800_000, max: 2_000_000_000_000 }),
        length: fc.oneof(fc.integer({ min: 0, max: hourMs }), fc.integer({ min: 0, max: 700 * day })),
      }),
      { minLength: 1, maxLength: 300 },
    )
    fc.assert(
      fc.property(places, (drawn) => {
        const placed = drawn.map(({ organization, first, length }) => at(`o-${organization}`, first, first + length))
        const windows = windowsOf(windowsSql(placed))
        if (windows === null) return
        expect(windows.length).toBeLessThanOrEqual(64)
        for (const { organizationId, span } of placed)
          expect(
            windows.some(
              ({ organizations, first, last }) =>
                organizations.includes(organizationId) && first <= span.first && last >= span.last,
            ),
          ).toBe(true)
      }),
    )
  })
})
