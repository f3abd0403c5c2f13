import type { Sight } from '../query/lookups.ts'
import { hostExpression, noPage, otherUrl, pathExpression, spellingsOf, type TrackedUrl } from '../query/tracked-url.ts'
import { literal } from '../sql/literal.ts'
import type { Held } from './held.ts'

/**
 * The tracked URLs that the address in a column matches, as a list of ids: those of the row's own organization,
 * `otherUrl` where none matches, none where there is no address.
 */
export function trackedUrlsSql({ column, organization }: Held, { scope, lookups }: Sight): string {
  const tracking = scope.organizationIds.flatMap((organizationId) => {
    const tracked = lookups.tracked_urls.get(organizationId) ?? []
    return tracked.length === 0 ? [] : [{ organizationId, patterns: tracked.flatMap(likePatterns) }]
  })
  const other = `[${literal(otherUrl)}]`
  // What has a name is computed once for a row. An address that is absent has this normal form.
  const isNone = `(${pageSql(column)} AS tracked_page) = ${literal(noPage)}, ['']`
  if (tracking.length === 0) return `multiIf(${isNone}, ${other})`
  // A list, and not a condition for each pattern: a statement with hundreds of conditions takes longer to read than to run.
  const organizations = tracking.map(({ organizationId }) => literal(organizationId))
  const patterns = tracking.map(({ patterns }) => `[${patterns.map(literal).join(', ')}]`)
  const own = `[${patterns.join(', ')}][indexOf([${organizations.join(', ')}], ${organization})]`
  const matched = `arrayDistinct(arrayMap(one -> one.1, arrayFilter(one -> tracked_page LIKE one.2, ${own})))`
  return `multiIf(${isNone}, empty(${matched} AS tracked_ids), ${other}, tracked_ids)`
}

/** Each id beside each spelling of its patterns. */
function likePatterns({ id, patterns }: TrackedUrl): [string, string][] {
  return [...new Set(patterns.flatMap(spellingsOf))].map((pattern) => [id, likePattern(pattern)])
}

/** The normal form of an address, as `normalPage` has it. */
export function pageSql(column: string): string {
  const part = (expression: string) => `extract(${column}, ${literal(expression)})`
  return `concat(lower(${part(hostExpression)}), replaceRegexpOne(${part(pathExpression)}, '/+$', ''), '/')`
}

/** Whether a page in its normal form matches one of the patterns. */
export function matchesSql(page: string, patterns: readonly string[]): string {
  const spellings = [...new Set(patterns.flatMap(spellingsOf))]
  return spellings.map((pattern) => `${page} LIKE ${literal(likePattern(pattern))}`).join(' OR ')
}

// In LIKE a percent sign is any characters, an underscore is one, and a backslash takes what follows as it is.
function likePattern(pattern: string): string {
  return pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%')
}
