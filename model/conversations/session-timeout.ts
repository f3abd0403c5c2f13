/** How long a conversation may be silent before the next message begins a new session, by channel, in seconds. */
export const sessionTimeoutSeconds = { web: 30 * 60, other: 24 * 60 * 60 } as const

/** SQL: the session timeout, in milliseconds, of the channel that the SQL expression `channel` names. */
export function sessionTimeoutMs(channel: string): string {
  return `if(${channel} = 'web', ${sessionTimeoutSeconds.web * 1000}, ${sessionTimeoutSeconds.other * 1000})`
}
