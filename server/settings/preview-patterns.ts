import { matchesSql, pageSql } from '@parley/core/compile/tracked-url.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import { dayMs } from '@parley/core/time/granularity.ts'
import { limits } from '../limits.ts'
import type { Engine } from '../store/engine.ts'
import { eventsTable } from '../store/events-table.ts'

/** What patterns would match, of the pages that an organization's events named lately. */
export type PatternPreview = {
  /** The most frequent ones first, at most `limits.trackedUrlPages`, in the form in which they are compared. */
  readonly pages: { readonly page: string; readonly events: number }[]
  /** How many different pages match, of how many there are. */
  readonly matched: number
  readonly seen: number
}

const reachDays = 30

/** Reads the events of the last 30 days. Errors: those of the engine. */
export async function previewPatterns(
  engine: Engine,
  organizationId: string,
  patterns: readonly string[],
  nowMs: number,
): Promise<PatternPreview> {
  const seen = `SELECT ${pageSql('url')} AS page, count() AS times, ${matchesSql('page', patterns)} AS matches
FROM ${eventsTable}
WHERE organization_id = ${literal(organizationId)} AND time >= ${timeLiteral(nowMs - reachDays * dayMs)} AND url != ''
GROUP BY page`
  const [pages, [counts]] = await Promise.all([
    engine.query(
      `SELECT page, times FROM (${seen}) WHERE matches ORDER BY times DESC, page LIMIT ${limits.trackedUrlPages}`,
    ),
    engine.query(`SELECT countIf(matches), count() FROM (${seen})`),
  ])
  return {
    pages: pages.map(([page, events]) => ({ page: page as string, events: events as number })),
    matched: Number(counts?.[0] ?? 0),
    seen: Number(counts?.[1] ?? 0),
  }
}
