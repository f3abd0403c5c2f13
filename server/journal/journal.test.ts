import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { comparePositions, type Journal, type Position } from './journal.ts'
import { encodeOpening, encodeRecord } from './record.ts'
import { segmentPath } from './segment-file.ts'
import { journalIn, readAll, temporaryDirectory, texts } from './testing.ts'

const appendAll = (journal: Journal, payloads: string[]) =>
  Promise.all(payloads.map((payload) => journal.append('events', Buffer.from(payload))))

describe('appending and reading', () => {
  it('gives back every record, whole and in the order of appending, now and after opening again', async () => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory)
    const payloads = [Buffer.alloc(0), Buffer.from([0, 255, 10, 13]), Buffer.from('ž\t\n'), Buffer.alloc(100_000, 7)]
    const positions: Position[] = []
    for (const [index, payload] of payloads.entries()) {
      positions.push(await journal.append(index % 2 === 0 ? 'events' : 'rejected', payload))
    }
    const expected = payloads.map((payload, index) => ({
      kind: index % 2 === 0 ? 'events' : 'rejected',
      payload,
      position: positions[index],
    }))
    expect(await readAll(journal)).toMatchObject(expected)
    await journal.close()
    const { journal: again, incidents } = await journalIn(directory)
    expect(await readAll(again)).toMatchObject(expected)
    expect(incidents).toEqual([])
  })

  it('reads at most the bytes asked for, but always at least one record', async () => {
    const { journal } = await journalIn(temporaryDirectory())
    await appendAll(journal, ['a'.repeat(500), 'b'.repeat(100), 'c'.repeat(100), 'd'.repeat(500)])
    const first = await journal.read(journal.checkpoint(), 1)
    expect(first.records.map((record) => record.payload.length)).toEqual([500])
    const second = await journal.read(first.next, 2 * 124)
    expect(second.records.map((record) => record.payload.length)).toEqual([100, 100])
    expect(second.records[1]?.next).toEqual(second.next)
    expect((await journal.read(journal.end(), 1000)).records).toEqual([])
  })

  it('reads over the ends of segments in one go', async () => {
    const { journal } = await journalIn(temporaryDirectory(), 200)
    for (let index = 0; index < 20; index++) await journal.append('events', Buffer.from(`record ${index}`))
    expect(journal.stats().segments).toBeGreaterThan(3)
    const { records, next } = await journal.read(journal.checkpoint(), 100_000)
    expect(records.map((record) => record.payload.toString())).toEqual(
      Array.from({ length: 20 }, (_, index) => `record ${index}`),
    )
    expect(next).toEqual(journal.end())
  })

  it('begins a new segment at the limit, and gives a record larger than the limit one of its own', async () => {
    const { journal } = await journalIn(temporaryDirectory(), 1000)
    await journal.append('events', Buffer.alloc(500, 1))
    await journal.append('events', Buffer.alloc(5000, 2))
    await journal.append('events', Buffer.alloc(500, 3))
    expect((await readAll(journal)).map((record) => [record.position.segment, record.payload[0]])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('lets appends that wait for the disk share one sync', async () => {
    const { journal } = await journalIn(temporaryDirectory(), 10_000_000)
    await appendAll(
      journal,
      Array.from({ length: 1000 }, (_, index) => `${index}`),
    )
    expect(journal.stats()).toMatchObject({ appends: 1000, syncs: 1 })
    const producers = Array.from({ length: 50 }, async () => {
      for (let index = 0; index < 20; index++) await journal.append('events', Buffer.from('x'))
    })
    await Promise.all(producers)
    expect(journal.stats()).toMatchObject({ appends: 2000, syncs: 21 })
  })

  it('waits for more until a record behind the place is durable, or the journal closes', async () => {
    const { journal } = await journalIn(temporaryDirectory())
    const before = journal.end()
    let isThere = false
    const waiting = journal.waitForMore(before).then(() => {
      isThere = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isThere).toBe(false)
    await journal.append('events', Buffer.from('x'))
    await waiting
    await journal.waitForMore(before)
    expect(comparePositions(journal.end(), before)).toBeGreaterThan(0)
    const untilClosed = journal.waitForMore(journal.end())
    await journal.close()
    await untilClosed
  })

  it('finishes the appends under way when it closes and refuses later ones', async () => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory)
    const underWay = appendAll(journal, ['a', 'b'])
    await journal.close()
    await underWay
    await expect(journal.append('events', Buffer.from('c'))).rejects.toMatchObject({
      code: 'journal_unavailable',
      status: 503,
    })
    expect(await texts((await journalIn(directory)).journal)).toEqual(['a', 'b'])
  })

  it('refuses a record over the limit', async () => {
    const { journal } = await journalIn(temporaryDirectory())
    await expect(journal.append('events', Buffer.allocUnsafe(128 * 1024 * 1024))).rejects.toMatchObject({
      code: 'journal_record_too_large',
      status: 413,
    })
  })

  it('cannot be opened where a file stands in the way', async () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'file'), '')
    await expect(journalIn(join(directory, 'file'))).rejects.toMatchObject({ code: 'journal_unavailable', status: 503 })
  })
})

