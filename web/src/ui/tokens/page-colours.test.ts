import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPageColours } from './page-colours.ts'
import { categorical, neutralMark, second } from './palette.ts'

/** Draws agents together; the colours of what is drawn are those that it has in the end. */
function page() {
  const colours = createPageColours()
  return {
    drawn: (...agents: readonly (string | null)[]) => colours.now()('agent', agents, 'light'),
    keep: () => colours.keep(),
    colours,
  }
}
const agents = Array.from({ length: 16 }, (_, number) => `a${number}`)

test('a name has one colour in all drawings of a page, whatever its rank and company', () => {
  const { drawn } = page()
  drawn('anna', 'bram', 'carl', 'dana', 'eva')
  const later = drawn('finn', 'bram', 'gina', 'hugo', 'anna')
  const [anna, bram] = drawn('anna', 'bram', 'carl', 'dana', 'eva')
  expect([later[4], later[1]]).toEqual([anna, bram])
})

test('sixteen names have sixteen colours on a page, though no drawing has all of them', () => {
  const { drawn } = page()
  const fours = [0, 4, 8, 12].map((from) => agents.slice(from, from + 4))
  for (const four of fours) drawn(...four)
  expect(new Set(fours.flatMap((four) => drawn(...four))).size).toBe(16)
})

test('the first eight names of a page have the eight colours that differ most', () => {
  expect(new Set(page().drawn(...agents.slice(0, 8)))).toEqual(new Set(Object.values(categorical.light)))
})

test('of more names than colours, those that are drawn together still differ', () => {
  const { drawn } = page()
  for (let number = 0; number < 40; number += 1) drawn(`a${number}`)
  const together = Array.from({ length: 8 }, (_, number) => `a${number * 5}`)
  expect(new Set(drawn(...together)).size).toBe(8)
})

test('two tones of one hue do not stand beside each other while there is another hue', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 5 }), (numbers) => {
      const { drawn } = page()
      // Eight others have the first tones: what comes now has second ones.
      drawn(...agents.slice(0, 8))
      const hues = drawn('a0', 'a1', 'a2', ...numbers.map((number) => `b${number}`)).map(hueOfColour)
      expect(new Set(hues).size).toBe(hues.length)
    }),
  )
})

const hueOfColour = (colour: string) =>
  [categorical, second].flatMap(({ light }) => Object.entries(light)).find(([, one]) => one === colour)?.[0]

const anyName = fc.constantFrom(...Array.from({ length: 30 }, (_, number) => `n${number}`), null)
const anyDrawings = fc.array(fc.uniqueArray(anyName, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 })

test('whichever answer comes first, all have the same colours in the end, and those drawn together differ', () => {
  fc.assert(
    fc.property(
      anyDrawings.chain((drawings) =>
        fc.tuple(fc.constant(drawings), fc.shuffledSubarray(drawings, { minLength: drawings.length })),
      ),
      ([drawings, inOtherOrder]) => {
        const [one, other] = [page(), page()]
        for (const names of drawings) one.drawn(...names)
        for (const names of inOtherOrder) other.drawn(...names)
        for (const names of drawings) {
          const colours = one.drawn(...names)
          expect(other.drawn(...names)).toEqual(colours)
          expect(new Set(colours).size).toBe(names.length)
        }
      },
    ),
  )
})

test('what has a colour keeps it when the page asks something else', () => {
  fc.assert(
    fc.property(anyDrawings, anyDrawings, (before, after) => {
      const { drawn, keep } = page()
      for (const names of before) drawn(...names)
      const had = before.map((names) => drawn(...names))
      keep()
      for (const names of after) drawn(...names)
      expect(before.map((names) => drawn(...names))).toEqual(had)
    }),
  )
})

test('who draws is told when something has got another colour, and only then', async () => {
  const { drawn, colours } = page()
  let told = 0
  colours.subscribe(() => {
    told += 1
  })
  const before = colours.now()
  drawn(...agents.slice(8))
  drawn(...agents.slice(8).toReversed(), null)
  await Promise.resolve()
  expect({ told, isSame: colours.now() === before }).toEqual({ told: 0, isSame: true })
  drawn(...agents)
  await Promise.resolve()
  expect({ told, isSame: colours.now() === before }).toEqual({ told: 1, isSame: false })
})

test('"none" is neutral', () => {
  expect(page().drawn(null, 'a1')[0]).toBe(neutralMark.light)
})
