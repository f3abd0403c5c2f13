import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@parley/core/errors/app-error.ts'
import { cloudEventOf, type EventType, eventTypes } from '@parley/model/events/index.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Journal, openJournal } from '../journal/journal.ts'
import { limits } from '../limits.ts'
import { createIngest, type Ingest, type IngestRequest, ingestSteps, type Recent } from './ingest.ts'
import { decodeRejected } from './rejected.ts'

const now = Date.parse('2026-03-20T12:00:00.000Z')

let directory: string
let journal: Journal
let known: Set<string>
let ingest: Ingest

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-ingest-'))
  journal = await openJournal({ directory })
  known = new Set()
  ingest = createIngest({ journal, recent: remembering(known), clock: { now: () => now } })
})

afterEach(async () => {
  await journal.close()
  rmSync(directory, { recursive: true, force: true })
})

function remembering(names: Set<string>): Recent {
  return {
    from: (...place) => ({
      has: (id) => names.has(JSON.stringify([...place, id])),
      add: (id) => void names.add(JSON.stringify([...place, id])),
    }),
  }
}

function message(id: string, data: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    specversion: '1.0',
    id,
    source: '/chat/eu',
    type: 'message.sent',
    time: '2026-03-01T09:00:00.000Z',
    data: { conversation_id: 'c-1', author: { kind: 'contact', id: 'v-9' }, channel: 'web', text: 'hello', ...data },
  }
}

function request(events: unknown, more: Partial<IngestRequest> = {}): IngestRequest {
  return {
    organizationId: 'o-1',
    contentType: 'application/json',
    contentEncoding: undefined,
    headers: {},
    body: Buffer.from(JSON.stringify(events)),
    ...more,
  }
}

/** What the journal holds: the rows of events, and the rejected ones. */
async function journaled() {
  const { records } = await journal.read(journal.checkpoint(), 1e9)
  return {
    rows: records
      .filter(({ kind }) => kind === 'events')
      .flatMap(({ payload }) => payload.toString().split('\n').slice(0, -1)),
    rejected: records.filter(({ kind }) => kind === 'rejected').flatMap(({ payload }) => decodeRejected(payload)),
  }
}

async function journaledIds(): Promise<(string | undefined)[]> {
  return (await journaled()).rows.map((row) => row.split('\t')[2])
}

describe('taking events', () => {
  it('goes its named steps', () => {
    expect(ingestSteps.map(({ name }) => name)).toEqual(['read', 'check', 'enrich', 'encode', 'recognize', 'journal'])
  })

  it('takes every sample of every type', async () => {
    const events = (Object.keys(eventTypes) as EventType[]).flatMap((type) =>
      eventTypes[type].samples.map((sample) => cloudEventOf(type, sample)),
    )
    expect(await ingest.take(request(events))).toEqual({ accepted: events.length, duplicates: 0, rejected: [] })
    expect(await journaledIds()).toEqual(events.map(({ id }) => id))
  })

  it('answers when the rows are durable, and the same rows come back from the journal opened again', async () => {
    await ingest.take(request([message('m-1'), message('m-2', { text: 'a\tb\n\\N' })]))
    const before = await journaled()
    await journal.close()
    journal = await openJournal({ directory })
    expect(await journaled()).toEqual(before)
    expect(before.rows[0]).toBe(
      'o-1\t/chat/eu\tm-1\tconversation\tc-1\t1772355600.000\tmessage.sent\t1774008000.000\tcontact\tv-9\tweb\t\t\t\t\t\t\t\t\t\t\t\t\t\t\\N\t\\N\t0\t\t\t\t\t\t{"text":"hello"}\t\t',
    )
  })

  it('writes nothing for an empty list', async () => {
    expect(await ingest.take(request([]))).toEqual({ accepted: 0, duplicates: 0, rejected: [] })
    expect(journal.stats().appends).toBe(0)
  })

  it('refuses the whole of what cannot be read, and writes nothing', async () => {
    await expect(ingest.take(request([message('m-1')], { body: Buffer.from('[{]') }))).rejects.toMatchObject({
      code: 'unreadable_body',
    })
    expect(journal.stats().appends).toBe(0)
  })
})

