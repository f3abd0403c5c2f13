import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes how many tests passed, failed and were skipped to the file named by `TALLY_PATH`, for the launcher to add up. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const path = process.env.TALLY_PATH
    if (path) writeFileSync(path, JSON.stringify(tally(modules, unhandledErrors)))
  }
}

function tally(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
  for (const module of modules) {
    let failedTests = 0
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      counts[state] += 1
      if (state === 'failed') failedTests += 1
    }
    // A file that cannot be loaded, or whose hooks fail, has no failed test to show for it.
    if (module.state() === 'failed' && failedTests === 0) counts.failed += 1
  }
  // A test that never came to run because the run was cut short did not pass.
  return { passed: counts.passed, failed: counts.failed + counts.pending, skipped: counts.skipped }
}
