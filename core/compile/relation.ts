import type { AskedFact, Fact, UnitedRows } from '../declare/fact.ts'
import { settingPattern } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { Sight } from '../query/lookups.ts'
import { timeLiteral } from '../sql/literal.ts'
import { dayMs, type TimeRange } from '../time/granularity.ts'
import { settingOf, settingSql } from './setting.ts'
import { guardSql, whereSql } from './where.ts'

/** Rows of a stored fact in {@link AskedFact.made}. */
const rowsPattern = /\{rows:(\w+)(?: (ever)| back (\w+)| within (\w+))?\}/g

/** All time that an event may have. */
const ever: TimeRange = { from: 0, to: Date.UTC(2200, 0) }

/** What a statement reads in the place of a SELECT whose rows several questions share: the table that has them. */
export type Share = (rows: string) => string

/**
 * What the rows of a fact are read from: its table, or what makes them from the tables of others, each with the
 * organization's guard on it. Without `share` everything is made within the statement.
 */
export function relationSql(
  fact: Pick<AskedFact, 'id' | 'made'>,
  catalogue: Pick<Catalogue, 'stored'>,
  sight: Sight,
  range: TimeRange,
  share?: Share,
): string {
  if (fact.made === undefined) return `${fact.id} FINAL`
  if (fact.made.unites !== undefined) return unitedSql(fact.made.unites, catalogue, sight, range)
  const { made } = fact
  const isShared = share !== undefined && made.isShared === true
  const { from, to } = isShared ? wholeDays(range) : range
  const sql = made.sql
    .replaceAll(rowsPattern, (_, id: string, isEver?: string, setting?: string, days?: string) => {
      const stored = storedFact(id, catalogue)
      const earliest = setting === undefined ? from : from - longestOf(setting, sight) * dayMs
      const where =
        days === undefined
          ? whereSql(stored, sight, isEver ? ever : { from: earliest, to }, [])
          : withinSql(stored, days, sight, { from, to })
      return `(\nSELECT *\nFROM ${id} FINAL\nWHERE ${where}\n)`
    })
    .replaceAll('{from}', timeLiteral(from))
    .replaceAll('{to}', timeLiteral(to))
    .replaceAll(settingPattern, (_, name: string) => settingSql(name, sight))
  return isShared ? share(sql) : `(${sql}\n)`
}

/**
 * The rows of a range and of as many days around it as the largest of a column says. That is read of rows that were replaced
 * too, as they need not be told from the others: it may then be more than it had to be, never less.
 */
function withinSql({ id, time }: Fact, days: string, sight: Sight, { from, to }: TimeRange): string {
  const guard = guardSql(sight)
  const reach = `toInt64((SELECT max(${days})\nFROM ${id}\nWHERE ${guard}\n)) * ${dayMs}`
  const earliest = `fromUnixTimestamp64Milli(greatest(toInt64(${ever.from}), toInt64(${from}) - ${reach}), 'UTC')`
  const latest = `fromUnixTimestamp64Milli(least(toInt64(${ever.to}), toInt64(${to}) + ${reach}), 'UTC')`
  return `${guard} AND ${time} >= ${earliest} AND ${time} < ${latest}`
}

/** Each with the guard and the range, so that nothing has to be looked at again when they are together. */
function unitedSql(
  parts: UnitedRows['unites'],
  catalogue: Pick<Catalogue, 'stored'>,
  sight: Sight,
  range: TimeRange,
): string {
  const selects = parts.map(({ fact, where, columns }) => {
    const named = Object.entries(columns).map(([id, sql]) => (sql === id ? id : `${sql} AS ${id}`))
    const seen = whereSql(storedFact(fact, catalogue), sight, range, [])
    const condition = where === undefined ? seen : `${seen} AND ${where}`
    return `SELECT organization_id, event_key, ${named.join(', ')}\nFROM ${fact} FINAL\nWHERE ${condition}`
  })
  return `(\n${selects.join('\nUNION ALL\n')}\n)`
}

function storedFact(id: string, catalogue: Pick<Catalogue, 'stored'>): Fact {
  const stored = catalogue.stored.get(id)
  if (!stored) throw new Error(`There is no stored fact ${id}.`)
  return stored
}

/** A range that ends now is another at every instant, and its whole days are the same for all that ask today. */
function wholeDays({ from, to }: TimeRange): TimeRange {
  return { from: Math.floor(from / dayMs) * dayMs, to: Math.ceil(to / dayMs) * dayMs }
}

/** The largest number that one of the organizations has set. */
function longestOf(name: string, sight: Sight): number {
  return Math.max(...sight.scope.organizationIds.map((organizationId) => settingOf(name, organizationId, sight)))
}
