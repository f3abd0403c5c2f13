/**
 * An organization's name for some of its pages. A pattern is an address in which `*` stands for any characters, none
 * included.
 *
 * A page and a pattern are compared in their normal form: without scheme, query and fragment, the host in small letters
 * (the path as it is), with exactly one slash at the end. So `/cards` and `/cards/` are one page, and `shop.example/cards/*`
 * is the page `/cards` and everything below it. A port belongs to the host, as it is written. A pattern
 * whose host has letters other than those of English also matches the spelling that browsers send (`bücher.example` is
 * `xn--bcher-kva.example`). In a pattern everything before the first slash is host: `shop.example/*word*` looks for words
 * of the path.
 */
export type TrackedUrl = { readonly id: string; readonly patterns: readonly string[] }

/** The value of a page that no tracked URL of its organization matches. */
export const otherUrl = '-1'

/** The normal form of what has neither a host nor a path: no page. */
export const noPage = '/'

/** The parts of an address that count. RE2 and JavaScript read these expressions alike. */
export const hostExpression = '^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)'
export const pathExpression = '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*)'

/** The normal form of an address: `https://Shop.Example/Cards/?id=1` is `shop.example/Cards/`. */
export function normalPage(url: string): string {
  const host = new RegExp(hostExpression).exec(url)?.[1] ?? ''
  const path = new RegExp(pathExpression).exec(url)?.[1] ?? ''
  return `${smallLetters(host)}${withoutEndSlashes(path)}/`
}

/**
 * The normal form of a pattern; two patterns that have the same one are equal. A scheme, a query and a fragment are
 * dropped.
 */
export function normalPattern(pattern: string): string {
  const address = pattern.replace(/^[A-Za-z*][A-Za-z0-9+.*-]*:\/\//, '').replace(/[?#].*$/s, '')
  const slash = address.indexOf('/')
  const host = slash === -1 ? address : address.slice(0, slash)
  const path = slash === -1 ? '' : address.slice(slash)
  const whole = `${smallLetters(host)}${path}`.replace(/\*{2,}/g, '*')
  return whole.endsWith('*') ? whole : `${withoutEndSlashes(whole)}/`
}

/** The spellings that a pattern is looked for in: its normal form, and with the host as browsers send it. */
export function spellingsOf(pattern: string): string[] {
  const normal = normalPattern(pattern)
  const slash = normal.indexOf('/')
  const host = slash === -1 ? normal : normal.slice(0, slash)
  const sent = host.split('.').map(labelAsSent).join('.')
  return sent === host ? [normal] : [normal, `${sent}${normal.slice(host.length)}`]
}

/** The ids of the tracked URLs that a page matches, in their order; {@link otherUrl} when there is none; none for no page. */
export function trackedUrlsOf(url: string, tracked: readonly TrackedUrl[]): string[] {
  const page = normalPage(url)
  if (page === noPage) return []
  const found = tracked.filter(({ patterns }) =>
    patterns.flatMap(spellingsOf).some((pattern) => matchesPattern(page, pattern)),
  )
  return found.length === 0 ? [otherUrl] : found.map(({ id }) => id)
}

/** Goes through the pieces between the stars, each at its first place: no pattern takes long. */
function matchesPattern(page: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return page === first
  if (!page.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = page.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return page.length - last.length >= at && page.endsWith(last)
}

// Of English letters only, as hosts have them: other letters are not the same small in every language and engine.
function smallLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function withoutEndSlashes(text: string): string {
  let end = text.length
  while (text[end - 1] === '/') end -= 1
  return text.slice(0, end)
}

/** One label of a host as a browser sends it; what holds a star, or is no name, stays. */
function labelAsSent(label: string): string {
  if (/^[\u0020-\u007e]*$/.test(label) || label.includes('*') || !URL.canParse(`http://${label}.example/`)) return label
  return new URL(`http://${label}.example/`).hostname.replace(/\.example$/, '')
}
