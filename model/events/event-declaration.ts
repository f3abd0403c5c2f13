import type { z } from 'zod'

/** The `data` of an event that passed its schema. */
export type EventData = Readonly<Record<string, unknown>>

/** What an event is about: the thread it is kept with. */
export type SubjectKind =
  | 'conversation'
  | 'visitor'
  | 'contact'
  | 'order'
  | 'notification'
  | 'call'
  | 'agent'
  | 'entity'

export type Subject = { readonly kind: SubjectKind; readonly id: string }

/** A real-looking event of a type, without what its declaration already says (`specversion` and `type`). */
export type EventSample<Data = EventData> = {
  readonly id: string
  readonly source: string
  /** RFC 3339. */
  readonly time: string
  readonly data: Data
}

/** Everything Parley knows about one type of event. The checks, the reference and the tests follow from it. */
export type EventDeclaration = {
  /** What happened, for people. */
  readonly what: string
  /** The shape of `data`. Fields it does not name are kept as they are. */
  readonly schema: z.ZodObject
  /** The thread the event belongs to. Only for data that passed `schema`. */
  readonly subject: (data: EventData) => Subject
  readonly samples: readonly EventSample[]
}

/** Declares a type of event; the samples are checked against the schema by the compiler too. */
export function declareEvent<Schema extends z.ZodObject>(declaration: {
  readonly what: string
  readonly schema: Schema
  readonly subject: (data: EventData) => Subject
  readonly samples: readonly EventSample<z.input<Schema>>[]
}): EventDeclaration {
  return declaration
}

/** The subject named by one required field of the data. */
export function subjectBy(kind: SubjectKind, field: string): (data: EventData) => Subject {
  return (data) => ({ kind, id: String(data[field]) })
}
