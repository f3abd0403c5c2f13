import { languageOf, type PhraseLanguage } from './languages.ts'

/** A text that was written, word by word in small letters, and how often. */
export type Said = { readonly text: string; readonly count: number }

/** A phrase in the form in which it was written most, and how often it was written in any form. */
export type Phrase = { readonly phrase: string; readonly count: number }

/**
 * Puts together what is the same but for the forms of its words and the words without meaning: `is the bike in stock` and
 * `are the bikes in stock`. A text whose language cannot be told is taken to be in the one most are in. The most frequent
 * come first.
 */
export function groupPhrases(said: readonly Said[]): Phrase[] {
  const read = said.map(({ text, count }) => {
    const words = text.normalize('NFC').split(' ')
    return { text, count, words, language: languageOf(words) }
  })
  const usual = mostUsed(read)
  const keyOf = createKeys()
  const groups = new Map<string, { phrase: string; most: number; count: number }>()
  for (const { text, count, words, language } of read) {
    const key = keyOf(words, language ?? usual)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { phrase: text, most: count, count })
    else {
      group.count += count
      if (count > group.most) Object.assign(group, { phrase: text, most: count })
    }
  }
  return [...groups.values()]
    .map(({ phrase, count }) => ({ phrase, count }))
    .sort((one, other) => other.count - one.count || (one.phrase < other.phrase ? -1 : 1))
}

function mostUsed(read: readonly { count: number; language: PhraseLanguage | null }[]): PhraseLanguage | null {
  const counts = new Map<PhraseLanguage, number>()
  for (const { count, language } of read) if (language) counts.set(language, (counts.get(language) ?? 0) + count)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null
}

/** What all forms of a phrase have in common. Of nothing but words without meaning it is one all the same: `how are you`. */
function createKeys(): (words: readonly string[], language: PhraseLanguage | null) => string {
  // The same words come again and again, and finding what their forms have in common is most of the work.
  const stems = new Map<PhraseLanguage, Map<string, string>>()
  return (words, language) => {
    if (language === null) return words.join(' ')
    const known = stems.get(language) ?? new Map<string, string>()
    stems.set(language, known)
    const telling = words.filter((word) => !language.stopWords.has(word))
    return (telling.length === 0 ? words : telling)
      .map((word) => {
        const stem = known.get(word) ?? language.stem(word)
        known.set(word, stem)
        return stem
      })
      .join(' ')
  }
}
