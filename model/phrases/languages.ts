import { newStemmer } from 'snowball-stemmers'
import { deu, eng, fra, ita, nld, por, rus, spa } from 'stopword'

/** A language whose phrases are recognized in their various forms. */
export type PhraseLanguage = {
  readonly id: string
  readonly script: 'latin' | 'cyrillic'
  /** Words that carry no meaning of their own. */
  readonly stopWords: ReadonlySet<string>
  /** What the forms of a word have in common: `afspraken` and `afspraak` are `afsprak`. */
  stem(word: string): string
}

const phraseLanguages: readonly PhraseLanguage[] = [
  language('en', 'latin', 'english', eng),
  language('nl', 'latin', 'dutch', nld),
  language('ru', 'cyrillic', 'russian', rus),
  language('de', 'latin', 'german', deu),
  language('fr', 'latin', 'french', fra),
  language('es', 'latin', 'spanish', spa),
  language('it', 'latin', 'italian', ita),
  language('pt', 'latin', 'portuguese', por),
]

function language(
  id: string,
  script: PhraseLanguage['script'],
  algorithm: string,
  stopWords: readonly string[],
): PhraseLanguage {
  const stemmer = newStemmer(algorithm)
  return { id, script, stopWords: new Set(stopWords), stem: (word) => stemmer.stem(word) }
}

/**
 * The language of some words: the one of their script that most of them are words without meaning of. Null when there are
 * none of any, as in a greeting, or when two languages claim as many.
 */
export function languageOf(words: readonly string[]): PhraseLanguage | null {
  const isCyrillic = words.some((word) => /\p{Script=Cyrillic}/u.test(word))
  const possible = phraseLanguages.filter(({ script }) => (script === 'cyrillic') === isCyrillic)
  const [only, another] = possible
  if (only !== undefined && another === undefined) return only
  const [first, second] = possible
    .map((one) => ({ one, hits: words.filter((word) => one.stopWords.has(word)).length }))
    .sort((one, other) => other.hits - one.hits)
  return first !== undefined && first.hits > 0 && first.hits !== second?.hits ? first.one : null
}
