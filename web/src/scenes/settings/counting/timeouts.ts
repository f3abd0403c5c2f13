import type { HeldSettings } from '../../../ask/settings.ts'
import { readDuration, type WrittenDuration, writeDuration } from '../form/numbers.ts'

export type Timeout = { readonly channel: string; readonly written: WrittenDuration }

/** What holds, by channel: what is set, over the defaults. */
export function effectiveTimeouts({
  session_timeouts: { value, default: byDefault },
}: Pick<HeldSettings, 'session_timeouts'>): Record<string, number> {
  return { ...byDefault, ...value }
}

/** As the page writes them: web chats first, then the others, then those of single channels. */
export function writeTimeouts(held: Pick<HeldSettings, 'session_timeouts'>): Timeout[] {
  const { web = 0, other = 0, ...rest } = effectiveTimeouts(held)
  const entries = [['web', web] as const, ['other', other] as const, ...Object.entries(rest)]
  return entries.map(([channel, seconds]) => ({ channel, written: writeDuration(seconds) }))
}

export function readTimeouts(timeouts: readonly Timeout[]): Record<string, number> {
  return Object.fromEntries(timeouts.map(({ channel, written }) => [channel, readDuration(written) ?? Number.NaN]))
}

export function areSame(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
