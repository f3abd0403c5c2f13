/** A property by which numbers are split and filtered. A row without a value is the value "none" (null at the edge). */
export type Dimension = {
  readonly id: string
  /** For each fact that has it: the column that holds it. */
  readonly columns: Readonly<Record<string, string>>
  /** The kind of entity its values name, so that ids can be shown by name. */
  readonly entity?: 'agent' | 'bot' | 'team' | 'inbox' | 'touchpoint' | 'contact' | 'organization'
  /** The closed list of its values, when it has one. */
  readonly values?: readonly string[]
  readonly type: 'text' | 'number'
}
