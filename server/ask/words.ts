import { literal } from '@parley/core/sql/literal.ts'

const word = "[\\p{L}\\p{M}\\p{N}]+(?:['’]\\p{L}+)*"

/**
 * An apostrophe, which may be in a word; what is no part of one beyond ASCII; and what of ASCII is not split at, the tilde
 * among it.
 */
const unusual = "['~\\x00-\\x08\\x0e-\\x1f\\x7f]|[^\\x00-\\x7f\\p{L}\\p{M}\\p{N}]"

/**
 * The words of a text in SQL: letters and numbers in small letters; the rest of a text does not tell phrases apart. To find
 * them by a pattern takes ten times what it takes to split where ASCII has spaces and punctuation, and of most texts that
 * gives the same.
 */
export function wordsSql(text: string): string {
  const small = `lowerUTF8(${text})`
  return `if(match(${small}, ${literal(unusual)}), extractAll(${small}, ${literal(word)}), splitByNonAlpha(${small}))`
}
