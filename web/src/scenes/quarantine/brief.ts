/** What can be told of a refused event from the first characters of its JSON, whatever is wrong with it. */
export function briefOf(beginning: string): Brief {
  return { type: field(beginning, 'type'), id: field(beginning, 'id'), source: field(beginning, 'source') }
}

type Brief = { readonly [Field in 'type' | 'id' | 'source']: string | undefined }

function field(beginning: string, name: string): string | undefined {
  const match = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(beginning)
  if (match?.[1] === undefined) return undefined
  try {
    return JSON.parse(`"${match[1]}"`) as string
  } catch {
    // An escape that no JSON has: the letters as they are tell enough.
    return match[1]
  }
}

/** The event as text to be mended: JSON in lines, or what was sent where it is none. */
export function textOf(event: unknown): string {
  return typeof event === 'string' ? event : JSON.stringify(event, null, 2)
}

/** The mended event, or why the text is none. */
export function readEvent(text: string): { readonly event: unknown } | { readonly problem: string } {
  try {
    return { event: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
