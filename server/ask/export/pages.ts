import type { OrganizationScope } from '@parley/core/query/scope.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { hourMs, type TimeRange } from '@parley/core/time/granularity.ts'
import { limits } from '../../limits.ts'
import type { Engine, QueryOptions } from '../../store/engine.ts'

export type ExportValue = string | number | boolean | null
/** The values of a row in the order of the columns; or, for an event, its line as it is. */
export type ExportRow = readonly ExportValue[] | string

/** What a column of an export holds; times are local ones with their offset, amounts decimal strings. */
export type ExportColumn = {
  readonly id: string
  readonly holds: 'text' | 'number' | 'seconds' | 'amount' | 'time' | 'flag'
}

/** What the two kinds of export have in common. */
export type ExportParts = {
  readonly columns: readonly ExportColumn[]
  /** No more rows than these; fewer where some were replaced and the engine has not merged them yet. */
  readonly mostRows: number
  readonly pages: AsyncIterable<readonly ExportRow[]>
}

/** A table to be read from its first row to its last, in order of time. */
export type Source = {
  /** What tells how many rows each hour has, as SQL: a table, or what has no fewer rows. */
  readonly counted: string
  /** What the rows of a stretch of time are read from, as SQL. */
  readonly rowsOf: (range: TimeRange) => string
  readonly time: string
  /** What tells rows of the same instant apart, as SQL; columns of the table. */
  readonly key: readonly string[]
  /** SELECT …, without FROM. Its first columns are the time in UTC milliseconds and the key. */
  readonly select: string
}

/** What a page aims at: small enough to hold several, large enough to be worth a question. */
const pageBytes = 8 * 1024 * 1024
const firstPageRows = 500

/** Stretches of time that hold about a page of rows, or an hour that holds more, with how many all hold. Reads only the times. */
export async function planSlices(
  engine: Engine,
  source: Source,
  scope: OrganizationScope,
  range: TimeRange,
  options: QueryOptions,
): Promise<{ slices: TimeRange[]; mostRows: number }> {
  const hours = (await engine.query(
    `SELECT intDiv(toUnixTimestamp64Milli(${source.time}), ${hourMs}) AS hour, count()
FROM ${source.counted} WHERE ${guarded(source, scope, range)} GROUP BY hour ORDER BY hour`,
    options,
  )) as [number, number][]
  const slices: TimeRange[] = []
  let rows = Number.POSITIVE_INFINITY
  let mostRows = 0
  for (const [hour, count] of hours) {
    mostRows += count
    const from = Math.max(hour * hourMs, range.from)
    const to = Math.min((hour + 1) * hourMs, range.to)
    const last = slices.at(-1)
    rows += count
    if (last && rows <= limits.exportPageRows) slices[slices.length - 1] = { from: last.from, to }
    else {
      slices.push({ from, to })
      rows = count
    }
  }
  return { slices, mostRows }
}

/**
 * The rows of all slices, page by page: each page is a question of its own that begins behind the last row, so that no
 * reader of the engine is held while a slow client takes its time. Rows that come in meanwhile behind the place that was
 * reached are not seen.
 */
export async function* readPages(
  engine: Engine,
  source: Source,
  scope: OrganizationScope,
  slices: readonly TimeRange[],
  options: QueryOptions,
): AsyncGenerator<unknown[][]> {
  const order = [source.time, ...source.key].join(', ')
  let wanted = firstPageRows
  for (const slice of slices) {
    let after: readonly unknown[] | null = null
    for (;;) {
      const rest: TimeRange = after ? { ...slice, from: after[0] as number } : slice
      const size: number = wanted
      const rows: unknown[][] = await engine.query(
        `${source.select} FROM ${source.rowsOf(rest)}
WHERE ${guarded(source, scope, rest)}${after ? ` AND (${order}) > ${tuple(after)}` : ''}
ORDER BY ${order} LIMIT ${size}`,
        options,
      )
      if (rows.length > 0) yield rows
      wanted = nextSize(rows, size)
      const last = rows.at(-1)
      if (!last || rows.length < size) break
      after = last.slice(0, 1 + source.key.length)
    }
  }
}

function guarded(source: Source, scope: OrganizationScope, { from, to }: TimeRange): string {
  return `organization_id IN ${literal(scope.organizationIds)} AND ${source.time} >= ${timeLiteral(from)} AND ${source.time} < ${timeLiteral(to)}`
}

function tuple([timeMs, ...key]: readonly unknown[]): string {
  return `(${[timeLiteral(timeMs as number), ...key.map((part) => literal(part as string))].join(', ')})`
}

/** Rows of long texts make smaller pages. Grows step by step: what comes next may be longer. */
function nextSize(rows: readonly unknown[][], wanted: number): number {
  let bytes = 0
  for (const row of rows) for (const value of row) bytes += typeof value === 'string' ? value.length : 8
  const fitting = bytes === 0 ? wanted : Math.ceil((rows.length * pageBytes) / bytes)
  return Math.max(1, Math.min(fitting, wanted * 4, limits.exportPageRows))
}
