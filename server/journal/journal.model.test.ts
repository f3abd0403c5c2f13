import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Journal, openJournal } from './journal.ts'
import { segmentPath } from './segment-file.ts'
import { readAll, temporaryDirectory } from './testing.ts'

type Step =
  | { readonly do: 'append'; readonly sizes: readonly number[] }
  | { readonly do: 'reopen'; readonly tornBytes: number }
  | { readonly do: 'advance'; readonly share: number }
  | { readonly do: 'read'; readonly maxBytes: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('append'), sizes: fc.array(fc.nat(400), { maxLength: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen'), tornBytes: fc.constantFrom(0, 0, 1, 23, 24, 300) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('advance'), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('read'), maxBytes: fc.integer({ min: 1, max: 3000 }) }) },
)

it('behaves as a plain list does, whatever is appended, advanced, torn and opened again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 2000 }), async (steps, limit) => {
      const directory = temporaryDirectory()
      const open = () => openJournal({ directory, segmentBytesLimit: limit, onIncident: () => undefined })
      let journal = await open()
      let expected: string[] = []
      let appended = 0
      for (const step of steps) {
        if (step.do === 'append') {
          const payloads = step.sizes.map((size) => `${appended++} ${'x'.repeat(size)}`)
          await Promise.all(payloads.map((text) => journal.append('events', Buffer.from(text))))
          expected.push(...payloads)
        } else if (step.do === 'advance') {
          const records = await readAll(journal)
          const count = Math.round(step.share * records.length)
          await journal.advance(records[count - 1]?.next ?? journal.checkpoint())
          expected = expected.slice(count)
        } else if (step.do === 'reopen') {
          journal = await reopen(journal, directory, step.tornBytes, open)
        }
        const read = await readAll(journal, step.do === 'read' ? step.maxBytes : 100_000)
        expect(read.map((record) => record.payload.toString())).toEqual(expected)
      }
      await journal.close()
    }),
    { numRuns: 60 },
  )
})

async function reopen(journal: Journal, directory: string, tornBytes: number, open: () => Promise<Journal>) {
  const { segment, offset } = journal.end()
  await journal.close()
  const path = segmentPath(directory, segment)
  if (offset > 0 && tornBytes > 0) {
    writeFileSync(path, Buffer.concat([await readFile(path), Buffer.alloc(tornBytes, 0xff)]))
  }
  return open()
}
