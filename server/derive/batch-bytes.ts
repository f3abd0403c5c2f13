const mebibyte = 1024 * 1024

/** So much of the journal is settled at once at first: some twenty thousand events. */
export const firstBatchBytes = 8 * mebibyte
const leastBytes = 4 * mebibyte
const mostBytes = 32 * mebibyte
// Answers know events within two seconds: one batch is derived while the next gathers, and both take about so long.
const derivesWithinMs = 700
// Whoever sends the past waits for all of it: what a batch costs whatever is in it should be paid less often. Not longer,
// as what happens meanwhile waits behind it; and on a slow machine smaller batches would only make it slower.
const pastDerivesWithinMs = 1_500

/**
 * How much to settle at once, after a batch whose facts took so long. A flush costs the same for few events as for many, so
 * under a load that fills batches they grow as long as the machine derives them soon enough, and shrink when it does not.
 * `isPast`: most of its events happened long ago.
 */
export function nextBatchBytes(
  bytes: number,
  { isFull, isPast, derivedInMs }: { readonly isFull: boolean; readonly isPast: boolean; readonly derivedInMs: number },
): number {
  if (derivedInMs > (isPast ? pastDerivesWithinMs : derivesWithinMs))
    return isFull ? Math.max(isPast ? firstBatchBytes : leastBytes, Math.round(bytes * 0.75)) : bytes
  return isFull ? Math.min(mostBytes, Math.round(bytes * 1.5)) : bytes
}
