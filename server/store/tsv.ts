const special = /[\\\t\n\r\0\b\f]/g
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
  return text.replace(special, (character) => encoded[character] as string)
}

/** The text of a field. */
export function decodeTsvText(field: string): string {
  return field.includes('\\') ? field.replace(/\\(.)/gs, (_, letter: string) => decoded[letter] ?? letter) : field
}
