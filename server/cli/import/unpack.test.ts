import { gzipSync, zstdCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpack } from './unpack.ts'

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function unpacked(bytes: Buffer, size = 64 * 1024): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of unpack(inChunks(bytes, size))) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

// Long enough, and different enough, for several blocks.
const text = Array.from({ length: 40_000 }, (_, index) => `line ${(index * 7919) % 100_003}\n`).join('')

test.each([
  ['plain', Buffer.from(text)],
  ['gzip', gzipSync(text)],
  ['zstd', zstdCompressSync(text)],
  ['two gzip files one behind the other', Buffer.concat([gzipSync(text.slice(0, 1_000)), gzipSync(text.slice(1_000))])],
  [
    'three zstd files one behind the other',
    Buffer.concat([text.slice(0, 9), text.slice(9, 2_000), text.slice(2_000)].map((part) => zstdCompressSync(part))),
  ],
  [
    'zstd behind a frame to be skipped',
    Buffer.concat([Buffer.from('502a4d180400000001020304', 'hex'), zstdCompressSync(text)]),
  ],
])('%s comes out as it was, whatever the chunks', async (_, bytes) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 900, max: 200_000 }), async (size) => {
      expect((await unpacked(bytes, size)) === text).toBe(true)
    }),
    { numRuns: 8, examples: [[bytes.length]] },
  )
})

test('a few bytes at a time are enough', async () => {
  expect(await unpacked(zstdCompressSync('short'), 1)).toBe('short')
  expect(await unpacked(gzipSync('short'), 1)).toBe('short')
  expect(await unpacked(Buffer.from('{}'), 1)).toBe('{}')
  expect(await unpacked(Buffer.alloc(0))).toBe('')
})

test.each([
  ['gzip that was cut off', gzipSync(text).subarray(0, -20), /damaged or cut off/],
  ['zstd that was cut off', zstdCompressSync(text).subarray(0, -20), /damaged or cut off/],
  [
    'zstd that is damaged',
    Buffer.concat([zstdCompressSync(text).subarray(0, 5_000), Buffer.alloc(5_000, 7)]),
    /damaged or cut off/,
  ],
  ['bzip2', Buffer.from('BZh91AY&SY'), /bzip2/],
  ['xz', Buffer.from('fd377a585a0000', 'hex'), /xz/],
  ['zip', Buffer.from('504b030414', 'hex'), /zip/],
])('%s is refused in words', async (_, bytes, words) => {
  await expect(unpacked(bytes)).rejects.toMatchObject({
    code: 'unreadable_file',
    message: expect.stringMatching(words),
  })
})
