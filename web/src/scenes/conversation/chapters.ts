import type { Conversation, Session, TimelineEntry } from '../../ask/conversation.ts'

/** A line of the timeline with what the reader needs to see beside it. */
export type Line = {
  readonly entry: TimelineEntry
  readonly isMessage: boolean
  /** The same author goes on: the name need not be said again. */
  readonly isContinued: boolean
  /** Seconds since the line before, where the silence is worth telling. */
  readonly silence: number | undefined
}

export type Chapter = { readonly session: Session | undefined; readonly lines: readonly Line[] }

/** A silence shorter than this goes without saying. */
const toldFromSeconds = 60

/** Events that come before what is said, and so begin the next session when the last one is over. */
const opening: ReadonlySet<string> = new Set([
  'conversation.requested',
  'conversation.started',
  'conversation.routed',
  'conversation.offered',
  'conversation.assigned',
  'bot.started',
  'page.viewed',
  'invitation.sent',
])

/** The timeline cut into its sessions; what happened around them belongs to the one it opens or closes. */
export function chaptersOf({ sessions, timeline }: Pick<Conversation, 'sessions' | 'timeline'>): readonly Chapter[] {
  if (sessions.length === 0) return [{ session: undefined, lines: linesOf(timeline) }]
  const entries = sessions.map((): TimelineEntry[] => [])
  for (const entry of timeline) entries[placeOf(entry, sessions)]?.push(entry)
  return sessions.map((session, place) => ({ session, lines: linesOf(entries[place] ?? []) }))
}

function placeOf({ time, type }: TimelineEntry, sessions: readonly Session[]): number {
  const begun = sessions.findLastIndex((session) => session.started_at <= time)
  if (begun === -1) return 0
  const isOver = (sessions[begun]?.ended_at ?? time) < time
  return isOver && opening.has(type) && begun + 1 < sessions.length ? begun + 1 : begun
}

function linesOf(entries: readonly TimelineEntry[]): readonly Line[] {
  return entries.map((entry, place): Line => {
    const before = entries[place - 1]
    const isMessage = entry.type === 'message.sent'
    const seconds = before === undefined ? 0 : (Date.parse(entry.time) - Date.parse(before.time)) / 1000
    const silence = isMessage && seconds >= toldFromSeconds ? seconds : undefined
    const isContinued =
      isMessage &&
      silence === undefined &&
      before?.type === 'message.sent' &&
      before.is_private === entry.is_private &&
      before.author?.kind === entry.author?.kind &&
      before.author?.id === entry.author?.id
    return { entry, isMessage, isContinued, silence }
  })
}
