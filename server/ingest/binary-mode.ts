type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

const attributes = ['specversion', 'id', 'source', 'type', 'time'] as const

/** Whether the attributes of the event are in `ce-*` headers and the body is its data alone. */
export function isBinaryMode(headers: Headers): boolean {
  return attributes.some((attribute) => headers[`ce-${attribute}`] !== undefined)
}

/** The event of a request in binary mode, as it would be in JSON. A header that cannot be read counts as missing. */
export function binaryEvent(headers: Headers, data: unknown): Record<string, unknown> {
  const event: Record<string, unknown> = {}
  for (const attribute of attributes) {
    const header = headers[`ce-${attribute}`]
    const value = headerValue(typeof header === 'string' ? header : header?.[0])
    if (value !== null) event[attribute] = value
  }
  event.data = data
  return event
}

/** CloudEvents' HTTP binding: quotes may surround a value, and what is not plain ASCII is percent-encoded UTF-8. */
function headerValue(header: string | undefined): string | null {
  if (header === undefined) return null
  const trimmed = header.trim()
  const bare =
    trimmed.length >= 2 && trimmed.startsWith('"') && trimmed.endsWith('"')
      ? trimmed.slice(1, -1).replace(/\\(.)/g, '$1')
      : trimmed
  try {
    return decodeURIComponent(bare)
  } catch {
    // `100%` is not percent-encoded, and still a value; broken UTF-8 is none.
    return /%(?:[89a-f][0-9a-f])/i.test(bare) ? null : bare
  }
}
