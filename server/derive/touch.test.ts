import { describe, expect, it } from 'vitest'
import { eventColumns } from '../ingest/event-row.ts'
import { createSeenFilter } from '../store/seen-filter.ts'
import type { EventLine } from './event-lines.ts'
import { createSpans, withPiece } from './spans.ts'
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
    hash: BigInt(Math.round(hours * 10)),
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

  it('is read whole after a repeated delivery of a time at which nothing may be stored', () => {
    const known = { fresh: [change(8)] }
    expect(readFrom(known, { repeated: [change(11)] }, { fresh: [change(12)] })).toEqual([8, 8, null])
    expect(readFrom(known, { repeated: [change(5)] }, { fresh: [change(3)] })).toEqual([8, 5, null])
    expect(readFrom(known, { repeated: [change(8)] }, { fresh: [change(12)] })).toEqual([8, 8, 8])
  })

  it('is read whole when nothing is known of it but that it is there', () => {
    expect(readFrom({ repeated: [change(8)] }, { fresh: [change(9)] })[1]).toBeNull()
  })
})

describe('a chain that is told backwards', () => {
  const spansOf = (...steps: { fresh?: EventLine[]; repeated?: EventLine[] }[]) => {
    const [spans, seen] = [createSpans(100), createSeenFilter()]
    seen.complete()
    return steps.map(({ fresh = [], repeated = [] }) => {
      const [touched] = touchedThreads({ fresh, repeated }, spans, seen)
      return touched?.span && [touched.span.first / hour, touched.span.last / hour]
    })
  }

  it('is read up to its first known event', () => {
    const steps = [{ fresh: [change(20), change(22)] }, { fresh: [change(12), change(9)] }, { fresh: [change(3)] }]
    expect(spansOf(...steps)).toEqual([
      [20, 22],
      [9, 20],
      [3, 9],
    ])
  })

  it('is read whole when what is new lies on both sides, or at the same instant', () => {
    const known = { fresh: [change(20), change(22)] }
    expect(spansOf(known, { fresh: [change(9), change(25)] })[1]).toEqual([9, 25])
    expect(spansOf(known, { fresh: [change(9), change(20)] })[1]).toEqual([9, 22])
    expect(spansOf(known, { fresh: [change(9)], repeated: [change(21)] })[1]).toEqual([9, 22])
  })
})

describe('a conversation', () => {
  const message = (hours: number): EventLine => ({
    ...change(hours),
    subjectKind: 'conversation',
    subjectId: 'c',
    type: 'message.sent',
  })

  it('is read from the earliest of its events to the latest, wherever a repeated delivery says that one lies', () => {
    const [spans, seen] = [createSpans(100), createSeenFilter()]
    seen.complete()
    const read = (fresh: EventLine[], repeated: EventLine[] = []) => {
      const [touched] = touchedThreads({ fresh, repeated }, spans, seen)
      return touched?.span && [touched.span.first / hour, touched.span.last / hour]
    }
    expect(read([message(8), message(12), message(10)])).toEqual([8, 12])
    expect(read([message(5)])).toEqual([5, 12])
    // After a batch that failed half-way its events come as repeated ones.
    expect(read([], [message(14)])).toEqual([5, 14])
    expect(read([message(9)])).toEqual([5, 14])
  })
})

