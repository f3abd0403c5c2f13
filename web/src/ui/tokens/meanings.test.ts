import { expect, test } from 'vitest'
import { colourOf, coloursOf, type GivenColours } from './meanings.ts'
import { categorical, neutralMark } from './palette.ts'

test('a channel has the same colour whoever it is drawn with', () => {
  const alone = colourOf('channel', 'whatsapp', 'light')
  expect(coloursOf('channel', ['telegram', 'whatsapp', 'web'], 'light', new Map())[1]).toBe(alone)
})

test('kinds of author keep their colours in both schemes apart', () => {
  for (const scheme of ['light', 'dark'] as const) {
    expect(new Set(coloursOf('author_kind', ['contact', 'agent', 'bot', 'system'], scheme, new Map())).size).toBe(4)
  }
})

test('values drawn together never share a colour while there are free ones', () => {
  const channels = ['web', 'whatsapp', 'telegram', 'viber', 'facebook', 'sms', 'vkontakte', 'line']
  expect(new Set(coloursOf('channel', channels, 'light', new Map())).size).toBe(8)
})

test('a name without a fixed colour keeps the one it has got', () => {
  expect(colourOf('agent', 'a17', 'dark')).toBe(colourOf('agent', 'a17', 'dark'))
})

test('"none" is neutral', () => {
  expect(coloursOf('agent', [null, 'a1'], 'light', new Map())[0]).toBe(neutralMark.light)
})

const page = (): { drawn(...agents: readonly string[]): readonly string[] } => {
  const given: GivenColours = new Map()
  return { drawn: (...agents) => coloursOf('agent', agents, 'light', given) }
}
const agents = Array.from({ length: 16 }, (_, number) => `a${number}`)

test('a name has one colour in all drawings of a page, whatever its rank and company', () => {
  const { drawn } = page()
  const [anna, bram] = drawn('anna', 'bram', 'carl', 'dana', 'eva')
  expect(drawn('finn', 'bram', 'gina', 'hugo', 'anna').filter((_, at) => at === 1 || at === 4)).toEqual([bram, anna])
})

test('sixteen names have sixteen colours on a page, though no drawing has all of them', () => {
  const { drawn } = page()
  const colours = [0, 4, 8, 12].flatMap((from) => drawn(...agents.slice(from, from + 4)))
  expect(new Set(colours).size).toBe(16)
  expect(agents.map((agent) => drawn(agent)[0])).toEqual(colours)
})

test('the first eight names of a page have the eight colours that differ most', () => {
  expect(new Set(page().drawn(...agents.slice(0, 8)))).toEqual(new Set(Object.values(categorical.light)))
})

test('of more names than colours, those that are drawn together still differ', () => {
  const { drawn } = page()
  for (const agent of agents) drawn(agent)
  for (let number = 16; number < 40; number += 1) drawn(`a${number}`)
  const together = Array.from({ length: 8 }, (_, number) => `a${number * 5}`)
  expect(new Set(drawn(...together)).size).toBe(8)
})

test('the order in which values are drawn first does not matter to their colours', () => {
  const forth = page().drawn(...agents)
  expect(page().drawn(...agents.toReversed())).toEqual(forth.toReversed())
})
