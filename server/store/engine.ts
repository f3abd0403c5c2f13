/**
 * The port to the event engine. Only `server/store` knows which engine is behind it; everything else sees SQL in and
 * rows out. One dialect serves both engines, so a query is the same text on each.
 */
export type Engine = {
  /** Rows of a SELECT, each an array in column order. 64-bit integers and floats are numbers, decimals strings. */
  query(sql: string, options?: QueryOptions): Promise<unknown[][]>
  /** The result of a SELECT as the bytes of the given ClickHouse output format. */
  queryBytes(sql: string, format: string, options?: QueryOptions): Promise<Uint8Array>
  /** Inserts rows already encoded as tab-separated values, in the order of `columns`. Durable when it resolves. */
  insertRows(table: string, columns: readonly string[], rows: Buffer): Promise<void>
  /** Runs a statement that gives no rows (DDL, INSERT … SELECT), on the writing connection, one after the other. */
  command(sql: string, options?: QueryOptions): Promise<void>
  /** A further connection to write with, beside all others. It is closed with the engine. */
  openLane(): Lane
  /** Waits for what is running and lets go of the data. */
  close(): Promise<void>
}

/** A connection of one's own: its statements run one after the other, and only they see its temporary tables. */
export type Lane = Pick<Engine, 'query' | 'insertRows' | 'command'>

export type QueryOptions = {
  /** Stops waiting; the engine itself stops at its time limit. */
  readonly signal?: AbortSignal
  readonly settings?: Readonly<Record<string, string | number>>
}
