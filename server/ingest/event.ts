import type { EventData, SubjectKind } from '@parley/model/events/event-declaration.ts'
import type { EventType } from '@parley/model/events/index.ts'

/** An event that was read, checked and taken: what is stored of it. */
export type IncomingEvent = {
  readonly organization_id: string
  /** The thread it belongs to. */
  readonly subject_kind: SubjectKind
  readonly subject_id: string
  /** When it happened, UTC milliseconds. */
  readonly time: number
  /** With `id` its identity within the organization. */
  readonly source: string
  readonly id: string
  readonly type: EventType
  /** When it came in, UTC milliseconds. */
  readonly received_at: number
  /** As it was sent, unknown fields included. */
  readonly data: EventData
}
