/** How long a visitor may do nothing before what follows is another visit, in milliseconds. Exactly as long is the same one. */
export const visitTimeoutMs = 30 * 60 * 1000