describe('duplicates', () => {
  it('are accepted, counted and not written again, in one request and in the next', async () => {
    expect(await ingest.take(request([message('m-1'), message('m-2'), message('m-1')]))).toMatchObject({
      accepted: 3,
      duplicates: 1,
    })
    expect(await ingest.take(request([message('m-2'), message('m-3')]))).toMatchObject({ accepted: 2, duplicates: 1 })
    expect(await journaledIds()).toEqual(['m-1', 'm-2', 'm-3'])
  })

  it('are of the same organization and source', async () => {
    await ingest.take(request([message('m-1')]))
    expect(await ingest.take(request([{ ...message('m-1'), source: '/chat/us' }]))).toMatchObject({ duplicates: 0 })
    expect(await ingest.take(request([message('m-1')], { organizationId: 'o-2' }))).toMatchObject({ duplicates: 0 })
    expect(await journaledIds()).toEqual(['m-1', 'm-1', 'm-1'])
  })

  it('of an event that could not be made durable are not recognized: it is written with the second delivery', async () => {
    let isBroken = true
    const refusing = createIngest({
      recent: remembering(known),
      clock: { now: () => now },
      journal: {
        append: (kind, payload) => {
          if (isBroken) return Promise.reject(new AppError('journal_unavailable', 503, 'The disk is full.'))
          return journal.append(kind, payload)
        },
      },
    })
    await expect(refusing.take(request([message('m-1')]))).rejects.toMatchObject({
      code: 'journal_unavailable',
      status: 503,
    })
    isBroken = false
    expect(await refusing.take(request([message('m-1')]))).toEqual({ accepted: 1, duplicates: 0, rejected: [] })
    expect(await journaledIds()).toEqual(['m-1'])
  })
})

