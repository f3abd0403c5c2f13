/** One line to the person, on standard error: standard output belongs to the command (`--json` must stay one document). */
export function say(/** @type {string} */ line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Says what is being done, does it, and ends the line with how long it took.
 * @template T
 * @param {string} line
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function saying(line, work) {
  const startedAt = Date.now()
  process.stderr.write(`${line} … `)
  try {
    const result = await work()
    process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    process.stderr.write('failed\n')
    throw error
  }
}

/** A failure that the person can do something about: its message is all there is to show. */
export class LaunchProblem extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
