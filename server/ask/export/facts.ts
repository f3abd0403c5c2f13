import { recordsCondition } from '@parley/core/compile/measure.ts'
import { relationSql } from '@parley/core/compile/relation.ts'
import { findingIn } from '@parley/core/declare/dimension.ts'
import type { AskedFact, Column } from '@parley/core/declare/fact.ts'
import { amountText, microUnits } from '@parley/core/money/amount.ts'
import { lookupsNeeded } from '@parley/core/query/lookups.ts'
import type { OrganizationScope } from '@parley/core/query/scope.ts'
import { literal, timeLiteral } from '@parley/core/sql/literal.ts'
import type { TimeRange } from '@parley/core/time/granularity.ts'
import { catalogue } from '@parley/model/catalogue.ts'
import type { Engine, QueryOptions } from '../../store/engine.ts'
import { eventsTable } from '../../store/events-table.ts'
import type { AskServices, Names } from '../asking.ts'
import { readSettings } from '../read-settings.ts'
import { createLocalTime } from './local-time.ts'
import { type ExportColumn, type ExportParts, type ExportValue, planSlices, readPages, type Source } from './pages.ts'

/** A column of the file: how it is named and what it says of a row. */
type FileColumn = ExportColumn & { valueOf(row: FactRow): ExportValue }

/** A row of the fact by column, with what was written in the event that made it. */
type FactRow = { readonly values: ReadonlyMap<string, unknown>; readonly text: string | null }

/** What was written in the events that make rows of a fact, and where it stands in them. */
const texts: Readonly<Record<string, { readonly type: string; readonly field: string } | undefined>> = {
  messages: { type: 'message.sent', field: 'text' },
  surveys: { type: 'survey.answered', field: 'feedback' },
}

/**
 * The rows of a fact as questions see it (an order with the session that led to it), with names beside ids, durations in
 * seconds (`duration_seconds`) and times of a zone with their offset. A session's `is_missed` follows the rule of the metric `missed_chats`, as of now.
 */
export async function exportFacts(
  services: AskServices,
  fact: AskedFact,
  scope: OrganizationScope,
  range: TimeRange,
  timeZone: string,
  signal: AbortSignal,
): Promise<ExportParts> {
  const engine = services.engine()
  const options = { signal, settings: readSettings }
  const sight = {
    scope,
    lookups: await services.lookUp(scope.organizationIds, lookupsNeeded([], [], [fact])),
  }
  const key = ['organization_id', fact.thread.key, 'event_key']
  const missed = fact.id === 'sessions' ? catalogue.metrics.get('missed_chats') : undefined
  const missedSql = missed && recordsCondition(missed, { now: services.asOf(), sight })
  const read = [
    ...fact.columns.map(({ id, type }) => (type === 'time' || type === 'time?' ? `toUnixTimestamp64Milli(${id})` : id)),
  ]
  const source: Source = {
    // Costs are in no table of their own.
    counted:
      fact.made?.gathers ?? (catalogue.stored.has(fact.id) ? fact.id : relationSql(fact, catalogue, sight, range)),
    rowsOf: (stretch) => relationSql(fact, catalogue, sight, fact.made?.gathers === undefined ? stretch : range),
    time: fact.time,
    key,
    select: `SELECT toUnixTimestamp64Milli(${fact.time}), organization_id, ${fact.thread.key}, toString(event_key), ${[...read, ...(missedSql ? [missedSql] : [])].join(', ')}`,
  }
  const ids = [fact.time, ...key, ...fact.columns.map(({ id }) => id), ...(missedSql ? ['is_missed'] : [])]
  const columns = fileColumns(fact, await services.namesOf(scope.organizationIds), createLocalTime(timeZone), {
    hasMissed: missedSql !== undefined,
  })
  const { slices, mostRows } = await planSlices(engine, source, scope, range, options)
  async function* pages() {
    for await (const rows of readPages(engine, source, scope, slices, options)) {
      const said = await textsOf(engine, fact, scope, rows, options)
      yield rows.map((row) => {
        const values = new Map(ids.map((id, index) => [id, row[index]]))
        const text = said?.get(textKey(row[1], row[3])) ?? null
        return columns.map((column) => column.valueOf({ values, text }))
      })
    }
  }
  return { columns: columns.map(({ id, holds }) => ({ id, holds })), mostRows, pages: pages() }
}

