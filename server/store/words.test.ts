import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { literal } from '@parley/core/sql/literal.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Engine } from './engine.ts'
import { openEngine } from './open.ts'
import { wordsSql } from './words.ts'

const directory = mkdtempSync(join(tmpdir(), 'parley-words-'))
let engine: Engine

beforeAll(async () => {
  engine = await openEngine(directory)
}, 60_000)

afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true, force: true })
})

async function wordsOf(texts: readonly string[]): Promise<unknown[]> {
  const rows = await engine.query(
    `SELECT ${wordsSql('text')} FROM (SELECT arrayJoin([${texts.map((text) => literal(text)).join(', ')}]) AS text)`,
  )
  return rows.map(([words]) => words)
}

it('words are found in texts of every kind', async () => {
  expect(
    await wordsOf([
      '',
      'Is it there?',
      "I don't_know…",
      '“Прекрасно”, да',
      'ça va — naïve',
      '🚲 2 bikes👍',
      '’s avonds',
    ]),
  ).toEqual([
    [],
    ['is', 'it', 'there'],
    ['i', "don't", 'know'],
    ['прекрасно', 'да'],
    ['ça', 'va', 'naïve'],
    ['2', 'bikes'],
    ['s', 'avonds'],
  ])
})

it('words are those that the pattern finds, also where none is looked for by it', async () => {
  const sign = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'abc XYZ09 ') },
    fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom(...'’‘“”…—–¿¡«»№²½áßøİЖїأあ中👍ा', "'"),
  )
  const texts = fc.sample(fc.array(sign, { maxLength: 40 }), 3000).map((signs) => signs.join(''))
  const byPattern = await engine.query(
    `SELECT extractAll(lowerUTF8(text), ${literal("[\\p{L}\\p{M}\\p{N}]+(?:['’]\\p{L}+)*")})
FROM (SELECT arrayJoin([${texts.map((text) => literal(text)).join(', ')}]) AS text)`,
  )
  expect(await wordsOf(texts)).toEqual(byPattern.map(([words]) => words))
})
