import type { OpenSpan } from '../service-hours/open-time-sql.ts'
import type { Thread } from './thread.ts'

/**
 * What a column holds, and so how it is stored and shown. Times are UTC milliseconds; durations are milliseconds in the
 * store and seconds in answers; money is micro-units of the currency in the row's column `currency`, and a decimal string
 * in answers; flags are 0 or 1; a hash is a number that equals share; a `?` may be absent (null). Ids (many values) and words (few) are never null: absent is
 * the empty string, shown as none.
 */
export type ColumnType =
  | 'id'
  | 'word'
  | 'time'
  | 'time?'
  | 'duration'
  | 'duration?'
  | 'count'
  | 'number'
  | 'number?'
  | 'money'
  | 'flag'
  | 'text'
  | 'hash'

export type Column = {
  readonly id: string
  readonly type: ColumnType
  /** For the reader of records and of the schema: what one value says. */
  readonly holds: string
}

/**
 * A fact: one kind of thing that happened, one row each, derived by SQL as a pure function of the events.
 *
 * Its table is sorted by organization, time, thread and `event_key`: the hash of the event that made the row. A row is
 * made by an event and keeps that event's key, so deriving a thread again replaces its rows in place, and a row whose
 * event no longer makes one is withdrawn by the same key.
 */
export type Fact = {
  readonly id: string
  /** What one row is. */
  readonly grain: string
  /** The kind of thread it is derived from; its `key` is a column of the fact. */
  readonly thread: Thread
  /** The types of events that make its rows, when they are few: without such events there is nothing to derive. */
  readonly madeBy?: string | readonly string[]
  /** The column by which rows are counted in time. */
  readonly time: string
  /** All columns after organization, time, the thread's key and event_key. */
  readonly columns: readonly Column[]
  /** Columns after those, by which the engine finds and counts: no question names them, and no record shows them. */
  readonly unshown?: readonly Column[]
  /**
   * Ids of many letters that the engine counts and compares by what they hash to, as their texts take longest of all to read:
   * kept beside each ID as `ID_hash`, 0 for none. `select` does not give them.
   */
  readonly hashed?: readonly string[]
  /**
   * The rows: a SELECT of `organization_id`, the time column, the thread's key, `event_key`, `columns` and `unshown`, by name and in
   * order, from the thread's relations.
   */
  readonly select: string
  /**
   * Durations of a row that are counted in the service hours of its `touchpoint` too: the last of its `columns`, each with
   * the span it counts, in expressions over `spanned`, the row. `select` does not give them.
   */
  readonly inServiceHours?: readonly OpenSpan[]
  /**
   * How far a new event reaches. `back`: a row depends only on what came before it, so an event changes no earlier row.
   * `session`: a row also depends on the rest of its session, so an event changes its session's rows from the first (see
   * `Thread.sessionFrom`). `until`: a row also depends on what follows it until the next event of this type, so an event
   * changes the rows from the last such event before it.
   */
  readonly looks: 'back' | 'session' | { readonly until: string }
  /**
   * The events that make no row of this fact now though they may have made one before: a SELECT of `organization_id`,
   * the time column, the thread's key and `event_key`. Absent: an event that makes a row always will (a message stays a
   * message). `after_late_events`: only an event that arrives out of order can take a row away.
   */
  readonly withdrawn?: { readonly when: 'after_late_events' | 'always'; readonly select: string }
  /**
   * Of rows that last: the `time?` column with their end, absent while it goes on. They last from the time column until
   * then; a question is about the part of each that lies in its range, cut at the edges of its buckets.
   */
  readonly lastsUntil?: string
}

/** The column with the hash of one that is `hashed`. */
export function hashColumn(id: string): string {
  return `${id}_hash`
}

/** A fact as questions see it: one with a table of its own, or one whose rows are made while a question is answered. */
export type AskedFact = Pick<Fact, 'id' | 'grain' | 'time' | 'columns' | 'hashed' | 'lastsUntil'> & {
  readonly thread: Pick<Thread, 'id' | 'key'>
  /** How its rows are made; absent: they are those of its table. */
  readonly made?: MadeRows
}

export type MadeRows = ComposedRows | UnitedRows

/** Rows of several stored facts beside each other, each at its own instant. */
export type UnitedRows = {
  readonly unites: readonly {
    readonly fact: string
    /** Which of its rows, in SQL; absent: all. */
    readonly where?: string
    /** The time, the thread's key and every column, in the same order for each stored fact, with the SQL over its row. */
    readonly columns: Readonly<Record<string, string>>
  }[]
  readonly sql?: undefined
  readonly gathers?: undefined
  readonly isShared?: undefined
}

/**
 * Rows composed of those of other facts at the time of asking. For what cannot be kept, as it depends on what happens
 * elsewhere or is set later: changed, it holds for the past at once.
 */
export type ComposedRows = {
  readonly unites?: undefined
  /**
   * A SELECT with all columns of the fact. `{rows:FACT}` stands for the rows of a stored fact that the asker may see, in
   * the range of the question; `{rows:FACT back NAME}` also has those of as many days before it as the setting NAME says,
   * `{rows:FACT within COLUMN}` those of as many days before and after it as the column of any of its rows says, and `{rows:FACT ever}` those of all time. `{from}` and `{to}` are the instants of that range. `{setting:NAME}` is the number that the organization of a row has set. Rows may
   * be joined within one organization only.
   */
  readonly sql: string
  /** The stored fact whose rows of a whole range each row gathers, under the same time column: a part of the range has other rows. */
  readonly gathers?: string
  /**
   * The rows are few and dear to make, and do not depend on the ends of the range: questions about the same days share them,
   * made once, with all columns, whatever they are split and filtered by.
   */
  readonly isShared?: true
}
