import type { Services } from '../api/services.ts'

/**
 * Resolves when everything that was sent until now is in the numbers; at once while the engine is down, when events only
 * wait in the journal. Rejects as soon as `stopping` is given.
 */
export async function whenSettled(settling: Services['settling'], stopping: AbortSignal): Promise<void> {
  stopping.throwIfAborted()
  if (settling.trouble() !== null) return
  const stopped = Promise.withResolvers<never>()
  const giveUp = () => stopped.reject(stopping.reason)
  stopping.addEventListener('abort', giveUp, { once: true })
  try {
    await Promise.race([settling.settler().settled(), stopped.promise])
  } finally {
    stopping.removeEventListener('abort', giveUp)
  }
}
