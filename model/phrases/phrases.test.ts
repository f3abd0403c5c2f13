import { describe, expect, it } from 'vitest'
import { languageOf } from './languages.ts'
import { groupPhrases, readText } from './phrases.ts'

function phrasesOf(said: readonly { readonly text: string; readonly count: number }[], limit = 10) {
  return groupPhrases(
    said.map(({ text, count }) => ({ read: readText(text), count })),
    limit,
  )
}

describe('the language of words', () => {
  it.each([
    ['is the bike in stock', 'en'],
    ['wanneer is mijn fiets klaar', 'nl'],
    ['когда мой велосипед будет готов', 'ru'],
    ['wann ist mein fahrrad fertig und was kostet es', 'de'],
    ['hello', undefined],
    ['привет', 'ru'],
    ['2026', undefined],
  ])('of %s is %s', (text, id) => {
    expect(languageOf(text.split(' '))?.id).toBe(id)
  })
})

describe('phrases', () => {
  it('are one in all forms of their words, and shown as they were written most', () => {
    expect(
      phrasesOf([
        { text: 'is the bike in stock', count: 2 },
        { text: 'are the bikes in stock', count: 5 },
        { text: 'what does it cost', count: 3 },
      ]),
    ).toEqual([
      { phrase: 'are the bikes in stock', count: 7 },
      { phrase: 'what does it cost', count: 3 },
    ])
  })

  it('are grouped in Dutch and Russian too', () => {
    expect(
      phrasesOf([
        { text: 'zijn de afspraken er al', count: 1 },
        { text: 'is de afspraak er al', count: 2 },
        { text: 'какая цена велосипеда', count: 2 },
        { text: 'какая цена велосипедов', count: 1 },
      ]),
    ).toEqual([
      { phrase: 'is de afspraak er al', count: 3 },
      { phrase: 'какая цена велосипеда', count: 3 },
    ])
  })

  it('without a language of their own follow the one most are in', () => {
    const said = [
      { text: 'brochure', count: 4 },
      { text: 'brochures', count: 1 },
    ]
    expect(phrasesOf(said)).toHaveLength(2)
    expect(phrasesOf([...said, { text: 'could you send me the price', count: 1 }])[0]).toEqual({
      phrase: 'brochure',
      count: 5,
    })
  })

  it('of words without meaning alone stay apart', () => {
    const said = [
      { text: 'how are you', count: 2 },
      { text: 'who is it', count: 1 },
    ]
    expect(phrasesOf(said)).toEqual([
      { phrase: 'how are you', count: 2 },
      { phrase: 'who is it', count: 1 },
    ])
  })

  it('do not depend on the order in which texts are read', () => {
    const said = ['bike', 'bikes', 'fiets', 'fietsen', 'wat kost de fiets', 'what is a bike'].map((text) => ({
      text,
      count: 1,
    }))
    expect(phrasesOf(said.toReversed())).toEqual(phrasesOf(said))
  })

  it('lose nothing: their counts are together what was said', () => {
    const said = Array.from({ length: 200 }, (_, place) => ({
      text: `bike number ${place % 7} ${place}`,
      count: place,
    }))
    const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((total, { count }) => total + count, 0)
    expect(sum(phrasesOf(said, said.length))).toBe(sum(said))
  })

  it('are as many as are wanted, the most frequent, of those said as often the first by their letters', () => {
    const said = ['kiwi', 'lemon', 'mango', 'apple'].map((text) => ({ text, count: text === 'lemon' ? 3 : 2 }))
    expect(phrasesOf(said, 2)).toEqual([
      { phrase: 'lemon', count: 3 },
      { phrase: 'apple', count: 2 },
    ])
    expect(phrasesOf(said, 9)).toHaveLength(4)
    expect(phrasesOf([], 2)).toEqual([])
  })
})
