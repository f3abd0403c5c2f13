import type { Fact } from '../declare/fact.ts'
import type { ResolvedFilter } from '../query/resolve.ts'
import type { OrganizationScope } from '../query/scope.ts'
import { literal, timeLiteral } from '../sql/literal.ts'
import type { TimeRange } from '../time/granularity.ts'

/** The rows of a fact that a question may and wants to see. The organization's guard comes first, always. */
export function whereSql(
  fact: Fact,
  scope: OrganizationScope,
  range: TimeRange,
  filters: readonly ResolvedFilter[],
): string {
  return [
    `organization_id IN ${literal(scope.organizationIds)}`,
    `${fact.time} >= ${timeLiteral(range.from)}`,
    `${fact.time} < ${timeLiteral(range.to)}`,
    ...filters.map((filter) => filterSql(filter, fact)),
  ].join(' AND ')
}

function filterSql({ dimension, op, values }: ResolvedFilter, fact: Fact): string {
  const column = dimension.columns[fact.id]
  if (column === undefined) throw new Error(`Fact ${fact.id} has no dimension ${dimension.id}.`)
  const isNumber = dimension.type === 'number'
  const present = values.filter((value) => value !== null)
  const hasNone = present.length < values.length
  switch (op) {
    case 'exists':
      return isNumber ? `${column} IS NOT NULL` : `${column} != ''`
    case 'not_exists':
      return isNumber ? `${column} IS NULL` : `${column} = ''`
    case 'contains':
      return `(${present.map((value) => `positionCaseInsensitiveUTF8(${column}, ${literal(value)}) > 0`).join(' OR ')})`
    case 'in':
      return anyOf(column, present, hasNone)
    case 'not_in':
      return `NOT (${anyOf(column, present, hasNone)})`
  }
}

function anyOf(column: string, present: readonly (string | number)[], hasNone: boolean): string {
  const isIn = present.length === 0 ? '0' : `${column} IN ${literal(present)}`
  // Only numbers can be null in the store; `ifNull` keeps "not in" from losing the rows without a value.
  return hasNone ? `(ifNull(${isIn}, 0) OR ${column} IS NULL)` : `ifNull(${isIn}, 0)`
}
