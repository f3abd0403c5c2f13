import type { Thread } from '@parley/core/declare/thread.ts'
import { storedColumns } from '../store/events-table.ts'

/** The columns of events that a kind of thread is read from. To unpack the others would be most of the work of reading. */
export function columnsOf(thread: Thread): readonly string[] {
  return storedColumns.filter((column) => isRead(column, thread))
}

/** Whether a relation of the thread names the column: one that is nowhere in their text is not read. */
function isRead(column: string, { relations, namedBy }: Thread): boolean {
  const always = ['organization_id', 'time', 'type', 'touchpoint_id', namedBy]
  const named = new RegExp(`\\b${column}\\b`)
  return always.includes(column) || relations.some(({ sql }) => named.test(sql))
}
