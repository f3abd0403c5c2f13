/**
 * Events that belong together and are derived together: those of one conversation, of one visitor, of one call. A new
 * event touches its thread, and the facts of a touched thread are derived again from all its events. An event may belong
 * to several threads of different kinds.
 */
export type Thread = {
  readonly id: string
  /** The column that names a thread in its relations and its facts, such as `conversation_id`. */
  readonly key: string
  /** The types of events it is made of. */
  readonly eventTypes: readonly string[]
  /** Only events kept with this kind of subject, when an event of these types can be kept with several. */
  readonly subjectKind?: string
  /** Events that say this in this column are no part of any, such as those of robots. */
  readonly except?: { readonly column: 'device'; readonly is: string }
  /** The column of `events` that names the thread of an event; events where it is empty belong to none. */
  readonly namedBy: 'subject_id' | 'reference'
  /**
   * A chain: each row depends on its event and the one after it alone. While nothing is added in between, deriving reads it
   * from its last known event on, or up to its first when it is told backwards, however long it has become.
   */
  readonly isChain?: boolean
  /**
   * Events further apart than `ms` have nothing to do with each other but what those say that have something in the column
   * `joinedBy`; a new one of these that says something else than all before makes the thread be read whole. Who comes back
   * after months is derived from today's events and from those few.
   */
  readonly apart?: { readonly ms: number; readonly joinedBy: 'contact_id' }
  /** SQL: the touchpoints, as an array, that an event of it may name; its `touchpoint_id` when absent. */
  readonly touchpoints?: string
  /** What its facts are read from, in the order in which it is made. Each may read `{events}` and the ones before it. */
  readonly relations: readonly Relation[]
  /**
   * Where the rows to replace begin for facts that look at a whole session: a SELECT of `organization_id`, `key` and
   * `session_from` (UTC ms) from the relations and `touched` (columns `touched_organization`, `touched_key`,
   * `changed_from`, `changed_to`, `is_late`, `within_from`, `within_to`). Absent: such facts are replaced from the beginning.
   */
  readonly sessionFrom?: string
}

export type Relation = {
  readonly name: string
  readonly sql: string
  /** The type of events that make its rows: without such events it is empty. */
  readonly madeBy?: string
}

/** SQL: whether a row of `events` belongs to a thread of this kind. */
export function isOfThread(thread: Thread): string {
  const types = thread.eventTypes.map((type) => `'${type}'`).join(', ')
  const subject = thread.subjectKind === undefined ? '' : `subject_kind = '${thread.subjectKind}' AND `
  const except = thread.except === undefined ? '' : ` AND ${thread.except.column} != '${thread.except.is}'`
  return `${subject}type IN (${types}) AND ${thread.namedBy} != ''${except}`
}
