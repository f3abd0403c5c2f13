import { literal } from '@parley/core/sql/literal.ts'

const word = "[\\p{L}\\p{M}\\p{N}]+(?:['’]\\p{L}+)*"

/**
 * An apostrophe, which may be in a word, and what of ASCII is neither part of a word nor split at: the tilde and what is not
 * printed.
 */
const unusualSigns = ["'", '~', ...range(0x00, 0x08), ...range(0x0e, 0x1f), '\x7f']

/** The same, or something beyond ASCII that is no part of a word. */
const unusual = "['~\\x00-\\x08\\x0e-\\x1f\\x7f]|[^\\x00-\\x7f\\p{L}\\p{M}\\p{N}]"

/**
 * The words of a text in SQL: letters and numbers in small letters; the rest of a text does not tell phrases apart. To find
 * them by a pattern takes ten times what it takes to split where ASCII has spaces and punctuation, and of most texts that
 * gives the same: to see that of a text in ASCII needs no pattern either.
 */
export function wordsSql(text: string): string {
  const small = `lowerUTF8(${text})`
  const split = `splitByNonAlpha(${small})`
  const isPlain = `length(${text}) = lengthUTF8(${text}) AND NOT multiSearchAny(${text}, ${list(unusualSigns)})`
  return `multiIf(${isPlain}, ${split}, match(${small}, ${literal(unusual)}), extractAll(${small}, ${literal(word)}), ${split})`
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, place) => String.fromCharCode(first + place))
}

function list(texts: readonly string[]): string {
  return `[${texts.map((text) => literal(text)).join(', ')}]`
}
