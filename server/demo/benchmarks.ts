import type { Services } from '../api/services.ts'
import { whenSettled } from './settled.ts'

/**
 * Computes the benchmarks again. The server does so by itself when a day, a week … begins, and takes for granted that
 * numbers of the past are complete then: those of the demo come in later. Waits until all that was sent is settled.
 */
export async function renewBenchmarks(
  { benchmark, clock, settling }: Pick<Services, 'benchmark' | 'clock' | 'settling'>,
  stopping: AbortSignal,
): Promise<void> {
  await whenSettled(settling, stopping)
  for (const job of benchmark.jobs) {
    stopping.throwIfAborted()
    await job.run(job.lastDue(clock.now()), stopping)
  }
}
