/** What the name of a sheet may have: the rule of spreadsheets. */
const mostCharacters = 31
/** Where none is left of a title. */
const nameless = '–'

/**
 * Gives each sheet of a workbook a name of its own, after its title: without the signs that spreadsheets forbid, 31 characters
 * at most, and none the same as another but for capitals.
 */
export function createSheetNames(): (title: string) => string {
  // Spreadsheets keep it for themselves.
  const taken = new Set(['history'])
  return (title) => {
    const bare = cut(
      title
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, ''),
      mostCharacters,
    )
    let name = bare || nameless
    for (let next = 2; taken.has(name.toLowerCase()); next += 1) {
      const number = ` (${next})`
      name = `${cut(bare, mostCharacters - number.length) || nameless}${number}`
    }
    taken.add(name.toLowerCase())
    return name
  }
}

/** Cut between words where that leaves most of it; never through a character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length >= most) break
    kept += character
  }
  const words = kept.replace(/[\s·,–-]+\S*$/, '')
  return `${(words.length * 2 > most ? words : kept).trimEnd()}…`
}