describe('the checkpoint', () => {
  it('removes only segments that lie wholly before it, and is still there after opening again', async () => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory, 200)
    for (let index = 0; index < 20; index++) await journal.append('events', Buffer.from(`record ${index}`))
    const all = await readAll(journal)
    for (const count of [1, 2, 3, 7, 7, 8, 20]) {
      const to = all[count - 1]?.next ?? journal.end()
      await journal.advance(to)
      expect(journal.checkpoint()).toEqual(to)
      expect(readdirSync(directory).filter((name) => name.endsWith('.segment'))[0]).toBe(
        `${String(to.segment).padStart(10, '0')}.segment`,
      )
      expect((await readAll(journal)).length).toBe(20 - count)
    }
    await journal.close()
    const { journal: again, incidents } = await journalIn(directory, 200)
    expect(again.checkpoint()).toEqual(all[19]?.next)
    await again.append('events', Buffer.from('more'))
    expect(await texts(again)).toEqual(['more'])
    expect(incidents).toEqual([])
  })

  it('never moves back and never passes the end', async () => {
    const { journal } = await journalIn(temporaryDirectory())
    const start = journal.checkpoint()
    await journal.append('events', Buffer.from('a'))
    await journal.advance(journal.end())
    await journal.advance(start)
    expect(journal.checkpoint()).toEqual(journal.end())
    const { segment, offset } = journal.end()
    await expect(journal.advance({ segment, offset: offset + 1 })).rejects.toThrow(RangeError)
    await expect(journal.read(start, 1000)).rejects.toThrow(RangeError)
  })

  it.each(['damaged', 'gone'])('that is %s means: read again everything there is, and say so', async (state) => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory, 100)
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) await journal.append('events', Buffer.from(text.repeat(30)))
    const all = await readAll(journal)
    await journal.advance(all[2]?.next ?? journal.end())
    await journal.close()
    if (state === 'damaged') writeFileSync(join(directory, 'checkpoint'), '9 9 9\n')
    else rmSync(join(directory, 'checkpoint'))
    const { journal: again, incidents } = await journalIn(directory, 100)
    expect(incidents.map((incident) => incident.code)).toEqual(['checkpoint_unreadable'])
    expect((await texts(again)).map((text) => text[0])).toEqual(['c', 'd', 'e', 'f'])
  })

  it('torn while it was written is the one before it', async () => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory)
    await appendAll(journal, ['a', 'b', 'c', 'd'])
    const all = await readAll(journal)
    for (const record of all.slice(0, 3)) await journal.advance(record.next)
    await journal.close()
    const newest = Buffer.from(`${all[2]?.next.segment} ${all[2]?.next.offset} `)
    const bytes = readFileSync(join(directory, 'checkpoint'))
    bytes[bytes.indexOf(newest) + newest.length] = 0
    writeFileSync(join(directory, 'checkpoint'), bytes)
    const { journal: again, incidents } = await journalIn(directory)
    expect(again.checkpoint()).toEqual(all[1]?.next)
    expect(await texts(again)).toEqual(['c', 'd'])
    expect(incidents).toEqual([])
  })

  it('behind the last byte that is left keeps new records behind it', async () => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory)
    await appendAll(journal, ['old', 'lost with the power'])
    await journal.advance(journal.end())
    const { segment, offset } = journal.end()
    await journal.close()
    truncateSync(segmentPath(directory, segment), offset - 20)
    const { journal: again, incidents } = await journalIn(directory)
    expect(incidents).toMatchObject([{ code: 'missing_bytes', from: offset - 20, to: offset }])
    expect(await texts(again)).toEqual([])
    await again.append('events', Buffer.from('new'))
    expect(await texts(again)).toEqual(['new'])
    await again.close()
    expect(await texts((await journalIn(directory)).journal)).toEqual(['new'])
  })
})

