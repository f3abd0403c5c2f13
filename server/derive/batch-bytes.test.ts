import { expect, it } from 'vitest'
import { firstBatchBytes, nextBatchBytes } from './batch-bytes.ts'

const after = (isFull: boolean, derivedInMs: number, isPast = false) => {
  let bytes = firstBatchBytes
  for (let batch = 0; batch < 20; batch += 1) bytes = nextBatchBytes(bytes, { isFull, isPast, derivedInMs })
  return bytes / 1024 / 1024
}

it('batches that fill and are derived soon grow up to a limit', () => {
  expect(nextBatchBytes(firstBatchBytes, { isFull: true, isPast: false, derivedInMs: 200 })).toBeGreaterThan(
    firstBatchBytes,
  )
  expect(after(true, 200)).toBe(32)
})

it('batches that fill and take long shrink, not below what a flush is worth', () => {
  expect(nextBatchBytes(firstBatchBytes, { isFull: true, isPast: false, derivedInMs: 1600 })).toBeLessThan(
    firstBatchBytes,
  )
  expect(after(true, 1600)).toBe(4)
})

it('batches of the past may take longer, and do not become small', () => {
  expect([after(true, 1000), after(true, 1000, true)]).toEqual([4, 32])
  expect(after(true, 1600, true)).toBe(8)
})

it('batches that do not fill change nothing', () => {
  expect([after(false, 10), after(false, 5000), after(false, 10, true)]).toEqual([8, 8, 8])
})
