import type { AskedFact, Fact, UnitedRows } from '../declare/fact.ts'
import { settingPattern } from '../declare/metric.ts'
import type { Catalogue } from '../query/catalogue.ts'
import type { Sight } from '../query/lookups.ts'
import { timeLiteral } from '../sql/literal.ts'
import { dayMs, type TimeRange } from '../time/granularity.ts'
import { settingOf, settingSql } from './setting.ts'
import { whereSql } from './where.ts'

/** Rows of a stored fact in {@link AskedFact.made}. */
const rowsPattern = /\{rows:(\w+)(?: (ever)| back (\w+))?\}/g

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
    .replaceAll(rowsPattern, (_, id: string, isEver: string | undefined, setting: string | undefined) => {
      const stored = storedFact(id, catalogue)
      const earliest = setting === undefined ? from : from - longestOf(setting, sight) * dayMs
      return `(\nSELECT *\nFROM ${id} FINAL\nWHERE ${whereSql(stored, sight, isEver ? ever : { from: earliest, to }, [])}\n)`
    })
    .replaceAll('{from}', timeLiteral(from))
    .replaceAll('{to}', timeLiteral(to))
    .replaceAll(settingPattern, (_, name: string) => settingSql(name, sight))
  return isShared ? share(sql) : `(${sql}\n)`
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
