import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ControlDatabase, openControlDatabase } from '../account/database.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import { createIngest, type Ingest } from './ingest.ts'
import { createQuarantine, type Quarantine, quarantineEntries } from './quarantine.ts'
import { createRecent } from './recent.ts'

const now = Date.parse('2026-03-20T12:00:00.000Z')
const place = { organizationId: 'o-1' }

let directory: string
let journal: Journal
let database: ControlDatabase
let ingest: Ingest
let quarantine: Quarantine
const clock = { time: now, now: () => clock.time }

beforeEach(async () => {
  clock.time = now
  directory = mkdtempSync(join(tmpdir(), 'parley-quarantine-'))
  journal = await openJournal({ directory: join(directory, 'journal') })
  database = await openControlDatabase({ postgresUrl: null, dataDirectory: directory })
  ingest = createIngest({ journal, clock, recent: createRecent(0) })
  quarantine = createQuarantine(database.db, ingest, clock)
})

afterEach(async () => {
  await journal.close()
  await database.close()
  rmSync(directory, { recursive: true, force: true })
})

const right = {
  specversion: '1.0',
  id: 'm-1',
  source: '/chat/eu',
  type: 'message.sent',
  data: { conversation_id: 'c-1', author: { kind: 'contact' }, text: 'a\u0000b' },
}
const wrong = { ...right, data: { ...right.data, author: { kind: 'robot' } } }

async function take(events: unknown, organizationId = 'o-1', contentType = 'application/json') {
  const body = Buffer.from(typeof events === 'string' ? events : JSON.stringify(events))
  return ingest.take({ organizationId, contentType, contentEncoding: undefined, headers: {}, body })
}

/** What the settling of the journal does with rejected events. */
async function settle(): Promise<void> {
  const { records } = await journal.read(journal.checkpoint(), 1e9)
  for (const { kind, payload, position } of records)
    if (kind === 'rejected') await quarantine.keep(quarantineEntries(payload, position))
}

async function onlyId(): Promise<string> {
  const { items } = await quarantine.list({ ...place, limit: 10 })
  expect(items).toHaveLength(1)
  return items[0]?.id ?? ''
}

async function journaledRows(): Promise<string[][]> {
  const { records } = await journal.read(journal.checkpoint(), 1e9)
  const events = records.filter(({ kind }) => kind === 'events')
  return events.flatMap(({ payload }) => payload.toString().trimEnd().split('\n')).map((row) => row.split('\t'))
}

describe('the quarantine', () => {
  it('keeps what was rejected, each once however often the journal is read', async () => {
    await take([wrong, right, 7])
    await take(`${JSON.stringify(right)}\n{"id": "m-`, 'o-1', 'application/x-ndjson')
    await settle()
    await settle()
    const { items, cursor } = await quarantine.list({ ...place, limit: 10 })
    expect(cursor).toBeNull()
    expect(items.map(({ beginning, status, received_at }) => [beginning, status, received_at])).toEqual([
      ['"{\\"id\\": \\"m-"', 'open', now],
      ['7', 'open', now],
      [JSON.stringify(wrong), 'open', now],
    ])
    expect(await quarantine.show({ ...place, id: items[2]?.id ?? '' })).toEqual({
      id: items[2]?.id,
      received_at: now,
      status: 'open',
      event: wrong,
      problems: [
        {
          reason: 'invalid_data',
          message: '"author.kind" is "robot"; it must be one of contact, agent, bot, system.',
          pointer: '/data/author/kind',
        },
      ],
      mended: null,
      replayed_at: null,
    })
  })

  it('is listed in pages, newest first, by status', async () => {
    await take(Array.from({ length: 1_205 }, (_, index) => ({ ...wrong, id: `m-${index}` })))
    await settle()
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await quarantine.list({ ...place, status: 'open', limit: 500, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor !== null)
    expect(seen).toHaveLength(1_205)
    expect(seen).toEqual([...new Set(seen)].toSorted().reverse())
    expect((await quarantine.list({ ...place, status: 'replayed', limit: 500 })).items).toEqual([])
    expect((await quarantine.list({ ...place, limit: 0 })).items).toHaveLength(1)
  })

  it('shows nothing of another organization', async () => {
    await take([wrong], 'o-2')
    await settle()
    expect((await quarantine.list({ ...place, limit: 10 })).items).toEqual([])
    const { items } = await quarantine.list({ organizationId: 'o-2', limit: 10 })
    const id = items[0]?.id ?? ''
    const notFound = { code: 'quarantine_not_found', status: 404 }
    await expect(quarantine.show({ ...place, id })).rejects.toMatchObject(notFound)
    await expect(quarantine.replay({ ...place, id, event: right })).rejects.toMatchObject(notFound)
    await expect(quarantine.discard({ ...place, id })).rejects.toMatchObject(notFound)
    expect((await quarantine.show({ organizationId: 'o-2', id })).status).toBe('open')
  })
})

describe('many at once', () => {
  const unknown = { ...right, id: 'u-1', type: 'message.send' }
  const future = { ...right, id: 'f-1', time: '2026-03-20T14:00:00Z' }

  it('are counted by the reason of their first problem, and listed by it', async () => {
    await take([unknown])
    await settle()
    clock.time += 1000
    await take([wrong, { ...unknown, id: 'u-2' }])
    await take([wrong], 'o-2')
    await settle()
    expect(await quarantine.reasons('o-1')).toEqual([
      { reason: 'unknown_type', events: 2, first_received_at: now, last_received_at: now + 1000 },
      { reason: 'invalid_data', events: 1, first_received_at: now + 1000, last_received_at: now + 1000 },
    ])
    const { items } = await quarantine.list({ ...place, reason: 'invalid_data', limit: 10 })
    expect(items.map(({ beginning }) => beginning)).toEqual([JSON.stringify(wrong)])
  })

  it('are replayed by a reason, part by part, each with what became of it; the others are left alone', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({ ...future, id: `f-${index}` }))
    await take([...many, { ...future, id: 'late', time: '2026-03-21T14:00:00Z' }, wrong])
    await settle()
    clock.time += 2 * 3_600_000
    const first = await quarantine.replayMany({ ...place, reason: 'time_in_future' })
    expect(first.results).toHaveLength(200)
    const second = await quarantine.replayMany({ ...place, reason: 'time_in_future', cursor: first.cursor ?? '' })
    expect([second.results.length, second.cursor]).toEqual([51, null])
    const refused = [...first.results, ...second.results].filter(({ isReplayed }) => !isReplayed)
    expect(refused).toMatchObject([{ problems: [{ reason: 'time_in_future' }] }])
    expect((await quarantine.reasons('o-1')).map(({ reason, events }) => [reason, events])).toEqual([
      ['invalid_data', 1],
      ['time_in_future', 1],
    ])
    expect(await journaledRows()).toHaveLength(250)
  })

  it('are those that are named, and only of the own organization', async () => {
    await take([wrong, unknown])
    await settle()
    await take([wrong], 'o-2')
    await settle()
    const { items } = await quarantine.list({ ...place, limit: 10 })
    const theirs = await quarantine.list({ organizationId: 'o-2', limit: 10 })
    const ids = [items[0]?.id ?? '', theirs.items[0]?.id ?? '']
    expect(await quarantine.discardMany({ ...place, ids })).toBe(1)
    expect(await quarantine.discardMany({ ...place, reason: 'time_too_old' })).toBe(0)
    expect((await quarantine.replayMany({ ...place, ids })).results).toEqual([])
    expect((await quarantine.list({ ...place, status: 'open', limit: 10 })).items).toHaveLength(1)
    expect((await quarantine.list({ organizationId: 'o-2', status: 'open', limit: 10 })).items).toHaveLength(1)
  })
})

