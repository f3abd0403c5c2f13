import { describe, expect, it } from 'vitest'
import { createSeenFilter } from '../store/seen-filter.ts'
import type { EventLine } from './event-lines.ts'
import { createSpans } from './spans.ts'
import { touchedThreads } from './touch.ts'

const hour = 3_600_000

function change(hours: number, agent = 'a1'): EventLine {
  return {
    organizationId: 'o',
    subjectKind: 'agent',
    subjectId: agent,
    timeMs: hours * hour,
    source: '/s',
    id: `${agent}-${hours}`,
    identity: `o\t/s\t${agent}-${hours}`,
    type: 'agent.presence_changed',
    hash: BigInt(hours),
    row: '',
  }
}

/** Where an agent's changes are read from, step by step, in hours; null where all have to be read. */
function readFrom(...steps: { fresh?: EventLine[]; repeated?: EventLine[] }[]): (number | null)[] {
  const [spans, seen] = [createSpans(100), createSeenFilter()]
  seen.complete()
  return steps.map(({ fresh = [], repeated = [] }) => {
    const [touched] = touchedThreads({ fresh, repeated }, spans, seen)
    return touched?.span === undefined ? null : touched.span.first / hour
  })
}

describe('a chain', () => {
  it('is read from its last known event on, however long it is', () => {
    expect(readFrom({ fresh: [change(8)] }, { fresh: [change(9)] }, { fresh: [change(12), change(13)] })).toEqual([
      8, 8, 9,
    ])
  })

  it('is read from its first event on when something late comes in between, or at the same instant', () => {
    expect(readFrom({ fresh: [change(8)] }, { fresh: [change(12)] }, { fresh: [change(10)] })).toEqual([8, 8, 8])
    expect(readFrom({ fresh: [change(8)] }, { fresh: [change(12)] }, { fresh: [change(12)] })).toEqual([8, 8, 8])
  })

  it('does not take the time of a repeated delivery for one that is stored', () => {
    expect(readFrom({ fresh: [change(8)] }, { repeated: [change(11)] }, { fresh: [change(12)] })).toEqual([8, 8, 8])
  })

  it('is read whole when nothing is known of it but that it is there', () => {
    expect(readFrom({ repeated: [change(8)] }, { fresh: [change(9)] })[1]).toBeNull()
  })
})

it('a thread is read up to the latest of its events, wherever a repeated delivery says that one lies', () => {
  const [spans, seen] = [createSpans(100), createSeenFilter()]
  seen.complete()
  const lastOf = (fresh: EventLine[], repeated: EventLine[] = []) => {
    const [touched] = touchedThreads({ fresh, repeated }, spans, seen)
    return touched?.span === undefined ? null : touched.span.last / hour
  }
  expect(lastOf([change(8), change(12), change(10)])).toBe(12)
  expect(lastOf([change(5)])).toBe(12)
  expect(lastOf([change(9)], [change(14)])).toBe(14)
  expect(lastOf([change(6)])).toBe(12)
})
