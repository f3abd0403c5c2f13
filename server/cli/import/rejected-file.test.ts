import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openRejectedFile, type Rejection } from './rejected-file.ts'

const place = mkdtempSync(join(tmpdir(), 'parley-rejected-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

function rejection(number: number): Rejection {
  return {
    bytes: Buffer.from(`{"number":${number}}`),
    place: number,
    problems: [{ reason: 'invalid_data', message: 'no', pointer: '' }],
  }
}

function numbersIn(path: string): number[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line).event.number)
}

test('a second run writes behind what the first had noted, over what it had not', () => {
  const path = join(place, 'resumed.ndjson')
  const first = openRejectedFile(path, 0)
  first.add([rejection(1), rejection(2)])
  const noted = first.bytes()
  first.add([rejection(3)])
  first.close()
  const second = openRejectedFile(path, noted)
  second.add([])
  second.add([rejection(3), rejection(4)])
  second.close()
  expect(numbersIn(path)).toEqual([1, 2, 3, 4])
})

test('a file from before is replaced, and one that was taken away is begun anew', () => {
  const path = join(place, 'old.ndjson')
  writeFileSync(path, 'from another import, and longer than what comes\n'.repeat(10))
  const anew = openRejectedFile(path, 0)
  anew.add([rejection(7)])
  const noted = anew.bytes()
  anew.close()
  expect(numbersIn(path)).toEqual([7])
  rmSync(path)
  const gone = openRejectedFile(path, noted)
  gone.add([rejection(8)])
  gone.close()
  expect(numbersIn(path)).toEqual([8])
})

test('where nothing is rejected no file appears', () => {
  const path = join(place, 'none.ndjson')
  const file = openRejectedFile(path, 0)
  file.add([])
  file.close()
  expect(() => readFileSync(path)).toThrow(/ENOENT/)
  expect(file.bytes()).toBe(0)
})
