/**
 * Something the journal found or did that a person should hear of. Reading and writing go on.
 *
 * - `torn_tail`: the end of the last segment is not a whole record: a write that never finished. Cut off.
 * - `damaged_records`: bytes that should hold records do not; reading goes on behind them.
 * - `missing_bytes`: a segment is shorter than was once durable.
 * - `missing_segment`: a segment that should be there is not.
 * - `checkpoint_unreadable`: the checkpoint is damaged or gone; everything still on disk is read again.
 * - `segment_sealed`: the disk failed under a segment; it is never written again.
 */
export type Incident = {
  readonly code:
    | 'torn_tail'
    | 'damaged_records'
    | 'missing_bytes'
    | 'missing_segment'
    | 'checkpoint_unreadable'
    | 'segment_sealed'
  /** For people: what happened, what was done, what to do. */
  readonly message: string
  readonly segment: number
  /** The bytes concerned: from inclusive, to exclusive. */
  readonly from: number
  readonly to: number
  /** The file that holds a copy of the bytes; null when there were none worth keeping or no copy could be made. */
  readonly savedTo: string | null
}

/** Hears of incidents. Called outside of the journal's own work: what it throws cannot stop an append. */
export type OnIncident = (incident: Incident) => void

/** Runs `onIncident` (or, without one, a process warning: nothing goes unheard) before the next turn of the event loop. */
export function incidentReporter(onIncident: OnIncident | undefined): OnIncident {
  const report =
    onIncident ?? ((incident: Incident) => process.emitWarning(incident.message, { code: `journal_${incident.code}` }))
  return (incident) => queueMicrotask(() => report(incident))
}
