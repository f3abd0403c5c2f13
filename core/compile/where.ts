import { hasSeveralValues } from '../declare/dimension.ts'
import type { Fact } from '../declare/fact.ts'
import type { Sight } from '../query/lookups.ts'
import type { ResolvedFilter } from '../query/resolve.ts'
import { literal, timeLiteral } from '../sql/literal.ts'
import type { TimeRange } from '../time/granularity.ts'
import { type Dimensioned, dimensionSql } from './dimension.ts'

/**
 * The rows of a fact that a question may and wants to see: those of its range, of what lasts those that were not over
 * before. The organization's guard comes first, always.
 */
export function whereSql(
  fact: Dimensioned & Pick<Fact, 'time' | 'lastsUntil'>,
  sight: Sight,
  range: TimeRange,
  filters: readonly ResolvedFilter[],
): string {
  return [
    guardSql(sight),
    fact.lastsUntil === undefined
      ? `${fact.time} >= ${timeLiteral(range.from)}`
      : `(${fact.lastsUntil} IS NULL OR ${fact.lastsUntil} > ${timeLiteral(range.from)})`,
    `${fact.time} < ${timeLiteral(range.to)}`,
    ...filtersSql(fact, sight, filters),
  ].join(' AND ')
}

/** A condition for each filter, over a row of the fact. */
export function filtersSql(fact: Dimensioned, sight: Sight, filters: readonly ResolvedFilter[]): string[] {
  return filters.map((filter) => filterSql(filter, fact, dimensionSql(filter.dimension, fact, sight)))
}

/** The organization's guard. */
export const guardSql = ({ scope }: Sight): string => `organization_id IN ${literal(scope.organizationIds)}`

/** Whether the value of a filter's dimension, as `dimensionSql` has it for the fact, passes. */
export function filterSql(filter: ResolvedFilter, fact: Pick<Fact, 'id'>, sql: string): string {
  return hasSeveralValues(filter.dimension, fact.id) ? severalSql(filter, sql) : oneSql(filter, sql)
}

function oneSql({ dimension, op, values }: ResolvedFilter, column: string): string {
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

/** A row passes when one of its values does. "None" is among its values, alone, where it has no other. */
function severalSql({ op, values }: ResolvedFilter, list: string): string {
  const present = values.filter((value) => value !== null)
  const anyIn = `hasAny(${list}, [${present.map((value) => literal(value)).join(', ')}])`
  switch (op) {
    case 'exists':
      return `NOT has(${list}, '')`
    case 'not_exists':
      return `has(${list}, '')`
    case 'contains':
      return `arrayExists(one -> ${present.map((value) => `positionCaseInsensitiveUTF8(one, ${literal(value)}) > 0`).join(' OR ')}, ${list})`
    case 'in':
      return anyIn
    case 'not_in':
      return `NOT ${anyIn}`
  }
}

function anyOf(column: string, present: readonly (string | number)[], hasNone: boolean): string {
  const isIn = present.length === 0 ? '0' : `${column} IN ${literal(present)}`
  // Only numbers can be null in the store; `ifNull` keeps "not in" from losing the rows without a value.
  return hasNone ? `(ifNull(${isIn}, 0) OR ${column} IS NULL)` : `ifNull(${isIn}, 0)`
}
