import { languageOf, type PhraseLanguage } from './languages.ts'

/** A text as it is read: what is found in it depends on nothing else that was written. */
export type ReadText = {
  /** Word by word in small letters. */
  readonly text: string
  /** Null where it cannot be told. */
  readonly language: PhraseLanguage | null
  /** What all forms of the phrase have in common in a language. */
  meaningIn(language: PhraseLanguage | null): string
}

/** A phrase in the form in which it was written most, and how often it was written in any form. */
export type Phrase = { readonly phrase: string; readonly count: number }

/** Reads a text, its words in small letters with a space between them. */
export function readText(text: string): ReadText {
  // Nearly always asked in one language, again and again. Words by themselves are not kept: there are very many.
  let last: { readonly language: PhraseLanguage | null; readonly meaning: string } | undefined
  return {
    text,
    language: languageOf(wordsOf(text)),
    meaningIn(language) {
      if (last?.language !== language) last = { language, meaning: meaningOf(wordsOf(text), language) }
      return last.meaning
    },
  }
}

const wordsOf = (text: string): string[] => text.normalize('NFC').split(' ')

/**
 * Puts together what is the same but for the forms of its words and the words without meaning: `is the bike in stock` and
 * `are the bikes in stock`. A text whose language cannot be told is taken to be in the one most are in. The `limit` most
 * frequent, these first. Each text is given once, in any order.
 */
export function groupPhrases(
  said: readonly { readonly read: ReadText; readonly count: number }[],
  limit: number,
): Phrase[] {
  const usual = mostUsed(said)
  const groups = new Map<string, { phrase: string; most: number; count: number }>()
  for (const { read, count } of said) {
    const meaning = read.meaningIn(read.language ?? usual)
    const group = groups.get(meaning)
    if (group === undefined) groups.set(meaning, { phrase: read.text, most: count, count })
    else {
      group.count += count
      if (count > group.most || (count === group.most && read.text < group.phrase))
        Object.assign(group, { phrase: read.text, most: count })
    }
  }
  const all = [...groups.values()]
  // Numbers are sorted much sooner than texts, of which few are wanted.
  const least =
    Float64Array.from(all, ({ count }) => count)
      .sort()
      .at(-limit) ?? 0
  return all
    .filter(({ count }) => count >= least)
    .map(({ phrase, count }) => ({ phrase, count }))
    .sort((one, other) => other.count - one.count || (one.phrase < other.phrase ? -1 : 1))
    .slice(0, limit)
}

/** Of two languages that are used as much it is the one whose name comes first. */
function mostUsed(said: readonly { readonly read: ReadText; readonly count: number }[]): PhraseLanguage | null {
  const counts = new Map<PhraseLanguage, number>()
  for (const { read, count } of said)
    if (read.language) counts.set(read.language, (counts.get(read.language) ?? 0) + count)
  return [...counts].sort(([a, one], [b, other]) => other - one || (a.id < b.id ? -1 : 1))[0]?.[0] ?? null
}

/** Of nothing but words without meaning a phrase is one all the same: `how are you`. */
function meaningOf(words: readonly string[], language: PhraseLanguage | null): string {
  if (language === null) return words.join(' ')
  const telling = words.filter((word) => !language.stopWords.has(word))
  return (telling.length === 0 ? words : telling).map((word) => language.stem(word)).join(' ')
}
