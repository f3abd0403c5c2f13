import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { limits } from '../../limits.ts'
import type { Piece, Splitter } from './piece.ts'
import { formOf, openPieces } from './pieces.ts'
import { createLineSplitter } from './split-lines.ts'
import { createValueSplitter } from './split-values.ts'

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

function pieces(splitter: Splitter, chunks: readonly Buffer[]): Piece[] {
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()]
}

function texts(splitter: Splitter, text: string): string[] {
  return pieces(splitter, [Buffer.from(text)]).map(({ bytes }) => bytes.toString('utf8'))
}

const anyValue = fc.jsonValue({ maxDepth: 4, noneStringEnum: true, stringUnit: 'binary' } as never)
const anyCuts = fc.array(fc.nat(), { maxLength: 12 })
/** How people and programs lay JSON out. */
const anyIndent = fc.constantFrom(undefined, 1, 2, '\t')
const anyEnd = fc.constantFrom('\n', '\r\n')

describe('the value splitter', () => {
  it('finds every element of a list, however it is laid out and wherever chunks end', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 8 }), anyIndent, anyEnd, anyCuts, (values, indent, end, cuts) => {
        const text = JSON.stringify(values, null, indent).replaceAll('\n', end)
        const found = pieces(createValueSplitter(), cut(Buffer.from(text), cuts))
        expect(found.map(({ bytes }) => JSON.parse(bytes.toString('utf8')))).toEqual(JSON.parse(text))
        expect(found.map(({ place }) => place)).toEqual(values.map((_, index) => index + 1))
        expect(found.filter(({ bytes }) => bytes.includes(10))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('finds values and lists that follow each other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.object(), { maxLength: 3 }), { maxLength: 4 }),
        anyIndent,
        anyCuts,
        (lists, indent, cuts) => {
          const text = lists
            .map((list) => JSON.stringify(list.length === 1 ? list[0] : list, null, indent))
            .join('\n\n')
          const found = pieces(createValueSplitter(), cut(Buffer.from(text), cuts))
          expect(found.map(({ bytes }) => JSON.parse(bytes.toString('utf8')))).toEqual(
            JSON.parse(JSON.stringify(lists.flat())),
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test.each([
    ['an empty list', '[]', []],
    ['numbers, words and strings', '[1, true ,null,"a]"]', ['1', 'true', 'null', '"a]"']],
    [
      'brackets and quotes within strings',
      String.raw`[{"a":"}]\"\\"},{"b":"["}]`,
      [String.raw`{"a":"}]\"\\"}`, '{"b":"["}'],
    ],
    ['commas without a list', '{"a":1},\n{"a":2}', ['{"a":1}', '{"a":2}']],
    ['a bracket too many', '[{"a":1}}, {"b":2}]', ['{"a":1}', '}', '{"b":2}']],
    ['a list that was cut off within an event', '[{"a":1},{"b":', ['{"a":1}', '{"b":']],
    ['a list that was cut off between events', '[{"a":1},', ['{"a":1}', '[']],
    ['a list that was cut off within a string', '[{"a":"x', ['{"a":"x']],
  ])('%s: no byte is lost and none made up', (_, text, expected) => {
    expect(texts(createValueSplitter(), text)).toEqual(expected)
  })

  it('leaves a line end within a string as wrong as it was', () => {
    const [piece = ''] = texts(createValueSplitter(), '[{\n"a":"x\ny"}]')
    expect(piece).not.toContain('\n')
    expect(() => JSON.parse(piece)).toThrow()
  })
})

describe('the line splitter', () => {
  it('finds every line that is not empty, wherever chunks end', () => {
    const anyLine = fc.oneof(fc.constantFrom('', ' ', '\t', '\u00a0', '{', '{"a":1}', '[]', 'x'), fc.string())
    fc.assert(
      fc.property(fc.array(anyLine.map((line) => line.replaceAll('\n', ' '))), anyCuts, (lines, cuts) => {
        const found = pieces(createLineSplitter(), cut(Buffer.from(lines.join('\n')), cuts))
        const expected = lines
          .map((text, index) => ({ text, place: index + 1 }))
          .filter(({ text }) => text.trim() !== '')
        expect(found.map(({ bytes, place }) => ({ text: bytes.toString('utf8'), place }))).toEqual(expected)
      }),
    )
  })

  it('keeps no more of an endless line than an event may have', () => {
    const splitter = createLineSplitter()
    const chunk = Buffer.alloc(limits.importEventBytes / 4, 'x')
    for (let part = 0; part < 9; part += 1) expect(splitter.push(chunk)).toEqual([])
    const [long, short] = splitter.push(Buffer.from('\n{}\n'))
    expect(long?.bytes.length).toBe(limits.importEventBytes)
    expect(short?.bytes.toString()).toBe('{}')
  })
})

describe('what a file is', () => {
  test.each([
    ['events on lines', '{"a":1}\n{"a":2}\n', 'lines'],
    ['one event on one line', '{"a":1}', 'lines'],
    ['empty lines before the first event', '\n\n{"a":1}\n{"a":2}', 'lines'],
    ['a first line that was cut off', '{"a":"x\n{"a":2}', 'lines'],
    ['a first line that ends with a comma', '{"a":1,\n{"a":2}', 'lines'],
    ['a first line that is no JSON', 'hello\n{"a":2}', 'lines'],
    ['nothing', '', 'lines'],
    ['a list', '[{"a":1}]', 'values'],
    ['a list over lines', '  [\n {"a":1}\n]', 'values'],
    ['one event over lines', '{\n  "a": 1\n}', 'values'],
    ['one event over lines, its first attribute on the first', '{"a": 1,\n "b": {}}', 'values'],
    ['one event over lines whose data is on the second', '{"data":\n{"a":1}}', 'values'],
    ['one event over lines with a list', '{"a": [1,\n{"b": 2}]}', 'values'],
  ])('%s: %j is read as %s', (_, head, form) => {
    expect(formOf(head)).toBe(form)
  })

  it('does not mind a byte order mark', async () => {
    async function* chunks() {
      yield Buffer.from('\ufeff[{"a":1}]')
    }
    const { pieces } = await openPieces(chunks())
    const found: string[] = []
    for await (const some of pieces) found.push(...some.map(({ bytes }) => bytes.toString('utf8')))
    expect(found).toEqual(['{"a":1}'])
  })
})
