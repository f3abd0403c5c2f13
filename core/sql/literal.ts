/** What can be written into a statement; a list is a tuple, as after `IN`. */
export type SqlValue = string | number | boolean | readonly SqlValue[]

/**
 * The one way a value gets into SQL. Values are inlined rather than bound because the embedded engine runs bound queries
 * one at a time for the whole process; this encoder is fuzzed against the real engine.
 */
export function literal(value: SqlValue): string {
  if (typeof value === 'string') return stringLiteral(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`A SQL literal must be a finite number, not ${value}.`)
    return Object.is(value, -0) ? '0' : String(value)
  }
  return `(${value.map((item) => literal(item)).join(', ')})`
}

/** A UTC instant in milliseconds as the store's time type. */
export function timeLiteral(instantMs: number): string {
  if (!Number.isSafeInteger(instantMs)) throw new RangeError(`An instant is whole milliseconds, not ${instantMs}.`)
  return `fromUnixTimestamp64Milli(${instantMs}, 'UTC')`
}

// Quote, backslash and every control character are escaped, so that no byte of a value can end the literal or be read
// as an escape. Lone surrogates cannot be UTF-8: they become the replacement character, as in every JSON parser.
const special = /['\\\u0000-\u001f\u007f]/g

function stringLiteral(value: string): string {
  return `'${value.toWellFormed().replace(special, escapeCharacter)}'`
}

function escapeCharacter(character: string): string {
  if (character === "'") return "\\'"
  if (character === '\\') return '\\\\'
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
