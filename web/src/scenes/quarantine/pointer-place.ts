/** Where in a text of JSON a value stands. */
export type Place = { readonly from: number; readonly to: number }

/**
 * The place of the value that a JSON pointer names; of the nearest value around it where that is missing. Null for a text
 * that is no JSON.
 */
export function placeOf(text: string, pointer: string): Place | null {
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  const steps = pointer === '' ? [] : pointer.slice(1).split('/').map(unescaped)
  return find(text, skipSpace(text, 0), steps)
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~')

function find(text: string, from: number, steps: readonly string[]): Place {
  const whole = { from, to: endOf(text, from) }
  const [step, ...rest] = steps
  if (step === undefined) return whole
  const open = text[from]
  if (open !== '{' && open !== '[') return whole
  let index = 0
  for (let at = skipSpace(text, from + 1); at < whole.to - 1; index += 1) {
    let name = String(index)
    if (open === '{') {
      const end = endOf(text, at)
      name = JSON.parse(text.slice(at, end)) as string
      at = skipSpace(text, skipSpace(text, end) + 1)
    }
    if (name === step) return find(text, at, rest)
    at = skipSpace(text, endOf(text, at))
    if (text[at] === ',') at = skipSpace(text, at + 1)
  }
  return whole
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

/** Just behind the value that begins here. */
function endOf(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from)
  if (text[from] !== '{' && text[from] !== '[') {
    const rest = /[\s,\]}]/.exec(text.slice(from))
    return rest === null ? text.length : from + rest.index
  }
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '"') at = endOfString(text, at) - 1
    else if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') depth -= 1
    if (depth === 0) return at + 1
  }
  return text.length
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return text.length
}
