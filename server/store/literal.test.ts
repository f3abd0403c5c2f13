import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { literal } from '@parley/core/sql/literal.ts'
import { anyHostileText, hostileTexts } from '@parley/fixtures/hostile-text.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from './engine.ts'
import { openEngine } from './open.ts'
import { decodeTsvText, encodeTsvText } from './tsv.ts'

let directory: string
let engine: Engine

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'parley-literal-'))
  engine = await openEngine(directory)
  await engine.command('CREATE TABLE texts (place UInt32, said String) ENGINE = MergeTree ORDER BY place')
})

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

/** The bytes of texts as the engine has them, in hexadecimal: no format on the way back can change them. */
async function bytesOf(texts: readonly string[]): Promise<string[]> {
  const [row] = await engine.query(`SELECT ${texts.map((text) => `hex(${literal(text)})`).join(', ')}`)
  return row as string[]
}

function hexOf(text: string): string {
  return Buffer.from(text.toWellFormed()).toString('hex').toUpperCase()
}

const anyTexts = fc.array(anyHostileText, { minLength: 1, maxLength: 25 })

describe('on the engine, a literal', () => {
  it.each(hostileTexts.map((text) => [text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : text, text]))(
    'of %j is that text',
    async (_, text) => {
      expect(await bytesOf([text])).toEqual([hexOf(text)])
      expect(await engine.query(`SELECT ${literal(text)}`)).toEqual([[text.toWellFormed()]])
    },
  )

  it('of any text is the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        expect(await bytesOf(texts)).toEqual(texts.map(hexOf))
      }),
      { numRuns: 150 },
    )
  })

  it('of a list holds the texts of the list and no others', async () => {
    await fc.assert(
      fc.asyncProperty(anyTexts, anyHostileText, async (texts, other) => {
        const asked = [...texts, other]
        const list = literal(texts)
        const [row] = await engine.query(`SELECT ${asked.map((text) => `${literal(text)} IN ${list}`).join(', ')}`)
        const known = new Set(texts.map(hexOf))
        expect(row).toEqual(asked.map((text) => (known.has(hexOf(text)) ? 1 : 0)))
      }),
      { numRuns: 100 },
    )
  })

  it('of a number is that number, to the last bit', async () => {
    const anyNumbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(anyNumbers, async (numbers) => {
        const columns = numbers.map((number) => `toFloat64(${literal(number)})`)
        expect((await engine.query(`SELECT ${columns.join(', ')}`))[0]).toEqual(numbers.map((number) => number || 0))
      }),
      { numRuns: 100 },
    )
  })
})

describe('on the engine, a row of tab-separated values', () => {
  it('holds any text as the same bytes, and reads back as the same text', async () => {
    let place = 0
    await fc.assert(
      fc.asyncProperty(anyTexts, async (texts) => {
        const first = place
        const rows = texts.map((text, index) => `${first + index}\t${encodeTsvText(text)}\n`)
        place += texts.length
        await engine.insertRows('texts', ['place', 'said'], Buffer.from(rows.join('')))
        const where = `place >= ${first} ORDER BY place`
        expect(await engine.query(`SELECT hex(said) FROM texts WHERE ${where}`)).toEqual(
          texts.map((text) => [hexOf(text)]),
        )
        const bytes = await engine.queryBytes(`SELECT said FROM texts WHERE ${where}`, 'TSV')
        const lines = Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1)
        expect(lines.map(decodeTsvText)).toEqual(texts.map((text) => text.toWellFormed()))
      }),
      { numRuns: 60 },
    )
  })
})