describe('replaying', () => {
  it('takes the mended event, at the time at which it first came, and closes the case', async () => {
    await take([wrong])
    await settle()
    const id = await onlyId()
    clock.time += 3_600_000
    expect(await quarantine.replay({ ...place, id, event: right })).toEqual({ isReplayed: true })
    const mended = { ...right, time: new Date(now).toISOString() }
    expect(await quarantine.show({ ...place, id })).toMatchObject({
      status: 'replayed',
      event: wrong,
      mended,
      replayed_at: clock.time,
    })
    const [row] = await journaledRows()
    expect(row?.slice(0, 8)).toEqual([
      'o-1',
      '/chat/eu',
      'm-1',
      'conversation',
      'c-1',
      '1774008000.000',
      'message.sent',
      '1774011600.000',
    ])
    const closed = { code: 'quarantine_closed', status: 409 }
    await expect(quarantine.replay({ ...place, id, event: right })).rejects.toMatchObject(closed)
    await expect(quarantine.discard({ ...place, id })).rejects.toMatchObject(closed)
  })

  it('takes the event as it came when that is right by now', async () => {
    await take([{ ...right, time: '2026-03-20T14:00:00Z' }])
    await settle()
    const id = await onlyId()
    expect(await quarantine.replay({ ...place, id })).toMatchObject({
      isReplayed: false,
      problems: [{ reason: 'time_in_future' }],
    })
    clock.time += 2 * 3_600_000
    expect(await quarantine.replay({ ...place, id })).toEqual({ isReplayed: true })
  })

  it('tells what is still wrong, changes nothing and puts nothing more into the quarantine', async () => {
    await take([wrong])
    await settle()
    const id = await onlyId()
    const event = { ...right, type: 'message.snet' }
    expect(await quarantine.replay({ ...place, id, event })).toEqual({
      isReplayed: false,
      problems: [
        {
          reason: 'unknown_type',
          message: '"type" is "message.snet", which is not known; did you mean "message.sent"?',
          pointer: '/type',
        },
      ],
    })
    await settle()
    expect(await onlyId()).toBe(id)
    expect(await quarantine.show({ ...place, id })).toMatchObject({ status: 'open', mended: null })
    expect(await journaledRows()).toEqual([])
  })

  it('of what was no JSON needs an event', async () => {
    await take(`${JSON.stringify(right)}\n{`, 'o-1', 'application/x-ndjson')
    await settle()
    const id = await onlyId()
    await expect(quarantine.replay({ ...place, id })).rejects.toMatchObject({ code: 'unreadable_body', status: 400 })
    expect(await quarantine.replay({ ...place, id, event: { ...right, id: 'm-2' } })).toEqual({ isReplayed: true })
  })
})

describe('discarding', () => {
  it('closes the case, and once more changes nothing', async () => {
    await take([wrong])
    await settle()
    const id = await onlyId()
    await quarantine.discard({ ...place, id })
    await quarantine.discard({ ...place, id })
    expect((await quarantine.list({ ...place, status: 'discarded', limit: 10 })).items).toHaveLength(1)
    await expect(quarantine.replay({ ...place, id, event: right })).rejects.toMatchObject({ code: 'quarantine_closed' })
  })
})
