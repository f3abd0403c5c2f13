/** How long a conversation may be silent before the next message begins a new session, by channel, in seconds. */
export const sessionTimeoutSeconds = { web: 30 * 60, other: 24 * 60 * 60 } as const

/**
 * SQL: the session timeout, in milliseconds, of the channel that the SQL expression `channel` names, in the organization
 * of the row. A place that deriving fills in, as organizations set their own timeouts (`server/derive/fact-settings.ts`).
 */
export function sessionTimeoutMs(channel: string): string {
  return `{session_timeout:${channel}}`
}

/** The place that {@link sessionTimeoutMs} makes. */
export const sessionTimeoutPlace = /\{session_timeout:([^{}]+)\}/g