describe('a visitor', () => {
  const viewed = (hours: number, contact = '', device = ''): EventLine => ({
    ...change(hours, 'v1'),
    subjectKind: 'visitor',
    type: 'page.viewed',
    row: `${eventColumns.map((column) => ({ contact_id: contact, device })[column as string] ?? '').join('\t')}\n`,
  })
  const named = (hours: number) => viewed(hours, 'p1')
  const spansOf = (...steps: EventLine[][]) => {
    const [spans, seen] = [createSpans(100), createSeenFilter()]
    seen.complete()
    return steps.map((fresh) => {
      const [touched] = touchedThreads({ fresh, repeated: [] }, spans, seen)
      return touched?.span && [touched.span.first / hour, touched.span.last / hour]
    })
  }

  it('who comes back later is read from then on, and so is one of whom is told what was before', () => {
    expect(spansOf([viewed(8)], [viewed(10)], [viewed(9)], [viewed(3), viewed(4)])).toEqual([
      [8, 8],
      [10, 10],
      [9, 9],
      [3, 4],
    ])
    // What lies between two visits is as far from both.
    expect(spansOf([viewed(8)], [viewed(20)], [viewed(14)], [viewed(13.5)])).toEqual([
      [8, 8],
      [20, 20],
      [14, 14],
      [13.5, 14],
    ])
    expect(spansOf([viewed(8)], [viewed(8.5)])).toEqual([
      [8, 8],
      [8, 8.5],
    ])
  })

  const reader = () => {
    const [spans, seen] = [createSpans(100), createSeenFilter()]
    seen.complete()
    return (fresh: EventLine | null, ...repeated: EventLine[]) => {
      const [touched] = touchedThreads({ fresh: fresh ? [fresh] : [], repeated }, spans, seen)
      return [touched?.span, touched?.joined].map((one) => one && [one.first / hour, one.last / hour])
    }
  }

  it('is read whole when one of its events tells who it is, and ever after for what tells it', () => {
    const read = reader()
    expect(read(viewed(8))).toEqual([[8, 8], undefined])
    expect(read(named(10))).toEqual([[8, 10], undefined])
    expect(read(viewed(12))).toEqual([
      [12, 12],
      [8, 12],
    ])
    expect(read(viewed(3))).toEqual([
      [3, 3],
      [3, 12],
    ])
    // What is not far is read with it.
    expect(read(viewed(8.5))).toEqual([
      [8, 8.5],
      [3, 12],
    ])
    expect(read(viewed(8.8, 'p2'))).toEqual([[3, 12], undefined])
  })

  it('who says the same as ever is read from then on, and whole as soon as somebody says something else', () => {
    const read = reader()
    expect(read(named(8))).toEqual([[8, 8], undefined])
    expect(read(named(12))).toEqual([[12, 12], undefined])
    expect(read(viewed(16))).toEqual([
      [16, 16],
      [8, 16],
    ])
    expect(read(viewed(20, 'p2'))).toEqual([[8, 20], undefined])
    expect(read(named(24))).toEqual([[8, 24], undefined])
    expect(read(viewed(28))).toEqual([
      [28, 28],
      [8, 28],
    ])
  })

  it('is read for what a repeated delivery says only where it is stored too', () => {
    const known = reader()
    known(named(8))
    expect(known(null, named(12))).toEqual([
      [12, 12],
      [8, 12],
    ])
    expect(known(named(16))).toEqual([[16, 16], undefined])
    const unsure = reader()
    unsure(viewed(8))
    expect(unsure(null, named(12))).toEqual([[8, 12], undefined])
    // What was stored at 12 may say nothing, or it.
    expect(unsure(named(16))).toEqual([[8, 16], undefined])
  })

  it('that is a robot is none', () => {
    expect(reader()(viewed(8, '', 'bot'))).toEqual([undefined, undefined])
  })
})

it('pieces are made one where they touch, and the nearest where they are too many', () => {
  const piece = (first: number, last = first) => ({ first, last })
  expect(withPiece([piece(1, 3), piece(10)], piece(4, 5), 1)).toEqual([piece(1, 5), piece(10)])
  const far = [0, 100, 200, 210, 300, 400, 500, 600].map((at) => piece(at))
  expect(withPiece(far, piece(700), 1)).toEqual(
    [0, 100]
      .map((at) => piece(at))
      .concat(
        [piece(200, 210)],
        [300, 400, 500, 600, 700].map((at) => piece(at)),
      ),
  )
})
