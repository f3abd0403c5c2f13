import { type EventType, eventTypes } from '@parley/model/events/index.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataCheckOf } from './data-check.ts'

const types = Object.keys(eventTypes) as EventType[]

/** Values that are wrong nearly everywhere, at the limits, or look right. */
const anyReplacement = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -0,
    -1,
    0.5,
    3,
    10,
    11,
    1e21,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    'web',
    'Web',
  ),
  fc.constantFrom<unknown>(
    'x'.repeat(200),
    'x'.repeat(201),
    '🚲'.repeat(100),
    `${'🚲'.repeat(100)}x`,
    'x'.repeat(1_001),
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    ['a'],
    [['09:00', '08:00']],
    ['09:00', '24:00'],
    Array.from({ length: 101 }, () => 'a'),
  ),
  fc.constantFrom(
    'EUR',
    'eur',
    '12.30',
    '-1',
    '24:00',
    '2026-02-30',
    '2026-12-25',
    'https://a.example',
    'a b',
    'agent',
    'UTC',
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

type Change = {
  readonly at: number
  readonly put: 'remove' | 'add' | 'replace'
  readonly value: unknown
  readonly key: string
}

const anyChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(1_000),
  put: fc.constantFrom('remove' as const, 'add' as const, 'replace' as const, 'replace' as const),
  value: anyReplacement,
  key: fc.constantFrom(
    'surplus',
    'mon',
    'monday',
    'scale',
    'rating',
    'total',
    'tax',
    '__proto__',
    'constructor',
    'length',
  ),
})

/** Every place in a value that holds another one. */
function places(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [
    [holder, key] as [Record<string, unknown>, string],
    ...places(holder[key]),
  ])
}

function changed(data: unknown, changes: readonly Change[]): unknown {
  const root: Record<string, unknown> = { data: structuredClone(data) }
  for (const { at, put, value, key } of changes) {
    const all = places(root)
    const [holder, name] = all[at % all.length] ?? [root, 'data']
    if (put === 'remove' && !Array.isArray(holder)) delete holder[name]
    // As JSON.parse does it, for which `__proto__` is a key like any other.
    else
      Object.defineProperty(holder, put === 'add' && !Array.isArray(holder) ? key : name, {
        value: structuredClone(value),
        enumerable: true,
        writable: true,
        configurable: true,
      })
  }
  return root.data
}

describe('the fast check and the explaining one', () => {
  it.each(types)('agree about %s: right samples are right, changed ones are right or wrong for both', (type) => {
    const { passes, explain } = dataCheckOf(type)
    for (const { data } of eventTypes[type].samples) {
      expect(passes(data)).toBe(true)
      expect(explain(data)).toEqual([])
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...eventTypes[type].samples),
        fc.array(anyChange, { minLength: 1, maxLength: 3 }),
        ({ data }, changes) => {
          const other = changed(data, changes)
          expect(explain(other).length === 0).toBe(passes(other))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('find both right and wrong ones among the changed', () => {
    const { passes } = dataCheckOf('message.sent')
    const verdicts = new Set<boolean>()
    const [sample] = eventTypes['message.sent'].samples
    for (const changes of fc.sample(fc.array(anyChange, { minLength: 1, maxLength: 1 }), { numRuns: 200, seed: 1 }))
      verdicts.add(passes(changed(sample?.data, changes)))
    expect(verdicts).toEqual(new Set([true, false]))
  })

  it.each(types)('point at a place within the data of %s', (type) => {
    const { explain } = dataCheckOf(type)
    fc.assert(
      fc.property(fc.constantFrom(...eventTypes[type].samples), anyChange, ({ data }, change) => {
        for (const { pointer, message } of explain(changed(data, [change]))) {
          expect(pointer).toMatch(/^\/data(\/|$)/)
          expect(message).toMatch(/^".*[.?]$/s)
        }
      }),
      { numRuns: 50 },
    )
  })
})
