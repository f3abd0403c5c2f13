/** What was read of a piece so far, over the ends of chunks. Beyond the limit it is counted and not kept. */
export type Carry = {
  add(bytes: Buffer): void
  /** The whole piece; the next one begins. Copies only what came in several parts. */
  take(): Buffer
}

export function createCarry(bytesLimit: number): Carry {
  let parts: Buffer[] = []
  let length = 0
  return {
    add(bytes) {
      if (bytes.length === 0) return
      if (length < bytesLimit) parts.push(bytes.subarray(0, bytesLimit - length))
      length += bytes.length
    },
    take() {
      const [only] = parts
      const whole = only && parts.length === 1 ? only : Buffer.concat(parts)
      parts = []
      length = 0
      return whole
    },
  }
}
