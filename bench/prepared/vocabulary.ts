/**
 * Words to write messages with: made up, with the lengths of real ones (frequent words are short), drawn so that the
 * n-th word comes 1/n as often as the first (Zipf). Texts of them compress like real chat, to about 30 bytes a message.
 */
export const vocabulary: readonly string[] = makeWords(6000)

/** A whole number below `limit`, from a small generator that is the same on every run. */
export type Random = (limit: number) => number

export function createRandom(seed: number): Random {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

/** A message of 1 to 25 words, thirteen on average. */
export function sentence(random: Random): string {
  const words = Array.from({ length: 1 + random(25) }, () => {
    const share = random(2 ** 31) / 2 ** 31
    return vocabulary[Math.floor(Math.exp(share * Math.log(vocabulary.length))) - 1] ?? ''
  })
  return words.join(' ')
}

function makeWords(count: number): string[] {
  const random = createRandom(7)
  const words = new Set<string>()
  while (words.size < count) {
    const syllables = 1 + random(Math.min(4, 1 + Math.floor(Math.log10(words.size + 1) * 1.3)))
    words.add(Array.from({ length: syllables }, () => makeSyllable(random)).join(''))
  }
  return [...words]
}

function makeSyllable(random: Random): string {
  const pick = (letters: string) => letters[random(letters.length)] ?? ''
  return pick('bcdfghjklmnprstvwz') + pick('aeiouaeioy') + (random(3) === 0 ? pick('nrstlmk') : '')
}
