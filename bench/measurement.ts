/** What a measurement is asked to do. `--quick` makes it small: good to see that it works, not to quote. */
export type Task = {
  /** Messages in the prepared data, one run for each. */
  readonly sizes: readonly number[]
  /** How long load is kept up. */
  readonly seconds: number
  /** Warm runs of each question. */
  readonly runs: number
  /** Where prepared data is kept from one run to the next. */
  readonly dataDirectory: string
  /** Where to write CPU profiles of the server under load, or null for none. */
  readonly profileDirectory: string | null
}

/** A table of figures: what `npm run bench` prints and keeps. Units are in the headings. */
export type Table = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** What a reader must know to read it right. */
  readonly notes: readonly string[]
}

/** Measures one thing, beside its reference, and says what it does on the way. */
export type Measure = (task: Task, say: (line: string) => void) => Promise<Table[]>
