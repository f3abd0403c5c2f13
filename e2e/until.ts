import { setTimeout as sleep } from 'node:timers/promises'

/** Longer than anything takes on a machine that is busy with other things; what hangs is told apart from what is slow. */
const patienceMs = 30_000

/** Asks again until the answer is yes. A question that fails is a no; when patience ends, its last failure is the cause. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  { everyMs = 25, withinMs = patienceMs } = {},
): Promise<void> {
  const endsAt = Date.now() + withinMs
  let cause: unknown
  while (Date.now() < endsAt) {
    try {
      if (await isSo()) return
      cause = undefined
    } catch (error) {
      cause = error
    }
    await sleep(everyMs)
  }
  throw new Error(`It did not come true within ${withinMs} ms that ${what}.`, { cause })
}
