import type { Thread } from './thread.ts'

/**
 * What a column holds, and so how it is stored and shown. Times are UTC milliseconds; durations are milliseconds in the
 * store and seconds in answers; flags are 0 or 1; a `?` may be absent (null). Ids (many values) and words (few) are
 * never null: absent is the empty string, shown as none.
 */
export type ColumnType =
  | 'id'
  | 'word'
  | 'time'
  | 'duration'
  | 'duration?'
  | 'count'
  | 'number'
  | 'number?'
  | 'flag'
  | 'text'

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
  /** The type of event that makes its rows, when there is only one: without such events there is nothing to derive. */
  readonly madeBy?: string
  /** The column by which rows are counted in time. */
  readonly time: string
  /** All columns after organization, time, the thread's key and event_key. */
  readonly columns: readonly Column[]
  /**
   * The rows: a SELECT of `organization_id`, the time column, the thread's key, `event_key` and `columns`, by name and in
   * order, from the thread's relations.
   */
  readonly select: string
  /**
   * How far a new event reaches. `back`: a row depends only on what came before it, so an event changes no earlier row.
   * `session`: a row also depends on the rest of its session, so an event changes its session's rows from the first (see
   * `Thread.sessionFrom`).
   */
  readonly looks: 'back' | 'session'
  /**
   * The events that make no row of this fact now though they may have made one before: a SELECT of `organization_id`,
   * the time column, the thread's key and `event_key`. Absent: an event that makes a row always will (a message stays a
   * message). `after_late_events`: only an event that arrives out of order can take a row away.
   */
  readonly withdrawn?: { readonly when: 'after_late_events' | 'always'; readonly select: string }
}
