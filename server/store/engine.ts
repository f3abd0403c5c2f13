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
  /**
   * Runs a statement that gives no rows (DDL, INSERT … SELECT). A few writes run side by side: whoever needs one done
   * before the next waits for it.
   */
  command(sql: string, options?: QueryOptions): Promise<void>
  /** Waits for what is running and lets go of the data. */
  close(): Promise<void>
}

export type QueryOptions = {
  /** Stops waiting; the engine itself stops at its time limit. */
  readonly signal?: AbortSignal
  readonly settings?: Readonly<Record<string, string | number>>
}
