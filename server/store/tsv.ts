const special = /[\\\t\n\r\0\b\f]/
const everySpecial = /[\\\t\n\r\0\b\f]/g
const encoded: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  '\b': '\\b',
  '\f': '\\f',
}
const decoded: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '0': '\0', b: '\b', f: '\f' }

/** A text as one field of a row of tab-separated values, the way the engine reads it. */
export function encodeTsvText(text: string): string {
  // Most texts have nothing special: a test is cheaper than a replacement that replaces nothing.
  return special.test(text) ? text.replace(everySpecial, (character) => encoded[character] ?? character) : text
}

/** The text of a field. */
export function decodeTsvText(field: string): string {
  return field.includes('\\') ? field.replace(/\\(.)/gs, (_, letter: string) => decoded[letter] ?? letter) : field
}
