import { createHash, randomBytes } from 'node:crypto'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const secretBytes = 32
/** 62^43 is the first power above 2^256. */
const secretDigits = 43

/** 256 random bits in base 62: nothing that a URL, a shell or a double click would break. Always 43 characters. */
export function newSecret(): string {
  let rest = BigInt(`0x${randomBytes(secretBytes).toString('hex')}`)
  let text = ''
  for (let place = 0; place < secretDigits; place += 1) {
    text = (digits[Number(rest % 62n)] ?? '') + text
    rest /= 62n
  }
  return text
}

/** Whether `text` could have come from {@link newSecret}: asking the database about anything else is a waste. */
export function isSecretShaped(text: string): boolean {
  return /^[0-9A-Za-z]{43}$/.test(text)
}

/**
 * What is kept of a secret: SHA-256, hex. A slow hash would protect guessable words; these are 256 random bits. It is
 * looked up by an index, so the time a comparison takes tells nothing about the secret.
 */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
