import type { JournalRecord, Position } from '../journal/journal.ts'
import type { Engine } from '../store/engine.ts'
import type { SeenFilter } from '../store/seen-filter.ts'
import { insertEvents } from '../store/store.ts'
import { type Admitted, admit } from './admit.ts'
import { deriveTouched } from './derive.ts'
import type { FactSettings } from './fact-settings.ts'
import type { Lanes } from './lanes.ts'
import type { Versions } from './prepare-facts.ts'
import type { Spans } from './spans.ts'
import { type Touched, touchedThreads } from './touch.ts'

/** A batch of the journal on its way to the facts. Each step adds its part. */
export type Work = {
  readonly engine: Engine
  readonly lanes: Lanes
  readonly settings: () => FactSettings
  readonly seen: SeenFilter
  readonly spans: Spans
  readonly versions: Versions
  readonly keepRejected: (records: readonly JournalRecord[]) => Promise<void>
  readonly records: readonly JournalRecord[]
  /** Where the journal goes on behind it. */
  readonly next: Position
  admitted: Admitted
  touched: readonly Touched[]
}

export type SettlingStep = { readonly name: string; readonly run: (work: Work) => Promise<void> }

/**
 * The way of a batch from the journal to the facts. Each step may run again after a crash: the checkpoint moves only when
 * all are done, what was stored is recognized, and its threads are derived again. While the facts of one batch are
 * derived the next is stored already.
 */
export const settlingSteps: { readonly store: readonly SettlingStep[]; readonly derive: readonly SettlingStep[] } = {
  store: [
    {
      name: 'keep what was rejected',
      async run(work) {
        await work.keepRejected(work.records.filter(({ kind }) => kind === 'rejected'))
      },
    },
    {
      name: 'admit each event once',
      async run(work) {
        const payloads = work.records.filter(({ kind }) => kind === 'events').map(({ payload }) => payload)
        work.admitted = await admit(work.engine, work.seen, payloads)
      },
    },
    {
      name: 'store',
      async run({ admitted, engine, seen }) {
        if (admitted.fresh.length === 0) return
        await insertEvents(engine, admitted.rows)
        for (const { hash } of admitted.fresh) seen.add(hash)
      },
    },
  ],
  derive: [
    {
      name: 'find the touched threads',
      async run(work) {
        // A repeated delivery touches too: after a crash between storing and deriving it is the only sign of the change.
        work.touched = touchedThreads(work.admitted, work.spans, work.seen)
      },
    },
    {
      name: 'derive',
      async run({ touched, lanes, versions, settings, spans }) {
        if (touched.length > 0) await deriveTouched(lanes, touched, versions.next(), settings(), spans)
      },
    },
  ],
}
