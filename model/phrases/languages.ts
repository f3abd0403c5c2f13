import { LRUCache } from 'lru-cache'
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

/** Words whose stems are remembered in each language. */
const wordsRemembered = 20_000

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
  // The same words come again and again, and finding what their forms have in common is most of the work of reading.
  const stems = new LRUCache<string, string, undefined>({
    max: wordsRemembered,
    memoMethod: (word) => stemmer.stem(word),
  })
  return { id, script, stopWords: new Set(stopWords), stem: (word) => stems.memo(word) }
}

/** Of each word without meaning the languages it is one of. */
const claims = new Map<string, PhraseLanguage[]>()
for (const one of phraseLanguages)
  for (const word of one.stopWords) claims.set(word, [...(claims.get(word) ?? []), one])

/**
 * The language of some words: the one of their script that most of them are words without meaning of. Null when there are
 * none of any, as in a greeting, or when two languages claim as many.
 */
export function languageOf(words: readonly string[]): PhraseLanguage | null {
  const script = words.some((word) => /\p{Script=Cyrillic}/u.test(word)) ? 'cyrillic' : 'latin'
  const [only = null, another] = phraseLanguages.filter((one) => one.script === script)
  if (another === undefined) return only
  const hits = new Map<PhraseLanguage, number>()
  for (const word of words)
    for (const one of claims.get(word) ?? []) if (one.script === script) hits.set(one, (hits.get(one) ?? 0) + 1)
  let most: PhraseLanguage | null = null
  let isShared = false
  for (const [one, times] of hits) {
    const best = most === null ? 0 : (hits.get(most) ?? 0)
    if (times > best) [most, isShared] = [one, false]
    else if (times === best) isShared = true
  }
  return isShared ? null : most
}