function fileColumns(
  fact: AskedFact,
  names: Names,
  localTime: (instantMs: number) => string,
  { hasMissed }: { readonly hasMissed: boolean },
): FileColumn[] {
  const word = (id: string): FileColumn => ({
    id,
    holds: 'text',
    valueOf: ({ values }) => (values.get(id) as string) || null,
  })
  const flag = (id: string): FileColumn => ({ id, holds: 'flag', valueOf: ({ values }) => values.get(id) === 1 })
  const time = (id: string): FileColumn => ({
    id,
    holds: 'time',
    valueOf: ({ values }) => localTime(values.get(id) as number),
  })
  const optionalTime = (at: unknown) => (typeof at === 'number' ? localTime(at) : null)
  const name = (id: string, kindOf: FileColumn['valueOf']): FileColumn => ({
    id: `${id.replace(/_id$/, '')}_name`,
    holds: 'text',
    valueOf: (row) => names.get(String(kindOf(row)))?.get(String(row.values.get(id))) ?? null,
  })
  const columnsOf = ({ id, type }: Column): FileColumn[] => {
    switch (type) {
      case 'time':
        return [time(id)]
      case 'time?':
        return [{ id, holds: 'time', valueOf: ({ values }) => optionalTime(values.get(id)) }]
      case 'money':
        return [{ id, holds: 'amount', valueOf: ({ values }) => amountBeside(values.get(id), values.get('currency')) }]
      case 'flag':
        return [flag(id)]
      case 'duration':
      case 'duration?':
        return [{ id: `${id}_seconds`, holds: 'seconds', valueOf: ({ values }) => secondsOf(values.get(id)) }]
      case 'count':
      case 'number':
      case 'number?':
        return [{ id, holds: 'number', valueOf: ({ values }) => (values.get(id) as number | null) ?? null }]
      default: {
        if (id === 'author') return [word(id), name(id, ({ values }) => values.get('author_kind') as string)]
        const kind = entityOf(fact, id)
        return kind === undefined ? [word(id)] : [word(id), name(id, () => kind)]
      }
    }
  }
  const text = texts[fact.id]
  return [
    word('organization_id'),
    name('organization_id', () => 'organization'),
    time(fact.time),
    word(fact.thread.key),
    ...fact.columns.flatMap(columnsOf),
    ...(hasMissed ? [flag('is_missed')] : []),
    ...(text ? [{ id: text.field, holds: 'text' as const, valueOf: (row: FactRow) => row.text }] : []),
  ]
}

/** The kind of thing whose ids a column holds, where they have names. */
function entityOf(fact: AskedFact, column: string): string | undefined {
  if (column === 'contact') return 'contact'
  return [...catalogue.dimensions.values()].find(
    (dimension) => dimension.columns[fact.id] === column && findingIn(dimension, fact.id) === undefined,
  )?.entity
}

function secondsOf(milliseconds: unknown): number | null {
  return typeof milliseconds === 'number' ? milliseconds / 1000 : null
}

/** An amount with the currency it is in beside it; where there is no currency nothing was paid. */
function amountBeside(amount: unknown, currency: unknown): string | null {
  return currency === '' ? null : amountText(microUnits(amount as string), currency as string)
}

/** What was written in the events behind a page of rows: they happened when the rows did. */
async function textsOf(
  engine: Engine,
  fact: AskedFact,
  scope: OrganizationScope,
  rows: readonly unknown[][],
  options: QueryOptions,
): Promise<Map<string, string> | null> {
  const text = texts[fact.id]
  const [first, last] = [rows[0]?.[0], rows.at(-1)?.[0]]
  if (text === undefined || typeof first !== 'number' || typeof last !== 'number') return null
  const said = await engine.query(
    `SELECT organization_id, toString(xxHash64(source, id)), JSONExtractString(data, ${literal(text.field)}) AS said
FROM ${eventsTable}
WHERE organization_id IN ${literal(scope.organizationIds)} AND time >= ${timeLiteral(first)} AND time <= ${timeLiteral(last)}
  AND type = ${literal(text.type)} AND said != ''`,
    options,
  )
  return new Map(said.map(([organizationId, key, words]) => [textKey(organizationId, key), words as string]))
}

function textKey(organizationId: unknown, eventKey: unknown): string {
  return `${organizationId}\t${eventKey}`
}