describe('rejected events', () => {
  const wrong = { ...message('m-2', { author: { kind: 'robot' }, private: 1 }), specversion: '2' }

  it('are told in their places with all that is wrong, kept whole, and do not stop the others', async () => {
    const answer = await ingest.take(request([message('m-1'), wrong, 7, message('m-4')]))
    const problems = [
      { reason: 'invalid_envelope', message: '"specversion" is "2"; it must be "1.0".', pointer: '/specversion' },
      {
        reason: 'invalid_data',
        message: '"author.kind" is "robot"; it must be one of contact, agent, bot, system.',
        pointer: '/data/author/kind',
      },
      { reason: 'invalid_data', message: '"private" is 1; it must be true or false.', pointer: '/data/private' },
    ]
    const notAnObject = { reason: 'invalid_envelope', message: 'The event is 7; it must be an object.', pointer: '' }
    expect(answer).toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: [
        { index: 1, id: 'm-2', ...problems[0], problems },
        { index: 2, id: null, ...notAnObject, problems: [notAnObject] },
      ],
    })
    const kept = await journaled()
    expect(kept.rows).toHaveLength(2)
    expect(kept.rejected).toEqual([
      { organization_id: 'o-1', received_at: now, index: 1, event: wrong, problems },
      { organization_id: 'o-1', received_at: now, index: 2, event: 7, problems: [notAnObject] },
    ])
  })

  it('are told in the order of the request, unreadable lines among them', async () => {
    const body = Buffer.from(`${JSON.stringify(wrong)}\n{\n${JSON.stringify(message('m-3'))}\n${JSON.stringify(wrong)}`)
    const answer = await ingest.take(request(null, { body, contentType: 'application/x-ndjson' }))
    expect(answer.accepted).toBe(1)
    expect(answer.rejected.map(({ index, reason }) => [index, reason])).toEqual([
      [0, 'invalid_envelope'],
      [1, 'unreadable'],
      [3, 'invalid_envelope'],
    ])
  })

  it('of a replay are told and not kept again', async () => {
    const answer = await ingest.take(request([wrong], { isReplay: true }))
    expect(answer.rejected).toHaveLength(1)
    expect(journal.stats().appends).toBe(0)
  })

  it('that a publishable key may not send are rejected, the others are taken', async () => {
    const view = { ...message('p-1'), type: 'page.viewed', data: { visitor_id: 'v-1', url: 'https://a.example/' } }
    const answer = await ingest.take(request([view, message('m-1')], { publishable: true }))
    expect(answer.accepted).toBe(1)
    expect(answer.rejected).toMatchObject([{ index: 1, id: 'm-1', reason: 'forbidden_type', pointer: '/type' }])
  })

  it('that are too large are rejected in their places, kept by their beginning, and no duplicate is made of them', async () => {
    const large = message('m-2', { text: 'я'.repeat(limits.eventBytes / 2) })
    const wrongToo = { ...large, id: 'm-3', specversion: '2' }
    const answer = await ingest.take(request([message('m-1'), large, wrongToo, message('m-4'), large]))
    expect(answer).toMatchObject({ accepted: 2, duplicates: 0 })
    expect(answer.rejected.map(({ index, id, reason, problems }) => [index, id, reason, problems.length])).toEqual([
      [1, 'm-2', 'too_large', 1],
      [2, 'm-3', 'too_large', 2],
      [4, 'm-2', 'too_large', 1],
    ])
    const { rejected } = await journaled()
    expect(rejected.map(({ event }) => String(event).length)).toEqual(Array(3).fill(limits.rejectedBeginningCharacters))
  })

  it('that are as large as they may be are taken', async () => {
    const frame = Buffer.byteLength(JSON.stringify(message('m-1', { text: '' })))
    const full = message('m-1', { text: 'x'.repeat(limits.eventBytes - frame) })
    const over = message('m-2', { text: 'x'.repeat(limits.eventBytes - frame + 1) })
    const answer = await ingest.take(request([full, over]))
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1, reason: 'too_large' }] })
  })

  it('that are nested without end are rejected', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    for (const place of ['"extra"', '"data"']) {
      const body = Buffer.from(`[{"id":"m-1",${place}:${deep}}]`)
      const answer = await ingest.take(request(null, { body }))
      expect(answer.rejected).toMatchObject([{ id: 'm-1', reason: 'invalid_data', pointer: '' }])
    }
  })
})

describe('whatever is sent', () => {
  const contentTypes = fc.constantFrom(
    'application/cloudevents+json',
    'application/cloudevents-batch+json',
    'application/json',
    'application/x-ndjson',
    'text/plain',
    undefined,
  )
  const whole = JSON.stringify([message('m-1'), message('m-2')])
  const damaged = fc
    .tuple(fc.nat(whole.length), fc.nat(5), fc.string({ maxLength: 5 }))
    .map(([at, gone, put]) => Buffer.from(whole.slice(0, at) + put + whole.slice(at + gone)))
  const bodies = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
    fc
      .array(
        fc.record({
          id: fc.jsonValue(),
          time: fc.jsonValue(),
          type: fc.constantFrom('message.sent', 'x', 7),
          data: fc.jsonValue(),
        }),
      )
      .map((events) => Buffer.from(JSON.stringify(events))),
  )

  it('is answered, each event accepted or rejected, or refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(
        contentTypes,
        fc.constantFrom(undefined, undefined, undefined, 'gzip'),
        bodies,
        async (contentType, contentEncoding, body) => {
          try {
            const { accepted, rejected } = await ingest.take(request(null, { contentType, contentEncoding, body }))
            const indexes = rejected.map(({ index }) => index)
            expect(indexes).toEqual([...new Set(indexes)].toSorted((a, b) => a - b))
            expect(indexes.every((index) => index < accepted + rejected.length)).toBe(true)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            expect([400, 413, 415]).toContain(error.status)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
