import { expect, it } from 'vitest'
import { firstBatchBytes, nextBatchBytes } from './batch-bytes.ts'

const after = (isFull: boolean, derivedInMs: number) => {
  let bytes = firstBatchBytes
  for (let batch = 0; batch < 20; batch += 1) bytes = nextBatchBytes(bytes, isFull, derivedInMs)
  return bytes / 1024 / 1024
}

it('batches that fill and are derived soon grow up to a limit', () => {
  expect(nextBatchBytes(firstBatchBytes, true, 200)).toBeGreaterThan(firstBatchBytes)
  expect(after(true, 200)).toBe(32)
})

it('batches that fill and take long shrink, not below what a flush is worth', () => {
  expect(nextBatchBytes(firstBatchBytes, true, 1500)).toBeLessThan(firstBatchBytes)
  expect(after(true, 1500)).toBe(4)
})

it('batches that do not fill change nothing', () => {
  expect([after(false, 10), after(false, 5000)]).toEqual([8, 8])
})