/** A directory with one segment that holds 'first', 'second', 'third'. */
async function threeRecords(): Promise<{ directory: string; path: string; offsets: number[]; size: number }> {
  const directory = temporaryDirectory()
  const { journal } = await journalIn(directory)
  await appendAll(journal, ['first', 'second', 'third'])
  const offsets = (await readAll(journal)).map((record) => record.position.offset)
  await journal.close()
  const path = segmentPath(directory, 1)
  return { directory, path, offsets, size: statSync(path).size }
}

/** Writes a segment as the writer does; returns its end. */
function writeSegment(directory: string, segment: number, previous: Position, payloads: string[]): Position {
  const bytes = Buffer.alloc(1000)
  let end = encodeOpening(bytes, segment, previous)
  for (const text of payloads) end = encodeRecord(bytes, end, { segment, offset: end }, 'events', Buffer.from(text))
  writeFileSync(segmentPath(directory, segment), bytes.subarray(0, end))
  return { segment, offset: end }
}

describe('what a crash or a bad disk leaves', () => {
  it('drops a torn last record whatever its length, and goes on', async () => {
    const { path, offsets, size } = await threeRecords()
    const begin = offsets[2] ?? 0
    for (let length = begin; length < size; length++) {
      const directory = temporaryDirectory()
      copyFileSync(path, segmentPath(directory, 1))
      truncateSync(segmentPath(directory, 1), length)
      const { journal, incidents } = await journalIn(directory)
      expect(incidents).toMatchObject(length === begin ? [] : [{ code: 'torn_tail', from: begin, to: length }])
      expect(statSync(segmentPath(directory, 1)).size).toBe(begin)
      await journal.append('events', Buffer.from('fourth'))
      expect(await texts(journal)).toEqual(['first', 'second', 'fourth'])
      await journal.close()
      const { journal: again, incidents: later } = await journalIn(directory)
      expect(await texts(again)).toEqual(['first', 'second', 'fourth'])
      expect(later).toEqual([])
      await again.close()
    }
  })

  it('drops zeros behind the last record without keeping a copy', async () => {
    const { directory, path, size } = await threeRecords()
    truncateSync(path, size + 5000)
    const { journal, incidents } = await journalIn(directory)
    expect(incidents).toMatchObject([{ code: 'torn_tail', from: size, to: size + 5000, savedTo: null }])
    expect(await texts(journal)).toEqual(['first', 'second', 'third'])
  })

  it('reports any flipped bit amid records, keeps a copy of the bytes and reads on behind', async () => {
    const { path, offsets } = await threeRecords()
    const [, from = 0, to = 0] = offsets
    const whole = readFileSync(path)
    for (let bit = from * 8; bit < to * 8; bit += 5) {
      const directory = temporaryDirectory()
      const flipped = Buffer.from(whole)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(segmentPath(directory, 1), flipped)
      const { journal, incidents } = await journalIn(directory)
      expect(await texts(journal)).toEqual(['first', 'third'])
      expect(incidents).toMatchObject([{ code: 'damaged_records', segment: 1, from, to }])
      expect(readFileSync(incidents[0]?.savedTo ?? '')).toEqual(flipped.subarray(from, to))
      await journal.close()
    }
  })

  it('treats a bad end of a segment that is not the last as damage, not as torn', async () => {
    const { directory, path, offsets, size } = await threeRecords()
    const { journal } = await journalIn(directory)
    await journal.append('events', Buffer.from('fourth'))
    await journal.close()
    const bytes = readFileSync(path)
    bytes[size - 1] = 0
    writeFileSync(path, bytes)
    const { journal: again, incidents } = await journalIn(directory)
    expect(await texts(again)).toEqual(['first', 'second', 'fourth'])
    expect(incidents).toMatchObject([{ code: 'damaged_records', segment: 1, from: offsets[2], to: size }])
    expect(statSync(path).size).toBe(size)
  })

  it('reports damage that comes while it is open, once', async () => {
    const { directory, path, offsets } = await threeRecords()
    const { journal, incidents } = await journalIn(directory)
    const bytes = readFileSync(path)
    bytes[(offsets[1] ?? 0) + 24] = 0
    writeFileSync(path, bytes)
    expect(await texts(journal)).toEqual(['first', 'third'])
    expect(await texts(journal)).toEqual(['first', 'third'])
    expect(incidents).toMatchObject([{ code: 'damaged_records', from: offsets[1], to: offsets[2] }])
  })

  it('reports bytes and segments that are gone', async () => {
    const directory = temporaryDirectory()
    const { journal } = await journalIn(directory, 100)
    for (const text of ['a', 'b', 'c', 'd']) await journal.append('events', Buffer.from(text.repeat(50)))
    await journal.close()
    truncateSync(segmentPath(directory, 1), 32)
    truncateSync(segmentPath(directory, 2), 32)
    const { journal: again, incidents } = await journalIn(directory, 100)
    expect((await texts(again)).map((text) => text[0])).toEqual(['c', 'd'])
    expect(incidents).toMatchObject([
      { code: 'missing_bytes', segment: 1, from: 32 },
      { code: 'missing_bytes', segment: 2, from: 32 },
    ])
    await again.close()
    const other = temporaryDirectory()
    for (const segment of [1, 3, 4]) copyFileSync(segmentPath(directory, segment), segmentPath(other, segment))
    const { incidents: third } = await journalIn(other, 100)
    expect(third).toMatchObject([{ code: 'missing_segment', segment: 2, from: 0 }])
  })

  it('is not deceived by records inside of payloads', async () => {
    const { path, offsets, directory } = await threeRecords()
    const record = readFileSync(path).subarray(offsets[2])
    const { journal } = await journalIn(directory)
    const position = await journal.append('events', Buffer.concat([Buffer.from('around '), record]))
    await journal.append('events', Buffer.from('last'))
    await journal.close()
    const bytes = readFileSync(segmentPath(directory, position.segment))
    bytes[position.offset + 24] = 0
    writeFileSync(segmentPath(directory, position.segment), bytes)
    const { journal: again, incidents } = await journalIn(directory)
    expect(await texts(again)).toEqual(['first', 'second', 'third', 'last'])
    expect(incidents).toHaveLength(1)
  })

  it('never reads what stands behind the end that the next segment names, nor segments begun in between', async () => {
    const directory = temporaryDirectory()
    const endOfFirst = writeSegment(directory, 1, { segment: 0, offset: 0 }, ['first'])
    writeSegment(directory, 1, { segment: 0, offset: 0 }, ['first', 'refused'])
    writeSegment(directory, 2, endOfFirst, ['refused'])
    writeSegment(directory, 3, endOfFirst, ['second'])
    const { journal, incidents } = await journalIn(directory)
    expect(await texts(journal)).toEqual(['first', 'second'])
    expect(incidents).toEqual([])
    expect(readdirSync(directory)).not.toContain('0000000002.segment')
  })

  it('refuses to pass over a record of a newer version', async () => {
    const { directory, path, offsets } = await threeRecords()
    const bytes = readFileSync(path)
    const at = offsets[1] ?? 0
    bytes[at + 8] = 2
    bytes.writeUInt32LE(crc32(bytes.subarray(at + 8, offsets[2])), at + 4)
    writeFileSync(path, bytes)
    await expect(journalIn(directory)).rejects.toMatchObject({ code: 'journal_format_unknown', status: 500 })
  })
})
